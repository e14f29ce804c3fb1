import { flag, instant, json, oneOf, statement } from '../../db/statement';
import type { Sql, Writer } from '../../ports';
import { GATE_REASONS, gateFigures, type GateDecision } from './decide-gate';

export interface StoredGate extends GateDecision {
  readonly decidedAt: Date;
}

const SAVE = statement(`
  INSERT INTO "RecommenderGate" ("shopId", "isOpen", "reason", "figures", "decidedAt")
  VALUES (:shopId, :isOpen, :reason, :figures, :decidedAt)
  ON CONFLICT ("shopId") DO UPDATE SET "isOpen" = excluded."isOpen", "reason" = excluded."reason",
    "figures" = excluded."figures", "decidedAt" = excluded."decidedAt"`);

export async function saveGate(tx: Writer, shopId: number, gate: StoredGate): Promise<void> {
  await tx.run(SAVE, { shopId, ...gate, figures: JSON.stringify(gate.figures) });
}

const LOAD = statement(
  `SELECT "isOpen", "reason", "figures", "decidedAt" FROM "RecommenderGate" WHERE "shopId" = :shopId`,
  {
    ...{ isOpen: flag, reason: oneOf(GATE_REASONS), figures: json(gateFigures) },
    decidedAt: instant,
  },
);

/** Null before the shop's first night. */
export async function loadGate(sql: Sql, shopId: number): Promise<StoredGate | null> {
  return sql.first(LOAD, { shopId });
}
