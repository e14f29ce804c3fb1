import type { Ports } from '../../ports';
import type { LetterLook } from './letter-look';
import { saveLook } from './letterhead-store.server';

/** How the shop's letters look from now on; those that wait in the outbox as well, since they are written when they go. */
export async function saveLetterLook(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  look: LetterLook,
): Promise<void> {
  await ports.db.write((tx) => saveLook(tx, shopId, look));
}
