import { rowOfCategory } from './kinds/category-kinds';
import { resemblance, resembledKinds } from './kinds/resembled-kinds';
import { isDelicate } from './sensitive-words';

/** What nobody should see about somebody else on a home page or in an open inbox. The one place where this is decided. */

/** A tag with which the merchant says it for a product. */
export const SENSITIVE_TAG = 'sensitive';

/** A tag, type or category of exactly this name; inside a title the word mostly speaks of dogs and colouring books. */
const WHOLE_LABELS = new Set(['adult', 'adults', '18+', 'mature']);

const SENSITIVE_KINDS: ReadonlySet<string> = new Set([
  'period and bladder care',
  'period underwear and cups',
  'intimate and health supplies',
  'erotic goods',
  'tobacco and nicotine',
]);
/** A name that resembles such a kind this surely is taken for one, in words that no list has. */
const SURELY = 0.95;

export interface JudgedGoods {
  readonly title: string;
  readonly productType: string;
  readonly tags: readonly string[];
  readonly categoryId: string | null;
  readonly categoryName: string | null;
}

/**
 * Whether a product must never be shown in public places (shelf, subject lines): tagged so by the merchant; or its category
 * in Shopify's taxonomy, words of its title, type, tags or category, or what its title resembles speak of a delicate matter.
 */
export function isSensitive(goods: JudgedGoods): boolean {
  const categories = goods.categoryName?.split('>') ?? [];
  const names = [goods.productType, ...goods.tags, ...categories].map((label) => label.trim().toLowerCase());
  if (names.some((name) => WHOLE_LABELS.has(name)) || goods.tags.some((tag) => isSensitiveTag(tag)))
    return true;
  const category = rowOfCategory(goods.categoryId)?.says;
  if (category?.isSensitive) return true;
  // What our table does not tell is told by the category's words, but the first level names whole departments: "Food,
  // Beverages & Tobacco" says nothing about a tea.
  const texts = [goods.title, goods.productType, ...goods.tags, ...(category ? [] : categories.slice(1))];
  return texts.some(isDelicate) || (!category && resemblesSensitive(goods.title));
}

function isSensitiveTag(tag: string): boolean {
  return tag.trim().toLowerCase() === SENSITIVE_TAG;
}

function resemblesSensitive(title: string): boolean {
  const { chances } = resemblance(title);
  const sum = resembledKinds().reduce(
    (all, { name }, at) => (SENSITIVE_KINDS.has(name) ? all + chances[at]! : all),
    0,
  );
  return sum >= SURELY;
}
