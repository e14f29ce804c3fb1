import { day, flag, instant, json, oneOf, statement } from '../../db/statement';
import type { Sql, Writer } from '../../ports';
import { GATE_REASONS, gateFigures, type GateDecision } from './decide-gate';

export interface StoredGate extends GateDecision {
  /** The last day that was known when the four weeks after it were foretold. */
  readonly cutOn: number;
  readonly decidedAt: Date;
}

const SAVE = statement(`
  INSERT INTO "RecommenderGate" ("shopId", "isOpen", "reason", "figures", "cutOn", "decidedAt")
  VALUES (:shopId, :isOpen, :reason, :figures, :cutOn, :decidedAt)
  ON CONFLICT ("shopId") DO UPDATE SET "isOpen" = excluded."isOpen", "reason" = excluded."reason",
    "figures" = excluded."figures", "cutOn" = excluded."cutOn", "decidedAt" = excluded."decidedAt"`);

export async function saveGate(tx: Writer, shopId: number, gate: StoredGate): Promise<void> {
  await tx.run(SAVE, { shopId, ...gate, figures: JSON.stringify(gate.figures) });
}

const LOAD = statement(
  `SELECT "isOpen", "reason", "figures", "cutOn", "decidedAt" FROM "RecommenderGate" WHERE "shopId" = :shopId`,
  {
    ...{ isOpen: flag, reason: oneOf(GATE_REASONS), figures: json(gateFigures), cutOn: day },
    decidedAt: instant,
  },
);

/** Null before the shop's first night. */
export async function loadGate(sql: Sql, shopId: number): Promise<StoredGate | null> {
  return sql.first(LOAD, { shopId });
}
