import { tagsOf } from '../tags-of';
import { isDepartment, kindOfCategory } from './category-kinds';
import type { Kind } from './kind';
import { resemblance, resembledKinds, type Resemblance } from './resembled-kinds';

/** What the catalogue says of a product. */
export interface NamedProduct {
  readonly title: string;
  readonly productType: string;
  /** As the catalogue keeps them: JSON, a list of words. */
  readonly tags: unknown;
  /** As the taxonomy writes it: `ap-2-2-1`. */
  readonly categoryId: string | null;
  /** `Food, Beverages & Tobacco > Beverages > Coffee`. */
  readonly categoryName: string | null;
}

export type KindSource = 'category' | 'type' | 'title' | 'tags';

export interface KindReading {
  readonly kind: Kind;
  /** Chance that the product is used up and bought again, all kinds weighed that it may be of. */
  readonly chance: number;
  readonly from: KindSource;
  /** Where it was read: the category's name, the product type or the tags as the shop wrote them. */
  readonly words: string;
}

/**
 * A used-up type ("Coffee") often holds what goes with it, a grinder, so it weighs less, least against a title that names a
 * thing to keep; a type of things to keep ("Mugs") means it.
 */
const TYPE_WEIGHT = { kept: 1.5, usedUp: 0.6, usedUpAgainstKept: 0.3 };
/** A chance below which nothing is taken for impossible: names are short, and words have two meanings. */
const LEAST_CHANCE = 0.001;
/** Less than this, and nobody would see the likeness. */
const SURE_KIND = 0.3;
const SURE_SIDE = 0.75;
const MOST_TAG_TEXT = 150;

/**
 * The kind of a product: its category in Shopify's taxonomy decides where it tells; else what product type and title
 * resemble together, else the tags. Null where all of them leave it open.
 */
export function readKind(product: NamedProduct): KindReading | null {
  const category = kindOfCategory(product.categoryId);
  const leaf = leafOf(product.categoryName);
  if (category) {
    const { kind } = category;
    return { kind, chance: kind.chance, from: 'category', words: leaf };
  }
  const title = resemblance(product.title);
  const label = labelOf(product, leaf);
  if (!label) return decided(title, 'title', '') ?? readTags(product.tags);
  const labelSays = resemblance(label.words);
  const reading = decided(pooled(title, labelSays), label.from, label.words);
  if (!reading) return readTags(product.tags);
  const at = resembledKinds().indexOf(reading.kind);
  const isFromTitle = title.chances[at]! > labelSays.chances[at]!;
  return isFromTitle ? { ...reading, from: 'title', words: '' } : reading;
}

/** The product type; without one the name of a category that is newer than our table or below no row of it. */
function labelOf(
  { productType, categoryId }: NamedProduct,
  leaf: string,
): { readonly from: 'type' | 'category'; readonly words: string } | null {
  const type = productType.trim();
  if (type !== '') return { from: 'type', words: type };
  return leaf === '' || isDepartment(categoryId) ? null : { from: 'category', words: leaf };
}

function readTags(tags: unknown): KindReading | null {
  const text = tagsOf(tags).join(', ').slice(0, MOST_TAG_TEXT);
  return text === '' ? null : decided(resemblance(text), 'tags', text);
}

function decided(says: Resemblance, from: KindSource, words: string): KindReading | null {
  if (says.nothing >= 0.5) return null;
  const kinds = resembledKinds();
  const told = 1 - says.nothing;
  let usedUp = 0;
  let chance = 0;
  for (const [at, kind] of kinds.entries()) {
    const share = says.chances[at]! / told;
    chance += share * kind.chance;
    if (kind.cycleDays !== null) usedUp += share;
  }
  const isUsedUp = usedUp >= 0.5;
  let likeliest: Kind | null = null;
  let most = 0;
  for (const [at, kind] of kinds.entries()) {
    const share = says.chances[at]! / told;
    if ((kind.cycleDays !== null) !== isUsedUp || share <= most) continue;
    likeliest = kind;
    most = share;
  }
  return likeliest && most >= SURE_KIND ? { kind: likeliest, chance, from, words } : null;
}

/** Both at once: chances multiplied, the type's by its weight; what a name leaves open is spread over all kinds. */
function pooled(title: Resemblance, type: Resemblance): Resemblance {
  const { kept, usedUp, usedUpAgainstKept } = TYPE_WEIGHT;
  const against = isKept(type) ? kept : isKept(title) ? usedUpAgainstKept : usedUp;
  // Beside a title that says little the type stands alone.
  const sure = title.chances.reduce((most, chance) => Math.max(most, chance), 0);
  const weight = sure * against + (1 - sure);
  const open = (says: Resemblance, at: number) =>
    Math.max(LEAST_CHANCE, says.chances[at]! + says.nothing / says.chances.length);
  const nothing = title.nothing * type.nothing;
  const products = title.chances.map((_, at) => open(title, at) * open(type, at) ** weight);
  const all = products.reduce((sum, product) => sum + product, 0);
  const known = title.known + type.known;
  return { chances: products.map((product) => ((1 - nothing) * product) / all), nothing, known };
}

function isKept({ chances }: Resemblance): boolean {
  const kept = resembledKinds().reduce(
    (sum, kind, at) => (kind.cycleDays === null ? sum + chances[at]! : sum),
    0,
  );
  return kept >= SURE_SIDE;
}

const leafOf = (categoryName: string | null) => categoryName?.split('>').at(-1)?.trim() ?? '';
