import { day, int, orNull, statement, text } from '../db/statement';
import type { Sql } from '../ports';
import type { Dated } from './gathered-on';
import type { ReminderRow } from './reminder-row';

const AT_ADDRESSES = statement(
  `SELECT r."id", r."emailHash", k."personId", r."remindOn" FROM "Reminder" r
   LEFT JOIN "ShopperKey" k ON k."shopId" = r."shopId" AND k."id" = r."keyId"
   WHERE r."shopId" = :shopId AND r."state" = 'active' AND r."emailHash" IN (SELECT "value" FROM texts(:emailHashes))`,
  { id: text, emailHash: orNull(text), personId: orNull(int), remindOn: day },
);

/** Everything active at the addresses of these reminders, with whose it is. */
export async function activeAtAddresses(
  db: Sql,
  shopId: number,
  reminders: readonly Pick<ReminderRow, 'emailHash'>[],
): Promise<readonly Dated[]> {
  const emailHashes = [...new Set(reminders.flatMap(({ emailHash }) => emailHash ?? []))];
  return db.all(AT_ADDRESSES, { shopId, emailHashes });
}
