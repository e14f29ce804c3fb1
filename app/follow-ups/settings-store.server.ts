import { instant, int, oneOf, orNull, statement } from '../db/statement';
import type { Sql, Writer } from '../ports';
import { DEFAULT_SETTINGS, type FollowUpSettings } from './settings';

const COLUMNS = {
  ...{ delayDays: int, discountKind: oneOf(['none', 'percent', 'amount']), discountPercent: orNull(int) },
  ...{ discountMinor: orNull(int), discountDays: int, discountsAMonth: int, changedAt: instant },
};

const LOAD = statement(
  `SELECT "delayDays", "discountKind", "discountPercent", "discountMinor", "discountDays", "discountsAMonth", "changedAt"
  FROM "FollowUpSettings" WHERE "shopId" = :shopId`,
  COLUMNS,
);

const SAVE = statement(
  `INSERT INTO "FollowUpSettings" ("shopId", "delayDays", "discountKind", "discountPercent", "discountMinor", "discountDays",
    "discountsAMonth", "changedAt")
  VALUES (:shopId, :delayDays, :kind, :percent, :minor, :days, :aMonth, :at)
  ON CONFLICT ("shopId") DO UPDATE SET "delayDays" = excluded."delayDays", "discountKind" = excluded."discountKind",
    "discountPercent" = excluded."discountPercent", "discountMinor" = excluded."discountMinor",
    "discountDays" = excluded."discountDays", "discountsAMonth" = excluded."discountsAMonth",
    "changedAt" = excluded."changedAt"`,
);

export async function loadSettings(db: Sql, shopId: number): Promise<FollowUpSettings> {
  const row = await db.first(LOAD, { shopId });
  if (!row) return DEFAULT_SETTINGS;
  const { delayDays, discountKind, discountPercent, discountMinor, discountDays, discountsAMonth } = row;
  const common = { days: discountDays, aMonth: discountsAMonth };
  if (discountKind === 'percent' && discountPercent !== null)
    return { delayDays, discount: { worth: { kind: 'percent', percent: discountPercent }, ...common } };
  if (discountKind === 'amount' && discountMinor !== null)
    return { delayDays, discount: { worth: { kind: 'amount', minor: discountMinor }, ...common } };
  return { delayDays, discount: null };
}

export async function saveSettings(
  tx: Writer,
  shopId: number,
  { delayDays, discount }: FollowUpSettings,
  at: Date,
): Promise<void> {
  const worth = discount?.worth;
  await tx.run(SAVE, {
    ...{ shopId, delayDays, at, kind: worth?.kind ?? 'none' },
    percent: worth?.kind === 'percent' ? worth.percent : null,
    minor: worth?.kind === 'amount' ? worth.minor : null,
    days: discount?.days ?? 14,
    aMonth: discount?.aMonth ?? 100,
  });
}
