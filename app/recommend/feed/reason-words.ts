import type { ItemReason } from './rank-candidates';

/** Longer names are cut, so that a reason stays one line. */
const NAME_MAX = 60;

/**
 * Why an item is shown, in words that say no more than is so: nothing about the person, no promise.
 * @param titleOf of what the shopper owns; null when it is not known
 */
export function reasonWords<Id>(reason: ItemReason<Id>, titleOf: (productId: Id) => string | null): string {
  switch (reason.kind) {
    case 'bought-together': {
      const title = titleOf(reason.withProductId);
      return title === null ? 'Often bought together' : `Often bought with ${cut(title)}`;
    }
    case 'same-category':
      return `Also in ${cut(reason.category.split('>').at(-1)?.trim() ?? '')}`;
    case 'top-seller':
      return reason.since === 'lately' ? 'Popular in the shop lately' : 'Chosen by other shoppers';
    case 'rising':
      return 'Bought by more people lately';
    case 'editorial':
      return 'Picked by the shop';
    case 'newest':
      return 'Among the newest in the shop';
  }
}

function cut(name: string): string {
  const letters = [...name];
  return letters.length <= NAME_MAX
    ? name
    : `${letters
        .slice(0, NAME_MAX - 1)
        .join('')
        .trimEnd()}…`;
}
