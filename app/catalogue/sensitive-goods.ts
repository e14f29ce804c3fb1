/** What nobody should see about somebody else on a home page or in an open inbox. The one place where this is decided. */

/** A tag with which the merchant says it for a product. */
export const SENSITIVE_TAG = 'sensitive';

/** Beginnings of words; several words follow one another. Not a judgement of the goods, only of shared screens. */
const BEGINNINGS = (
  'incontinen, adult diaper, adult napp, adult toy, adult novelt, adults only, pregnancy, ovulation, ' +
  'fertility, contracept, condom, personal lubricant, sexual, sex toy, vibrator, erotic, erectile, ' +
  'menopaus, menstrua, tampon, yeast infection, haemorrhoid, hemorrhoid, laxative, enema, head lice, ' +
  'scabies, herpes, sti test, std test, hair loss, antidepress, weight loss, slimming, ostomy, catheter, ' +
  'drug test, alcohol test, nicotine, tobacco, cigarette, vaping, cannabis'
).split(', ');
const WHOLE_WORDS =
  'sti, hiv, lice, wart, warts, verruca, thrush, stoma, vape, vapes, cbd, thc, viagra'.split(', ');
/** A tag, type or category of exactly this name; inside a title the word mostly speaks of dogs and colouring books. */
const WHOLE_LABELS = new Set(['adult', 'adults', '18+', 'mature']);

const either = (words: readonly string[]) => words.map((word) => word.replace(/ /g, '[\\s-]+')).join('|');
const DELICATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${either(BEGINNINGS)}|(?:${either(WHOLE_WORDS)})(?![\\p{L}\\p{N}]))`,
  'iu',
);

export interface JudgedGoods {
  readonly title: string;
  readonly productType: string;
  readonly tags: readonly string[];
  readonly categoryName: string | null;
}

/**
 * Whether a product must never be shown in public places (shelf, subject lines): tagged so by the merchant, or its title,
 * type, tags or category speak of a delicate matter.
 */
export function isSensitive(goods: JudgedGoods): boolean {
  const categories = goods.categoryName?.split('>') ?? [];
  const names = [goods.productType, ...goods.tags, ...categories].map((label) => label.trim().toLowerCase());
  if (names.some((name) => WHOLE_LABELS.has(name)) || goods.tags.some((tag) => isSensitiveTag(tag)))
    return true;
  // The taxonomy's first level names whole departments: "Food, Beverages & Tobacco" says nothing about a tea.
  const texts = [goods.title, goods.productType, ...goods.tags, ...categories.slice(1)];
  return texts.some((text) => DELICATE.test(text));
}

function isSensitiveTag(tag: string): boolean {
  return tag.trim().toLowerCase() === SENSITIVE_TAG;
}
