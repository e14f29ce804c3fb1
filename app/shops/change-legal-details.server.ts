import type { Ports } from '../ports';
import { saveLegalDetails } from './shop-store.server';

/** Who the shop is, as it stands at the foot of every mail. */
export async function changeLegalDetails(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  details: { readonly legalName: string; readonly postalAddress: string },
): Promise<void> {
  await ports.db.write((tx) => saveLegalDetails(tx, shopId, details));
}
