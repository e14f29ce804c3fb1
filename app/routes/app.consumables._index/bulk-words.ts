import type { Says } from './overruling-form';

/** What can be said about selected products. */
export const BULK_WORDS: readonly (readonly [Says, string])[] = [
  ['yes', 'Consumable'],
  ['no', 'Not a consumable'],
  ['model', 'Let Larder decide'],
];
