import type { Kind } from './kind';
import { kindNamed } from './kinds';
import { ANIMALS_TO_BUSINESS } from './subtrees-animals-to-business';
import { CAMERAS_TO_HEALTH } from './subtrees-cameras-to-health';
import { HOME } from './subtrees-home';
import { LUGGAGE_TO_VEHICLES } from './subtrees-luggage-to-vehicles';

/** What the taxonomy's category says of a product. */
export interface CategoryKind {
  readonly kind: Kind;
  /** Nothing for a shared screen. */
  readonly isSensitive: boolean;
}

export interface CategoryRow {
  readonly id: string;
  /** What the taxonomy calls it in English. */
  readonly called: string;
  /** Null for a department that holds many kinds and says nothing by itself: "Health & Beauty", "Uncategorized". */
  readonly says: CategoryKind | null;
}

/**
 * The one table from Shopify's product taxonomy to our kinds: a row holds for its whole subtree, the row with the longest
 * id wins. A `mixed` row holds for its own category only.
 */
export const CATEGORY_ROWS: readonly CategoryRow[] = [
  ANIMALS_TO_BUSINESS,
  CAMERAS_TO_HEALTH,
  HOME,
  LUGGAGE_TO_VEHICLES,
]
  .flatMap((table) => table.trim().split('\n'))
  .map((row) => {
    const [id = '', name = '', sensitive = '', called = ''] = row.split('|').map((cell) => cell.trim());
    const says = name === 'mixed' ? null : { kind: kindNamed(name), isSensitive: sensitive === 'sensitive' };
    return { id, called, says };
  });

const ROW_OF: ReadonlyMap<string, CategoryRow> = new Map(CATEGORY_ROWS.map((row) => [row.id, row]));

/** Far beyond the deepest branch: an id of many levels is cut, so that it is looked up in no time. */
const LONGEST_ID = 64;

/** A category's id as the taxonomy writes it: `ap-2-2-1`, whatever the case and the spaces around it. */
export const plainCategoryId = (id: string) => id.trim().slice(0, LONGEST_ID).toLowerCase();

/** The row for a category's id (`ap-2-2-1`): of later versions, whose ids only add, the longest known beginning. */
export function rowOfCategory(categoryId: string | null): CategoryRow | null {
  for (
    let id = plainCategoryId(categoryId ?? '');
    id !== '';
    id = id.slice(0, Math.max(0, id.lastIndexOf('-')))
  ) {
    const row = ROW_OF.get(id);
    if (row) return row;
  }
  return null;
}

/** Whether an id is that of a department of many kinds ("Health & Beauty", "Uncategorized"), not of something in it. */
export function isDepartment(categoryId: string | null): boolean {
  const row = rowOfCategory(categoryId);
  return row !== null && row.says === null && row.id === plainCategoryId(categoryId!);
}

/** What a taxonomy category says; null where no row tells: a mixed department, an unknown vertical, no id at all. */
export function kindOfCategory(categoryId: string | null): CategoryKind | null {
  return rowOfCategory(categoryId)?.says ?? null;
}
