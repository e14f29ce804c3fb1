import type { Sensitivity } from '../../catalogue/sensitive-goods';
import { NOT_SENSITIVE_TAG, SENSITIVE_TAG } from '../../catalogue/sensitive-tags';

export interface SensitiveWords {
  /** How it is treated, and by what. */
  readonly is: string;
  /** What the merchant can do about it. */
  readonly change: string;
}

const READ_AGAIN = 'Your word beats ours; Larder reads it as soon as Shopify reports the change.';

/** Whether a product is treated as sensitive, by what, and how the merchant changes it. */
export function sensitiveWords(about: Sensitivity & { readonly isOutdated: boolean }): SensitiveWords {
  const { isSensitive } = about;
  const is = `${isSensitive ? 'It is treated as sensitive' : 'It is not treated as sensitive'}${byWords(about)}.`;
  if (about.by === 'own-tag')
    return { is, change: `Take the tag “${about.words}” off in Shopify, and Larder decides again.` };
  const change = isSensitive
    ? `If it is not, tag it “${NOT_SENSITIVE_TAG}” in Shopify. ${READ_AGAIN}`
    : `If it should be, tag it “${SENSITIVE_TAG}” in Shopify. ${READ_AGAIN}`;
  return { is, change };
}

function byWords({
  isSensitive,
  by,
  words,
  isOutdated,
}: Sensitivity & { readonly isOutdated: boolean }): string {
  if (isOutdated) return ', as an older version of Larder decided; it is decided anew within a day';
  switch (by) {
    case 'own-tag':
      return `: you tagged it “${words}”`;
    case 'category':
      return words === '' ? ', by its Shopify category' : `, by its Shopify category: “${words}”`;
    case 'type':
      return `, by its product type: “${words}”`;
    case 'tag':
      return `, by one of its tags: “${words}”`;
    case 'title':
      return `, by its title: “${words}”`;
    case 'resemblance':
      return ', for its title resembles such goods';
    case null:
      return isSensitive ? '' : ': neither its category nor its words speak of anything private';
  }
}
