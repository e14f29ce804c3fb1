import type { ItemReason } from '../recommend/feed/rank-candidates';
import type { LetterReason } from './item-reason';

/** As much of the feed's reason as a letter says. @param withTitle of what it is often bought with */
export function toLetterReason(reason: ItemReason<bigint>, withTitle: string | null): LetterReason {
  switch (reason.kind) {
    case 'bought-together':
      return { kind: 'bought-together', title: withTitle };
    case 'same-category':
      return { kind: 'same-category', category: reason.category.split('>').at(-1)?.trim() ?? '' };
    case 'top-seller':
      return { kind: 'top-seller', since: reason.since };
    case 'rising':
    case 'editorial':
    case 'newest':
      return { kind: reason.kind };
  }
}
