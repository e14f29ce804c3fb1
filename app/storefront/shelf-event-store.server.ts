import type { HotDatabase, HotWriter } from '../ports';
import type { ShelfEvent } from './shelf-event';

export interface ShownShelf {
  readonly keyId: number;
  readonly personId: number;
  /** As exposure-detail.ts wrote it, or emptied by an erasure. */
  readonly detail: unknown;
}

const SHOWN = `
  SELECT e."keyId", k."personId", e."detail" FROM "Exposure" e JOIN "ShopperKey" k ON k."id" = e."keyId"
  WHERE e."shopId" = ? AND e."tactic" = 'shelf' AND e."businessKey" = ? AND e."arm" = 'treated'`;

/** A page view that showed refills. In the other arms there was nothing to see. */
export function findShownShelf(hot: HotDatabase, shopId: number, view: string): ShownShelf | null {
  const row = hot.prepareRead(SHOWN).get(shopId, view) as
    { keyId: bigint; personId: bigint; detail: string } | undefined;
  if (!row) return null;
  return {
    keyId: Number(row.keyId),
    personId: Number(row.personId),
    detail: JSON.parse(row.detail) as unknown,
  };
}

const SAVE = `
  INSERT INTO "ShelfEvent" ("shopId", "view", "type", "productId", "keyId", "at") VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`;

/** The first of its kind in a view is kept; repeats change nothing. `tell` runs in the same commit. */
export async function saveShelfEvent(
  hot: HotDatabase,
  event: {
    readonly shopId: number;
    readonly view: string;
    readonly type: ShelfEvent['type'];
    /** 0 when it is about the whole list. */
    readonly productId: bigint;
    readonly keyId: number;
    readonly at: Date;
  },
  tell: (writer: HotWriter) => void,
): Promise<void> {
  const { shopId, view, type, productId, keyId, at } = event;
  await hot.write((writer) => {
    const { changes } = writer.prepare(SAVE).run(shopId, view, type, productId, keyId, at.getTime());
    if (changes > 0) tell(writer);
  });
}
