import { readLetter } from '../world/letter';
import type { Id, ReceivedMail, WorldReader } from '../world/types';

/** What a mail offers its reader, in words for the inbox. */
export interface LetterKind {
  readonly name: 'own' | 'new' | 'news';
  readonly words: string;
}

/** @param bought products that the reader has bought here */
function kindOf(mail: ReceivedMail, world: WorldReader, bought: ReadonlySet<Id>): LetterKind {
  const { cartVariantIds, productHandles, discountCode } = readLetter(mail);
  if (discountCode !== null) return { name: 'new', words: 'To discover, with a code' };
  const products = [
    ...[...cartVariantIds].map((id) => world.variant(id)?.product.id),
    ...[...productHandles].map((handle) => world.productByHandle(handle)?.id),
  ];
  if (products.length === 0) return { name: 'news', words: 'News' };
  return products.some((id) => id !== undefined && bought.has(id))
    ? { name: 'own', words: 'To reorder' }
    : { name: 'new', words: 'To discover' };
}

/** The kinds of some mails, told by where their links lead and what their readers have bought. */
export function letterKinds(
  world: WorldReader,
  mails: readonly ReceivedMail[],
): ReadonlyMap<string, LetterKind> {
  const bought = new Map<string, Set<Id>>();
  for (const { to } of mails) bought.set(world.customerByEmail(to)?.id ?? '', new Set());
  for (const order of world.orders()) {
    const theirs = bought.get(order.customerId ?? '');
    for (const { productId } of theirs ? order.lines : []) if (productId) theirs?.add(productId);
  }
  return new Map(
    mails.map((mail) => {
      const theirs = bought.get(world.customerByEmail(mail.to)?.id ?? '') ?? new Set<Id>();
      return [mail.id, kindOf(mail, world, theirs)];
    }),
  );
}
