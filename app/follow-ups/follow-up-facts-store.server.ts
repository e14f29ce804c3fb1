import { SHOWN_IN_PRIVATE } from '../catalogue/shown-product-store.server';
import { bigId, day, flag, instant, int, oneOf, orNull, real, statement, text } from '../db/statement';
import type { Sql } from '../ports';
import { KEY_KINDS } from '../shoppers/shopper-key';
import { APART_MS, type BoughtLine, type FollowUpFacts } from './decide-follow-up';

const ORDER = statement(
  `SELECT "placedOn", "placedAt", "cancelledAt", "isTest" FROM "Order" WHERE "shopId" = :shopId AND "orderId" = :orderId`,
  { placedOn: day, placedAt: instant, cancelledAt: orNull(instant), isTest: flag },
);

// What is sensitive may stand in a letter, which only they open: its subject does not name it.
const LINES = statement(
  `SELECT u."productId", u."variantId", u."quantity", u."isSubscription", coalesce(c."holds", FALSE) AS "isConsumable",
    coalesce(${SHOWN_IN_PRIVATE}, FALSE) AND coalesce(v."isAvailable", FALSE) AS "mayBeShown",
    f."windowFromOn", f."pReturn", f."rank"
  FROM "Purchase" u
    LEFT JOIN "Product" p ON p."shopId" = u."shopId" AND p."productId" = u."productId"
    LEFT JOIN "Variant" v ON v."shopId" = u."shopId" AND v."variantId" = u."variantId"
    LEFT JOIN "Consumable" c ON c."shopId" = u."shopId" AND c."productId" = u."productId"
    LEFT JOIN "ShopperKey" k ON k."shopId" = u."shopId" AND k."kind" = 'account' AND k."value" = :customer
    LEFT JOIN "Forecast" f ON f."shopId" = u."shopId" AND f."keyId" = k."id" AND f."productId" = u."productId"
  WHERE u."shopId" = :shopId AND u."orderId" = :orderId ORDER BY u."lineId"`,
  {
    ...{
      productId: bigId,
      variantId: orNull(bigId),
      quantity: int,
      isSubscription: flag,
      isConsumable: flag,
    },
    ...{ mayBeShown: flag, windowFromOn: orNull(day), pReturn: orNull(real), rank: orNull(real) },
  },
);

const REMINDED = statement(
  `SELECT "productId", "snoozes" FROM "Reminder"
  WHERE "shopId" = :shopId AND "state" = 'active' AND "keyId" IN (SELECT "value" FROM numbers(:keyIds))`,
  { productId: bigId, snoozes: int },
);

const NEWER = statement(
  `SELECT count(*) AS "n" FROM "Order" o
  WHERE o."shopId" = :shopId AND o."cancelledAt" IS NULL AND o."isTest" = FALSE AND o."placedAt" > :placedAt
    AND o."customerId" IN (SELECT "value" FROM numbers(:customerIds))`,
  { n: int },
);

const NEWER_ON_BROWSER = statement(
  `SELECT count(*) AS "n" FROM "Order" o
  WHERE o."shopId" = :shopId AND o."cancelledAt" IS NULL AND o."isTest" = FALSE AND o."placedAt" > :placedAt
    AND o."customerId" IS NULL AND o."browserId" IN (SELECT "value" FROM texts(:browserIds))`,
  { n: int },
);

const FOLLOWED_UP = statement(
  `SELECT e."at" FROM "Exposure" e WHERE e."shopId" = :shopId AND e."tactic" = 'follow-up'
    AND e."keyId" IN (SELECT "value" FROM numbers(:keyIds)) AND e."at" > :since`,
  { at: instant },
);

const PERSON_KEYS = statement(
  `SELECT o."id", o."kind", o."value", o."personId" FROM "ShopperKey" k CROSS JOIN "ShopperKey" o
  WHERE k."shopId" = :shopId AND k."kind" = 'account' AND k."value" = :customer
    AND o."shopId" = k."shopId" AND o."personId" = k."personId"`,
  { id: int, kind: oneOf(KEY_KINDS), value: text, personId: int },
);

/** Every way in which the person behind a customer is known. */
export interface Person {
  readonly personId: number | null;
  readonly keyIds: readonly number[];
  readonly customerIds: readonly bigint[];
  readonly browserIds: readonly string[];
}

export async function loadPerson(db: Sql, shopId: number, customerId: bigint): Promise<Person> {
  const keys = await db.all(PERSON_KEYS, { shopId, customer: `${customerId}` });
  const valuesOf = (kind: string) => keys.filter((key) => key.kind === kind).map((key) => key.value);
  return {
    personId: keys[0]?.personId ?? null,
    keyIds: keys.map((key) => key.id),
    customerIds: [
      customerId,
      ...valuesOf('account')
        .map(BigInt)
        .filter((id) => id !== customerId),
    ],
    browserIds: valuesOf('browser'),
  };
}

type OrderFacts = Pick<FollowUpFacts, 'order' | 'hasOrderedAgain' | 'followedUpAt' | 'hasSnoozed'>;

/** What local rows say of an order, its lines and what its buyer did since. */
export async function loadOrderFacts(
  db: Sql,
  shopId: number,
  about: {
    readonly orderId: bigint;
    readonly customerId: bigint;
    readonly person: Person;
    readonly now: Date;
  },
): Promise<OrderFacts> {
  const { orderId, customerId, person, now } = about;
  const order = await db.first(ORDER, { shopId, orderId });
  if (!order) {
    const gone = { isVoid: true, placedOn: 0, lines: [] };
    return { order: gone, hasOrderedAgain: false, followedUpAt: [], hasSnoozed: false };
  }
  const { keyIds, customerIds, browserIds } = person;
  const { placedAt, placedOn } = order;
  const [lines, reminded, newer, onBrowser, followedUp] = await Promise.all([
    db.all(LINES, { shopId, orderId, customer: `${customerId}` }),
    db.all(REMINDED, { shopId, keyIds }),
    db.first(NEWER, { shopId, placedAt, customerIds }),
    db.first(NEWER_ON_BROWSER, { shopId, placedAt, browserIds }),
    db.all(FOLLOWED_UP, { shopId, keyIds, since: new Date(now.getTime() - APART_MS) }),
  ]);
  const hasReminder = new Set(reminded.map(({ productId }) => productId));
  return {
    order: {
      isVoid: order.cancelledAt !== null || order.isTest,
      placedOn,
      lines: lines.map(({ windowFromOn, pReturn, rank, ...line }): BoughtLine => ({
        ...line,
        hasReminder: hasReminder.has(line.productId),
        forecast:
          windowFromOn === null || pReturn === null || rank === null ? null : { windowFromOn, pReturn, rank },
      })),
    },
    hasOrderedAgain: (newer?.n ?? 0) + (onBrowser?.n ?? 0) > 0,
    followedUpAt: followedUp.map(({ at }) => at),
    hasSnoozed: reminded.some(({ snoozes }) => snoozes > 0),
  };
}
