import { instant, int, orNull, statement, text } from '../../db/statement';
import type { RowOf } from '../../db/statement';
import type { Sql } from '../../ports';

const LEDGER = {
  id: text,
  businessKey: text,
  kind: text,
  state: text,
  reason: orNull(text),
  createdAt: instant,
  meantFor: instant,
  dueAt: instant,
  claimedAt: orNull(instant),
  sentAt: orNull(instant),
  attempts: int,
  acceptedTimes: int,
  providerId: orNull(text),
};

const PAGE = statement(
  `
  SELECT "id", "businessKey", "kind", "state", "reason", "createdAt", "meantFor", "dueAt", "claimedAt", "sentAt",
    "attempts", "acceptedTimes", "providerId"
  FROM "Message" WHERE "shopId" = :shopId AND "id" > :after ORDER BY "id" LIMIT :take`,
  LEDGER,
);

/** A row of the outbox without what tells whose mail it was: no hash of the address, no key of the shopper. */
export type LedgerRow = RowOf<typeof LEDGER>;

/** The next rows after an id, in the order of their ids. */
export async function ledgerPage(
  db: Sql,
  shopId: number,
  about: { readonly after: string; readonly take: number },
): Promise<readonly LedgerRow[]> {
  return db.all(PAGE, { shopId, ...about });
}

const DUPLICATES = statement(
  `
  SELECT COUNT(*) AS "keys" FROM "Message" WHERE "shopId" = :shopId AND "acceptedTimes" > 1`,
  { keys: int },
);

/** Business keys for which the mail server took more than one mail. */
export async function countDuplicates(db: Sql, shopId: number): Promise<number> {
  return (await db.first(DUPLICATES, { shopId }))?.keys ?? 0;
}
