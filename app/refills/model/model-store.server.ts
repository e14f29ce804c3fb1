import { createHash } from 'node:crypto';
import { z } from 'zod';
import { statement, text } from '../../db/statement';
import type { Sql, Writer } from '../../ports';
import { OFFLINE_MODEL } from './offline-model';
import type { RefillModel } from './refill-model';

/** Numbers where the offline model has numbers, in lists of the same length. */
function shapedLike(part: unknown): z.ZodType {
  if (Array.isArray(part)) return z.tuple(part.map(shapedLike) as [z.ZodType, ...z.ZodType[]]);
  if (typeof part !== 'object' || part === null) return z.number();
  return z.object(Object.fromEntries(Object.entries(part).map(([name, value]) => [name, shapedLike(value)])));
}

/** Weights learned beside other offline ones may belong to other features, even in the same number. */
const STARTED_FROM = createHash('sha256').update(JSON.stringify(OFFLINE_MODEL)).digest('hex').slice(0, 16);

const stored = z.object({
  startedFrom: z.literal(STARTED_FROM),
  model: shapedLike(OFFLINE_MODEL) as unknown as z.ZodType<RefillModel>,
});

const WEIGHTS = statement(`SELECT "weights" FROM "RefillModel" WHERE "shopId" = :shopId`, { weights: text });

/** Weights change once a night and are asked for with every order: what was read last of each shop is kept with its text. */
const readLast = new Map<number, { readonly text: string; readonly model: RefillModel }>();
const MOST_KEPT = 100;

/** The model learned from the shop's own purchases; the offline one when there is none that this code can read. */
export async function loadModel(sql: Sql, shopId: number): Promise<RefillModel> {
  const row = await sql.first(WEIGHTS, { shopId });
  if (!row) return OFFLINE_MODEL;
  const known = readLast.get(shopId);
  if (known?.text === row.weights) return known.model;
  const read = stored.safeParse(JSON.parse(row.weights));
  const model = read.success ? read.data.model : OFFLINE_MODEL;
  if (readLast.size >= MOST_KEPT) readLast.clear();
  readLast.set(shopId, { text: row.weights, model });
  return model;
}

const SAVE = statement(`
  INSERT INTO "RefillModel" ("shopId", "weights", "cases", "learnedAt") VALUES (:shopId, :weights, :cases, :at)
  ON CONFLICT ("shopId") DO UPDATE SET
    "weights" = excluded."weights", "cases" = excluded."cases", "learnedAt" = excluded."learnedAt"`);
const FORGET = statement(`DELETE FROM "RefillModel" WHERE "shopId" = :shopId`);

/** Keeps what was learned, from how many purchases; with null the shop goes back to the offline model. */
export async function saveModel(
  tx: Writer,
  shopId: number,
  learned: { readonly model: RefillModel | null; readonly cases: number },
  at: Date,
): Promise<void> {
  if (learned.model === null) {
    await tx.run(FORGET, { shopId });
    return;
  }
  const weights = JSON.stringify({ startedFrom: STARTED_FROM, model: learned.model });
  await tx.run(SAVE, { shopId, weights, cases: learned.cases, at });
}
