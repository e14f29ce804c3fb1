import { readLetter, type Letter } from '../letter';
import { randomFrom, seedRandom } from '../random';
import type { ReceivedMail } from '../types';
import type { Life } from '../world-snapshot';
import type { Household, Need } from './household';
import type { ShelfStock } from './shelf-stock';
import { LEAVES_AFTER, LEAVES_IN_ACCOUNT } from './true-effects';

/**
 * Somebody reads a mail. It reminds them of each need that it is about; a mail about anything else is a letter with things to
 * discover, or news. A few want no more of them.
 */
export function readMail(life: Life, stock: ShelfStock, mail: ReceivedMail, at: number): void {
  const address = (/<([^>]+)>/.exec(mail.to)?.[1] ?? mail.to).trim().toLowerCase();
  const household = life.households.find(({ email }) => email === address);
  if (!household) return;
  const kind = understand(household, stock, mail, at);
  // A stream of its own: whoever gets a letter that does nothing lives on as without it.
  const random = randomFrom(seedRandom(at, `letter to ${household.customerId}`));
  if (!random.chance(LEAVES_AFTER[kind])) return;
  life.leaving.push({
    customerId: household.customerId,
    mail: random.chance(LEAVES_IN_ACCOUNT) ? null : { headers: mail.headers },
  });
}

function understand(household: Household, stock: ShelfStock, mail: ReceivedMail, at: number) {
  const letter = readLetter(mail);
  // What comes with a code is an offer, whatever else of it one may need.
  const own =
    letter.discountCode === null ? household.needs.filter((need) => isAbout(need, stock, letter, mail)) : [];
  for (const need of own) need.remindedAt = at;
  if (own.length > 0) return 'reminder';
  const kind = kindOf(letter);
  household.letter = { kind, at };
  return kind;
}

function kindOf({ cartVariantIds, productHandles, discountCode }: Letter) {
  if (discountCode !== null) return 'discount';
  return cartVariantIds.size + productHandles.size > 0 ? 'discovery' : 'generic';
}

/** By what its cart link holds, else by a link to their own product, else by the names in its text. */
function isAbout(need: Need, stock: ShelfStock, letter: Letter, { subject, text }: ReceivedMail): boolean {
  const words = `${subject}\n${text}`;
  return stock.refills(need.group).some(({ product, variant }) => {
    if (letter.cartVariantIds.size > 0) return letter.cartVariantIds.has(variant.id);
    if (letter.productHandles.size > 0)
      return product.id === need.productId && letter.productHandles.has(product.handle);
    return words.includes(product.title);
  });
}
