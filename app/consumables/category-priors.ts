import type { PackSize } from '../catalogue/pack-size';
import type { Kind } from './kind';
import { KINDS } from './kinds';

export interface ProductWords {
  readonly title: string;
  readonly productType: string;
  /** As the taxonomy writes it: `Food, Beverages & Tobacco > Beverages > Coffee`. */
  readonly categoryName: string | null;
  /** As the catalogue keeps them: JSON, a list of words. */
  readonly tags: unknown;
}

export interface CategoryPrior extends Kind {
  /** Where the kind was read; null when it is not known. */
  readonly from: 'category' | 'type' | 'title' | 'tags' | null;
}

/** For a product of which nothing is known. */
export const UNKNOWN_PRIOR: CategoryPrior = {
  name: 'unknown kind',
  chance: 0.25,
  cycleDays: null,
  words: '',
  from: null,
};

const LONGEST_PHRASE = 3;
const LONGEST_TEXT = 300;

const KIND_OF: ReadonlyMap<string, Kind> = new Map(
  KINDS.flatMap((kind) =>
    kind.words.split(' ').map((phrase): [string, Kind] => [phrase.split('-').map(singular).join(' '), kind]),
  ),
);

/**
 * The kind of a product, from its own words. The last known word of a phrase names the thing ("coffee grinder", "tea tin",
 * "soap dish" are things to keep; "dish soap" is soap), the first known phrase of a text counts. A title that names a thing
 * to keep beats a type or category named after what goes into it; else category (leaf first), type, title, tags.
 */
export function categoryPrior(product: ProductWords): CategoryPrior {
  const title = kindOfText(withoutSize(product.title));
  const category = kindOfPath(product.categoryName ?? '');
  const type = kindOfText(product.productType);
  if (title?.cycleDays === null && !isSaidByShopify(category)) return { ...title, from: 'title' };
  if (category) return { ...category, from: 'category' };
  if (type) return { ...type, from: 'type' };
  if (title) return { ...title, from: 'title' };
  const tag = tagsOf(product.tags)
    .map(kindOfText)
    .find((kind) => kind !== undefined);
  return tag ? { ...tag, from: 'tags' } : UNKNOWN_PRIOR;
}

/** The days a product of this kind lasts, its pack against the typical one; null when it is not used up. */
export function startingCycle(
  kind: Pick<Kind, 'cycleDays' | 'typicalPack'>,
  pack: PackSize | null,
): { readonly days: number; readonly isSized: boolean } | null {
  if (kind.cycleDays === null) return null;
  const typical = pack && kind.typicalPack?.[pack.unit];
  if (!pack || !typical) return { days: kind.cycleDays, isSized: false };
  const times = Math.min(SIZE_CAP, Math.max(1 / SIZE_CAP, pack.amount / typical));
  return { days: Math.round(kind.cycleDays * times ** SIZE_EXPONENT), isSized: true };
}

/** Larger packs are bought by those who use more: less than proportional, and capped. */
const SIZE_EXPONENT = 0.6;
const SIZE_CAP = 6;

/** A category that names the thing itself, not what goes into it. */
function isSaidByShopify(kind: Kind | undefined): boolean {
  return kind !== undefined && kind.cycleDays === null;
}

/** From the leaf of a taxonomy path to its root. */
function kindOfPath(path: string): Kind | undefined {
  const levels = path.slice(0, LONGEST_TEXT).split('>').reverse();
  for (const level of levels) {
    const kind = kindOfText(level);
    if (kind) return kind;
  }
  return undefined;
}

export function kindOfText(text: string): Kind | undefined {
  for (const phrase of phrasesOf(text)) {
    const words = phrase
      .split(' ')
      .filter((word) => word !== '')
      .map(singular);
    for (let end = words.length; end > 0; end -= 1) {
      for (let from = Math.max(0, end - LONGEST_PHRASE); from < end; from += 1) {
        const kind = KIND_OF.get(words.slice(from, end).join(' '));
        if (kind) return kind;
      }
    }
  }
  return undefined;
}

/** Lower case without accents, cut where a new thought begins. */
function phrasesOf(text: string): readonly string[] {
  return text
    .slice(0, LONGEST_TEXT)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[,/(|:–—]| - | with | for | in /)
    .map((part) => part.replace(/[^\p{L}0-9]+/gu, ' ').trim());
}

/** One form for singular and plural; not always a word ("berri"). */
function singular(word: string): string {
  if (word.length < 3 || word.endsWith('ss')) return word;
  let one = word;
  if (/(?:ss|x|z|ch|sh|[^h]o)es$/.test(word)) one = word.slice(0, -2);
  else if (word.endsWith('s') && !/(?:us|is)$/.test(word)) one = word.slice(0, -1);
  return one.replace(/(?:ie|y)$/, 'i');
}

const SIZE = /\b\d[\d.,]{0,9} ?(?:ml|cl|l|g|kg|oz|lb|cm|mm|pcs?|pack|ply|bag|count|ct)?\b(?: bags?\b)?/gi;

const withoutSize = (title: string) => title.slice(0, LONGEST_TEXT).replace(SIZE, ' ');

function tagsOf(tags: unknown): readonly string[] {
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
}
