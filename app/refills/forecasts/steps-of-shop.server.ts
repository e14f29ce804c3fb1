import { stepsHere, stepsInThread, type StepsModule } from '../../db/read-steps.server';
import type { Ports } from '../../ports';
import { countPurchases } from '../learn/purchase-store.server';

/** Up to so many purchases the work is done before a thread has started. */
export const DONE_HERE = 2_000;

/**
 * A module's steps over a shop's purchases: in this thread for a small shop, else in one of their own.
 * @param file address of the file that is `module`
 */
export async function stepsOfShop<Input extends { readonly shopId: number }, Step>(
  ports: Pick<Ports, 'db' | 'config'>,
  module: StepsModule<Input, Step>,
  file: URL,
  input: Input,
  doneHere: number,
): Promise<AsyncIterable<Step>> {
  const isSmall = (await countPurchases(ports.db.read, input.shopId, doneHere + 1)) <= doneHere;
  return isSmall
    ? stepsHere(ports.db.read, module, input)
    : stepsInThread<Input, Step>(ports.config.databaseFile, file, input);
}
