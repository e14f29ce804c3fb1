import type { Ports } from '../ports';
import { previewItems, type PreviewItem } from './preview-store.server';
import type { TacticName } from './tactic';

const SHOWN = 4;

/** Products of the shop with which a module can be previewed; none while there are no consumables. */
export async function loadPreview(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  tactic: TacticName,
): Promise<readonly PreviewItem[]> {
  // The home page, where others may look on, names no sensitive goods.
  return previewItems(ports.db.read, shopId, {
    limit: SHOWN,
    place: tactic === 'shelf' ? 'public' : 'private',
  });
}
