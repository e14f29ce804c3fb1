import type { HotDatabase, HotWriter } from '../../ports';
import type { SegmentName, Side } from './daily-sum';
import type { Outcome } from './outcome';
import type { OutcomeOf } from './outcomes';

const COLUMNS = [
  ...[
    'tactic',
    'keyId',
    'layerId',
    'arm',
    'counts',
    'drawnOn',
    'firstAt',
    'firstOn',
    'closesOn',
    'exposures',
  ],
  ...[
    'crossed',
    'convertedAt',
    'convertedOn',
    'orderId',
    'orders',
    'netMinor',
    'otherCurrency',
    'beforeMinor',
  ],
  ...['attributedOrders', 'lateIdentity', 'orderAwaited', 'returnedOn', 'dismissedOn', 'unsubscribedOn'],
  ...['complainedOn', 'snoozedOn', 'mailedOn', 'segments'],
] as const;
const NAMES = COLUMNS.map((column) => `"${column}"`).join(', ');
const OF = COLUMNS.map((column) => `o."${column}"`).join(', ');

// CROSS JOIN keeps the order: from the person to their rows, never through a shop's whole table.
const OF_PERSON = `
  SELECT ${OF} FROM "ShopperKey" k CROSS JOIN "Outcome" o
  WHERE k."shopId" = ? AND k."personId" = ? AND o."shopId" = k."shopId" AND o."keyId" = k."id"`;

const PAGE = `
  SELECT ${NAMES} FROM "Outcome" WHERE "shopId" = @shopId AND ("tactic", "keyId") > (@tactic, @keyId)
  ORDER BY "tactic", "keyId" LIMIT @take`;

const REMOVE = `DELETE FROM "Outcome" WHERE "shopId" = ? AND "tactic" = ? AND "keyId" = ?`;

const SAVE = `
  INSERT INTO "Outcome" ("shopId", ${NAMES}) VALUES (@shopId, ${COLUMNS.map((column) => `@${column}`).join(', ')})`;

/** What is kept of a person, under whichever of their keys. */
export function outcomesOfPerson(hot: HotDatabase, shopId: number, personId: number): readonly Outcome[] {
  return (hot.prepareRead(OF_PERSON).all(shopId, personId) as OutcomeRow[]).map(toOutcome);
}

/** The outcomes of a shop after one of them (null: from the first), in a fixed order. */
export function outcomesAfter(
  hot: HotDatabase,
  shopId: number,
  after: Pick<Outcome, 'tactic' | 'keyId'> | null,
  take: number,
): readonly Outcome[] {
  const { tactic, keyId } = after ?? { tactic: '', keyId: 0 };
  return (hot.prepareRead(PAGE).all({ shopId, tactic, keyId, take }) as OutcomeRow[]).map(toOutcome);
}

export function removeOutcome(hot: HotWriter, shopId: number, { tactic, keyId }: Outcome): void {
  hot.prepare(REMOVE).run(shopId, tactic, keyId);
}

export function saveOutcome(hot: HotWriter, shopId: number, outcome: Outcome): void {
  const { counts, crossed, firstAt, convertedAt, segments } = outcome;
  hot.prepare(SAVE).run({
    ...outcome,
    shopId,
    counts: Number(counts),
    crossed: Number(crossed),
    firstAt: firstAt.getTime(),
    convertedAt: convertedAt?.getTime() ?? null,
    segments: JSON.stringify(segments),
  });
}

/** As SQLite hands it over: every integer a bigint. */
interface OutcomeRow {
  readonly tactic: OutcomeOf;
  readonly arm: Side;
  readonly segments: string;
  readonly orderId: bigint | null;
  readonly keyId: bigint;
  readonly layerId: bigint;
  readonly counts: bigint;
  readonly drawnOn: bigint | null;
  readonly firstAt: bigint;
  readonly firstOn: bigint;
  readonly closesOn: bigint;
  readonly exposures: bigint;
  readonly crossed: bigint;
  readonly convertedAt: bigint | null;
  readonly convertedOn: bigint | null;
  readonly orders: bigint;
  readonly netMinor: bigint;
  readonly otherCurrency: bigint;
  readonly beforeMinor: bigint;
  readonly attributedOrders: bigint;
  readonly lateIdentity: bigint;
  readonly orderAwaited: bigint;
  readonly returnedOn: bigint | null;
  readonly dismissedOn: bigint | null;
  readonly unsubscribedOn: bigint | null;
  readonly complainedOn: bigint | null;
  readonly snoozedOn: bigint | null;
  readonly mailedOn: bigint | null;
}

function toOutcome(row: OutcomeRow): Outcome {
  return {
    tactic: row.tactic,
    keyId: Number(row.keyId),
    layerId: Number(row.layerId),
    arm: row.arm,
    counts: row.counts === 1n,
    drawnOn: orNull(row.drawnOn),
    firstAt: new Date(Number(row.firstAt)),
    firstOn: Number(row.firstOn),
    closesOn: Number(row.closesOn),
    exposures: Number(row.exposures),
    crossed: row.crossed === 1n,
    convertedAt: row.convertedAt === null ? null : new Date(Number(row.convertedAt)),
    convertedOn: orNull(row.convertedOn),
    orderId: row.orderId,
    orders: Number(row.orders),
    netMinor: Number(row.netMinor),
    otherCurrency: Number(row.otherCurrency),
    beforeMinor: Number(row.beforeMinor),
    attributedOrders: Number(row.attributedOrders),
    lateIdentity: Number(row.lateIdentity),
    orderAwaited: Number(row.orderAwaited),
    returnedOn: orNull(row.returnedOn),
    dismissedOn: orNull(row.dismissedOn),
    unsubscribedOn: orNull(row.unsubscribedOn),
    complainedOn: orNull(row.complainedOn),
    snoozedOn: orNull(row.snoozedOn),
    mailedOn: orNull(row.mailedOn),
    segments: JSON.parse(row.segments) as SegmentName[],
  };
}

function orNull(value: bigint | null): number | null {
  return value === null ? null : Number(value);
}
