import type { FieldName } from './merge-fields';

export const TEMPLATE_IDS = [
  'reminder',
  'follow-up-refill',
  'follow-up-discovery',
  'follow-up-generic',
] as const;

export type TemplateId = (typeof TEMPLATE_IDS)[number];

/** What a letter is put together from. */
export const BLOCK_NAMES = [
  'picture',
  'greeting',
  'intro',
  'items',
  'discount',
  'button',
  'outro',
  'footer',
] as const;

export type BlockName = (typeof BLOCK_NAMES)[number];

/** What a merchant may word, per letter and language. */
export const WORD_PARTS = [
  'subject',
  'preheader',
  'greeting',
  'intro',
  'button',
  'outro',
  'pictureUrl',
  'pictureAlt',
] as const;

export type WordPart = (typeof WORD_PARTS)[number];

/** A letter's words with merge fields in them; an empty part is left out of the letter. */
export type Wording = Readonly<Record<WordPart, string>>;

export interface BlockPlace {
  readonly name: BlockName;
  readonly isHidden: boolean;
}

export interface Template {
  /** For merchants. */
  readonly title: string;
  readonly about: string;
  readonly kind: 'reminder' | 'follow-up';
  readonly items: 'rows' | 'grid' | 'none';
  /** In the order they have until the merchant chooses another; the footer is always last. */
  readonly blocks: readonly BlockName[];
  /** Without them the letter would not do what it is for, or not be lawful. */
  readonly required: readonly BlockName[];
  readonly fields: readonly FieldName[];
}

export const TEMPLATES: Readonly<Record<TemplateId, Template>> = {
  reminder: {
    title: 'Refill reminder',
    about: 'Goes out once, near the day the shopper chose, if it is still needed then.',
    kind: 'reminder',
    items: 'rows',
    blocks: ['picture', 'greeting', 'intro', 'items', 'button', 'outro', 'footer'],
    required: ['items', 'button', 'footer'],
    fields: ['shop', 'first item', 'items', 'item count', 'asked on'],
  },
  'follow-up-refill': {
    title: 'Two-week email: reorder',
    about: 'Up to three things of the last order that get used up, ready to reorder with one button.',
    kind: 'follow-up',
    items: 'rows',
    blocks: ['picture', 'greeting', 'intro', 'items', 'button', 'outro', 'footer'],
    required: ['items', 'button', 'footer'],
    fields: ['shop', 'first item', 'items', 'item count', 'ordered on'],
  },
  'follow-up-discovery': {
    title: 'Two-week email: discovery',
    about:
      'Four products that the buyer does not have, each with its reason, and the discount if there is any.',
    kind: 'follow-up',
    items: 'grid',
    blocks: ['picture', 'greeting', 'intro', 'items', 'discount', 'button', 'outro', 'footer'],
    // A code that was made for somebody is also shown to them.
    required: ['items', 'discount', 'button', 'footer'],
    fields: ['shop', 'first item', 'items', 'item count', 'ordered on'],
  },
  'follow-up-generic': {
    title: 'Two-week email: general',
    about: 'Your shop’s own letter after an order, the same for everyone who gets no personal one.',
    kind: 'follow-up',
    items: 'none',
    blocks: ['picture', 'greeting', 'intro', 'button', 'outro', 'footer'],
    required: ['button', 'footer'],
    fields: ['shop', 'ordered on'],
  },
};

export function isTemplateId(id: string): id is TemplateId {
  return TEMPLATE_IDS.some((known) => known === id);
}
