import { z } from 'zod';
import { int, json, statement } from '../db/statement';
import type { Sql, Writer } from '../ports';
import type { ShelfEvent } from './shelf-event';

export interface ShownShelf {
  readonly keyId: number;
  readonly personId: number;
  /** As exposure-detail.ts wrote it, or emptied by an erasure. */
  readonly detail: unknown;
}

const SHOWN = statement(
  `SELECT e."keyId", k."personId", e."detail" FROM "Exposure" e
  JOIN "ShopperKey" k ON k."id" = e."keyId" AND k."shopId" = e."shopId"
  WHERE e."shopId" = :shopId AND e."tactic" = 'shelf' AND e."businessKey" = :view AND e."arm" = 'treated'`,
  { keyId: int, personId: int, detail: json(z.unknown()) },
);

/** A page view that showed refills. In the other arms there was nothing to see. */
export async function findShownShelf(db: Sql, shopId: number, view: string): Promise<ShownShelf | null> {
  return db.first(SHOWN, { shopId, view });
}

const SAVE = statement(
  `INSERT INTO "ShelfEvent" ("shopId", "view", "type", "productId", "keyId", "at")
  VALUES (:shopId, :view, :type, :productId, :keyId, :at)
  ON CONFLICT ("shopId", "view", "type", "productId") DO NOTHING`,
);

/** The first of its kind in a view is kept. @returns false for a repeat, which changes nothing */
export async function saveShelfEvent(
  tx: Writer,
  event: {
    readonly shopId: number;
    readonly view: string;
    readonly type: ShelfEvent['type'];
    /** 0 when it is about the whole list. */
    readonly productId: bigint;
    readonly keyId: number;
    readonly at: Date;
  },
): Promise<boolean> {
  return (await tx.run(SAVE, event)) > 0;
}
