import { bigId, statement, text } from '../db/statement';
import type { Reader, Sql } from '../ports';

const TITLES = statement(
  `
  SELECT "productId", "title" FROM "Product"
  WHERE "shopId" = :shopId AND "productId" IN (SELECT "value" FROM numbers(:productIds))`,
  { productId: bigId, title: text },
);

/** Everything that was decided about the holder of these keys. Not ordered: a person has few rows, a shop many. */
export async function loadDecisions(db: Reader, shopId: number, keyIds: readonly number[]) {
  const where = { shopId, keyId: { in: [...keyIds] } };
  const [exposures, assignments, reminders, messages] = await Promise.all([
    db.prisma.exposure.findMany({
      where,
      select: { id: true, tactic: true, arm: true, at: true, device: true, detail: true },
    }),
    db.prisma.assignment.findMany({ where, select: { layerId: true, arm: true, drawnAt: true } }),
    db.prisma.reminder.findMany({
      where,
      select: {
        ...{ id: true, productId: true, remindOn: true, state: true, endReason: true, snoozes: true },
        ...{ outsideAt: true, emailHash: true },
      },
    }),
    db.prisma.message.findMany({
      where,
      select: {
        id: true,
        kind: true,
        state: true,
        reason: true,
        dueAt: true,
        sentOnAt: true,
        emailHash: true,
      },
    }),
  ]);
  const layers = await db.prisma.layer.findMany({
    where: { shopId, id: { in: assignments.map((assignment) => assignment.layerId) } },
    select: { id: true, name: true, version: true },
  });
  return { exposures, assignments, reminders, messages, layers };
}

/** A purchase that carried somebody's browser but is the order of a customer who is somebody else. */
export interface OthersPurchase {
  readonly browserId: string;
  readonly productId: bigint;
}

/** What other customers than these bought on these browsers: one for each line. */
export async function purchasesOfOthers(
  db: Reader,
  shopId: number,
  who: { readonly browserIds: readonly string[]; readonly customerIds: readonly bigint[] },
): Promise<readonly OthersPurchase[]> {
  const lines = await db.prisma.purchase.findMany({
    where: { shopId, browserId: { in: [...who.browserIds] } },
    select: { browserId: true, productId: true, customerId: true },
  });
  return lines.flatMap(({ browserId, productId, customerId }) =>
    browserId === null || customerId === null || who.customerIds.includes(customerId)
      ? []
      : [{ browserId, productId }],
  );
}

export async function loadTitles(
  db: Sql,
  shopId: number,
  productIds: readonly bigint[],
): Promise<ReadonlyMap<bigint, string>> {
  const products = await db.all(TITLES, { shopId, productIds });
  return new Map(products.map(({ productId, title }) => [productId, title]));
}
