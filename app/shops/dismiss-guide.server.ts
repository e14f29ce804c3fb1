import type { Ports } from '../ports';
import { saveGuideDismissed } from './shop-store.server';

/** Puts the setup guide away for good. */
export async function dismissGuide(ports: Pick<Ports, 'db' | 'clock'>, shopId: number): Promise<void> {
  const at = ports.clock.now();
  await ports.db.write((tx) => saveGuideDismissed(tx, shopId, at));
}
