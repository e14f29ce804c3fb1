import { Prisma } from '@prisma/client';
import { instant, oneOf, statement } from '../db/statement';
import type { JsonValue, Reader, Sql, Tx, Writer } from '../ports';
import type { DecisionNote } from './decision-note';
import { readPauseReason, type PauseReason } from './pause-reason';
import { TACTIC_NAMES, TACTIC_STATES, type TacticName, type TacticState } from './tactic';

export interface StoredNote extends DecisionNote {
  readonly id: number;
  readonly version: number;
}

export interface TacticStatus {
  readonly name: TacticName;
  readonly state: TacticState;
  /** The newest note, whether or not the tactic is on. */
  readonly note: StoredNote | null;
  /** First switch-on: its own layer exists since then. */
  readonly firstOnAt: Date | null;
  readonly changedAt: Date | null;
  /** Why Larder paused it; null unless paused. */
  readonly pausedBecause: PauseReason | null;
}

/** What can happen to a tactic; kept as its history. */
export type TacticChangeName =
  'switched-on' | 'switched-off' | 'paused' | 'resumed' | 'note-changed' | 'share-changed' | 'review-decided';

export interface TacticChangeRow {
  readonly id: number;
  readonly tactic: string;
  readonly change: string;
  readonly at: Date;
  /** What it was before and what it is since, where there is something to say. */
  readonly detail: unknown;
}

/** Every tactic, in the product's order; one that was never touched is off. */
export async function tacticStates(reader: Reader, shopId: number): Promise<readonly TacticStatus[]> {
  const [rows, notes] = await Promise.all([
    reader.prisma.tactic.findMany({ where: { shopId } }),
    reader.prisma.decisionNote.findMany({ where: { shopId }, orderBy: { version: 'asc' } }),
  ]);
  const states = new Map(rows.map((row) => [row.name, row]));
  const newest = new Map(notes.map((note) => [note.tactic, note]));
  return TACTIC_NAMES.map((name) => {
    const row = states.get(name);
    return {
      name,
      state: (row?.state ?? 'off') as TacticState,
      note: newest.get(name) ?? null,
      firstOnAt: row?.firstOnAt ?? null,
      changedAt: row?.changedAt ?? null,
      pausedBecause: row?.state === 'paused' ? readPauseReason(row.pausedBecause) : null,
    };
  });
}

export async function tacticStatus(reader: Reader, shopId: number, name: TacticName): Promise<TacticStatus> {
  const status = (await tacticStates(reader, shopId)).find((tactic) => tactic.name === name);
  if (!status) throw new Error(`No tactic is called ${name}`);
  return status;
}

const STATE = statement(`SELECT "state" FROM "Tactic" WHERE "shopId" = :shopId AND "name" = :name`, {
  state: oneOf(TACTIC_STATES),
});

export async function isOn(db: Sql, shopId: number, name: TacticName): Promise<boolean> {
  return (await db.first(STATE, { shopId, name }))?.state === 'on';
}

export async function saveTacticState(
  tx: Tx,
  shopId: number,
  name: TacticName,
  to: { state: TacticState; noteId?: number; pausedBecause?: PauseReason; at: Date },
): Promise<void> {
  const { state, noteId, at } = to;
  const pausedBecause = to.pausedBecause ? { ...to.pausedBecause } : Prisma.DbNull;
  const firstOnAt = state === 'on' ? at : undefined;
  const known = await tx.prisma.tactic.findUnique({ where: { shopId_name: { shopId, name } } });
  if (!known) {
    const data = { shopId, name, state, noteId, pausedBecause, changedAt: at, firstOnAt };
    await tx.prisma.tactic.create({ data });
  } else {
    const data = { state, noteId, pausedBecause, changedAt: at, firstOnAt: known.firstOnAt ?? firstOnAt };
    await tx.prisma.tactic.update({ where: { shopId_name: { shopId, name } }, data });
  }
}

/** Nothing happens to a tactic that was never switched on: its note takes force then. */
export async function setNoteInForce(
  tx: Tx,
  shopId: number,
  name: TacticName,
  noteId: number,
): Promise<void> {
  await tx.prisma.tactic.updateMany({ where: { shopId, name }, data: { noteId } });
}

/** A note is never overwritten: a change is its next version. */
export async function addNote(
  tx: Tx,
  shopId: number,
  tactic: TacticName,
  note: DecisionNote,
  at: Date,
): Promise<{ id: number; version: number }> {
  const last = await tx.prisma.decisionNote.aggregate({ where: { shopId, tactic }, _max: { version: true } });
  const version = (last._max.version ?? 0) + 1;
  const { who, what, whereShown, why, metric, hypothesis, owner, reviewOn, tolerance, fallsBack } = note;
  const text = { who, what, whereShown, why, metric, hypothesis, owner, reviewOn, tolerance, fallsBack };
  const row = await tx.prisma.decisionNote.create({
    data: { shopId, tactic, version, ...text, createdAt: at },
  });
  return { id: row.id, version };
}

export async function addChange(
  tx: Tx,
  shopId: number,
  tactic: TacticName,
  change: TacticChangeName,
  at: Date,
  detail?: Readonly<Record<string, JsonValue>>,
): Promise<void> {
  await tx.prisma.tacticChange.create({ data: { shopId, tactic, change, at, detail } });
}

/** Newest first. */
export async function listChanges(
  reader: Reader,
  shopId: number,
  tactic: TacticName,
  limit = 20,
): Promise<readonly TacticChangeRow[]> {
  return reader.prisma.tacticChange.findMany({
    where: { shopId, tactic },
    orderBy: { id: 'desc' },
    take: limit,
  });
}

const LAST_CHANGE = statement(
  `SELECT "at" FROM "TacticChange" WHERE "shopId" = :shopId AND "tactic" = :tactic AND "change" = :change
  ORDER BY "id" DESC LIMIT 1`,
  { at: instant },
);

/** When the merchant last let a paused tactic go on, or null. */
export async function lastResumedAt(db: Sql, shopId: number, tactic: TacticName): Promise<Date | null> {
  const change: TacticChangeName = 'resumed';
  return (await db.first(LAST_CHANGE, { shopId, tactic, change }))?.at ?? null;
}

const NOTE_SWITCHED_OFF = statement(`
  INSERT INTO "TacticChange" ("shopId", "tactic", "change", "at")
  SELECT "shopId", "name", 'switched-off', :at FROM "Tactic"
  WHERE "shopId" = :shopId AND "state" <> 'off' AND "changedAt" <= :at`);
const SWITCH_OFF = statement(`
  UPDATE "Tactic" SET "state" = 'off', "changedAt" = :at
  WHERE "shopId" = :shopId AND "state" <> 'off' AND "changedAt" <= :at`);

/** Every switch of a shop off that was on at an instant: nothing acts by itself when the shop comes back. */
export async function switchAllOff(tx: Writer, shopId: number, at: Date): Promise<void> {
  await tx.run(NOTE_SWITCHED_OFF, { shopId, at });
  await tx.run(SWITCH_OFF, { shopId, at });
}
