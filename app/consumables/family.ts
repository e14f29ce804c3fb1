import { isDepartment } from '../catalogue/kinds/category-kinds';
import { isTelling } from '../catalogue/kinds/is-telling';

/** Other products of the same sort: those with its category or, without one that tells, its product type. */
export interface Family {
  readonly by: 'category' | 'type';
  /** As the shop reads it: `Coffee`. */
  readonly name: string;
  /** The same for all of a family. */
  readonly key: string;
}

export interface RelatedProduct {
  readonly productType: string;
  readonly categoryId: string | null;
  readonly categoryName: string | null;
}

/** Null for a product of a whole department, of no category or type, or of a type like "Sale": they have nothing in common. */
export function familyOf({ productType, categoryId, categoryName }: RelatedProduct): Family | null {
  const category = categoryName?.trim() ?? '';
  if (category !== '' && category.toLowerCase() !== 'uncategorized' && !isDepartment(categoryId)) {
    const leaf = category.split('>').at(-1)!.trim();
    return { by: 'category', name: leaf, key: `category ${category.toLowerCase()}` };
  }
  const type = productType.trim();
  return isTelling(type) ? { by: 'type', name: type, key: `type ${type.toLowerCase()}` } : null;
}
