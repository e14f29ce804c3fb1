import type { Ports } from '../ports';
import { previewItems, type PreviewItem } from './preview-store.server';

const SHOWN = 4;

/** Products of the shop with which its modules can be previewed; none while there are no consumables. */
export async function loadPreview(ports: Pick<Ports, 'db'>, shopId: number): Promise<readonly PreviewItem[]> {
  return previewItems(ports.db.read, shopId, SHOWN);
}
