import { findDelicateWords, onlySoundsDelicate } from './find-delicate-words';
import { rowOfCategory } from './kinds/category-kinds';
import { readKind } from './kinds/read-kind';
import { resemblance, resembledKinds } from './kinds/resembled-kinds';
import { NOT_SENSITIVE_TAG, SENSITIVE_TAG } from './sensitive-tags';

/** What nobody should see about somebody else on a home page or in an open inbox. The one place where this is decided. */

/** A tag, type or category of exactly this name; inside a title the word mostly speaks of dogs and colouring books. */
const WHOLE_LABELS = new Set(['adult', 'adults', 'adults only', '18+', 'mature']);

/** Of these the adults are animals, the mature is a cheese, and an adult's vitamins are no secret. */
const ORDINARY_IF_ADULT: ReadonlySet<string> = new Set([
  ...['pet food', 'pet treats', 'pet care supplies', 'cat litter', 'pet gear', 'live animals'],
  ...['coffee', 'tea', 'drinks', 'wine, beer and spirits', 'milk and dairy', 'fresh food', 'pantry'],
  ...['snacks and sweets', 'vitamins and supplements', 'oral care'],
]);

/** Categories of things in whose names delicate words mean something else: a dog's incontinence pads, a chain's lube. */
const NEVER_DELICATE: ReadonlySet<string> = new Set([
  ...['pet food', 'pet treats', 'pet care supplies', 'cat litter', 'pet gear', 'live animals'],
  ...['vehicles and parts', 'oils, fluids and chemicals', 'tools and hardware', 'blades and abrasives'],
  ...[
    'furniture',
    'lamps and lighting',
    'musical instruments',
    'fuel and firelighters',
    'printer ink and paper',
  ],
]);

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

/** What a decision rests on. `own-tag`: the merchant's word; `resemblance`: what its title as a whole resembles. */
export type SensitivitySource = 'own-tag' | 'category' | 'title' | 'type' | 'tag' | 'resemblance';

export interface Sensitivity {
  readonly isSensitive: boolean;
  /** Null where nothing speaks for it. */
  readonly by: SensitivitySource | null;
  /** The tag, the category's name or the words that say so, as the shop wrote them; empty for a resemblance. */
  readonly words: string;
}

/**
 * Whether a product must never be shown in public places (shelf, subject lines): tagged so by the merchant; or its category
 * in Shopify's taxonomy, words of its title, type, tags or category, or what its title resembles speak of a delicate matter.
 */
export const isSensitive = (goods: JudgedGoods): boolean => sensitivityOf(goods).isSensitive;

/** The same with what it rests on. */
export function sensitivityOf(goods: JudgedGoods): Sensitivity {
  const own = goods.tags.find((tag) => isTag(tag, SENSITIVE_TAG));
  if (own !== undefined) return { isSensitive: true, by: 'own-tag', words: own.trim() };
  const against = goods.tags.find((tag) => isTag(tag, NOT_SENSITIVE_TAG));
  if (against !== undefined) return { isSensitive: false, by: 'own-tag', words: against.trim() };
  const categories = goods.categoryName?.split('>').map((level) => level.trim()) ?? [];
  const category = rowOfCategory(goods.categoryId)?.says ?? null;
  if (category?.isSensitive) return { isSensitive: true, by: 'category', words: categories.at(-1) ?? '' };
  if (category && NEVER_DELICATE.has(category.kind.name)) return NOTHING;
  // What our table does not tell is told by the category's words, but the first level names whole departments: "Food,
  // Beverages & Tobacco" says nothing about a tea.
  const labels = labelsOf(goods, category ? [] : categories);
  const company = `${goods.title} ${goods.productType}`;
  for (const { by, text, isDepartment } of [{ by: 'title', text: goods.title } as Label, ...labels]) {
    const words = isDepartment ? null : findDelicateWords(text, company);
    if (words !== null) return { isSensitive: true, by, words };
  }
  if (category) return NOTHING;
  const label = labels.find(({ text }) => WHOLE_LABELS.has(text.trim().toLowerCase()));
  if (label && !isOrdinaryIfAdult(goods))
    return { isSensitive: true, by: label.by, words: label.text.trim() };
  const isLikely = resemblesSensitive(goods.title) && !onlySoundsDelicate(goods.title, company);
  return isLikely ? { isSensitive: true, by: 'resemblance', words: '' } : NOTHING;
}

const NOTHING: Sensitivity = { isSensitive: false, by: null, words: '' };

interface Label {
  readonly by: SensitivitySource;
  readonly text: string;
  readonly isDepartment?: boolean;
}

function labelsOf(goods: JudgedGoods, categories: readonly string[]): readonly Label[] {
  return [
    { by: 'type', text: goods.productType },
    ...goods.tags.map((text): Label => ({ by: 'tag', text })),
    ...categories.map((text, level): Label => ({ by: 'category', text, isDepartment: level === 0 })),
  ];
}

const isTag = (tag: string, wanted: string) => tag.trim().toLowerCase() === wanted;

/** Told by what the product is called: the label itself says nothing of that. */
function isOrdinaryIfAdult({ title, productType }: JudgedGoods): boolean {
  const type = WHOLE_LABELS.has(productType.trim().toLowerCase()) ? '' : productType;
  const kind = readKind({ title, productType: type, tags: [], categoryId: null, categoryName: null })?.kind;
  return kind !== undefined && ORDINARY_IF_ADULT.has(kind.name);
}

function resemblesSensitive(title: string): boolean {
  const { chances } = resemblance(title);
  const sum = resembledKinds().reduce(
    (all, { name }, at) => (SENSITIVE_KINDS.has(name) ? all + chances[at]! : all),
    0,
  );
  return sum >= SURELY;
}
