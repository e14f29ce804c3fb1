import { z } from 'zod';
import { day, statement } from '../../db/statement';
import type { Reader, Sql, Tx } from '../../ports';
import { packPage, readPackedPage, unpackPage } from './packed-page';
import type { ResultsView } from './results-view';

/** Of the form in which a page is kept: one of a form that the code cannot read is not shown as something it was not. */
const FORM = 2;

// As text: the database's own JSON would round the last digit of figures.
const kept = z.object({ form: z.union([z.literal(1), z.literal(FORM)]), page: z.string() });

const KEPT = statement(`SELECT "onDay" FROM "ResultPage" WHERE "shopId" = :shopId AND "onDay" = :onDay`, {
  onDay: day,
});

/** The page of a past day exactly as it was kept; null for a day without one. */
export async function findPage(reader: Reader, shopId: number, onDay: number): Promise<ResultsView | null> {
  const row = await reader.prisma.resultPage.findUnique({ where: { shopId_onDay: { shopId, onDay } } });
  const read = kept.safeParse(row?.view);
  return read.success ? unpackPage(readPackedPage(read.data.form, read.data.page)) : null;
}

export async function hasPage(db: Sql, shopId: number, onDay: number): Promise<boolean> {
  return (await db.first(KEPT, { shopId, onDay })) !== null;
}

/** The day with a page that lies nearest before a day, else nearest after it; null when none is kept. */
export async function nearestPageDay(reader: Reader, shopId: number, onDay: number): Promise<number | null> {
  const before = await reader.prisma.resultPage.aggregate({
    where: { shopId, onDay: { lt: onDay } },
    _max: { onDay: true },
  });
  if (before._max.onDay !== null) return before._max.onDay;
  const after = await reader.prisma.resultPage.aggregate({
    where: { shopId, onDay: { gt: onDay } },
    _min: { onDay: true },
  });
  return after._min.onDay;
}

/** Keeps the page of a day. One that is kept already stays as it was. */
export async function keepPage(
  tx: Tx,
  about: { readonly shopId: number; readonly onDay: number; readonly view: ResultsView; readonly at: Date },
): Promise<void> {
  const { shopId, onDay, at } = about;
  const where = { shopId_onDay: { shopId, onDay } };
  if (await tx.prisma.resultPage.findUnique({ where, select: { onDay: true } })) return;
  const view = { form: FORM, page: JSON.stringify(packPage(about.view)) };
  await tx.prisma.resultPage.create({ data: { shopId, onDay, view, madeAt: at } });
}
