import { z } from 'zod';
import { readReturnCurve, type ReturnCurve } from '../../consumables/return-curve';
import { verdictEvidence, type VerdictEvidence } from '../../consumables/verdict-evidence';
import { FOUND, PLAIN_TITLE, titleLike } from '../../consumables/verdict-store.server';
import type { Direction, VerdictSort, VerdictView } from '../../consumables/verdict-view';
import { bigId, statement } from '../../db/statement';
import type { Reader } from '../../ports';

export interface VerdictLine {
  readonly productId: bigint;
  readonly title: string;
  readonly imageUrl: string | null;
  readonly modelSays: boolean;
  readonly merchantSays: boolean | null;
  readonly holds: boolean;
  /** Chance that it is a consumable, 0 to 1. */
  readonly score: number;
  readonly overruledAt: Date | null;
  readonly evidence: VerdictEvidence;
  /** Days by which a quarter, half and three quarters of returning buyers are back; null for what is not a consumable. */
  readonly quartileDays: readonly number[] | null;
  /** How many returning buyers were back by when; without shares when too few came back. */
  readonly curve: ReturnCurve;
}

export interface VerdictQuery {
  readonly view: VerdictView;
  /** Part of a title; empty for all. */
  readonly search: string;
  readonly sort: VerdictSort;
  readonly direction: Direction;
  readonly offset: number;
  readonly limit: number;
}

const numbers = z.array(z.number());

// Ids of a page. Only what it filters and sorts by is read of all the shop's products; the rest of its 25.
const PAGE = `SELECT c."productId" FROM "Consumable" c CROSS JOIN "Product" p
  LEFT JOIN "ProductRhythm" r ON r."shopId" = c."shopId" AND r."productId" = c."productId"
  WHERE ${FOUND} ORDER BY` as const;
const THEN = `c."score" DESC, p."title", c."productId" LIMIT :limit OFFSET :offset`;
const BUYERS = `CAST(c."evidence" ->> 'buyers' AS REAL)`;
const REPEAT_BUYERS = `CAST(c."evidence" ->> 'repeatBuyers' AS REAL)`;
const ID = { productId: bigId };

/** What holds no value in the column that is sorted by comes last, either way. */
const PAGES = {
  title: {
    ascending: statement(`${PAGE} ${PLAIN_TITLE} ASC NULLS LAST, ${THEN}`, ID),
    descending: statement(`${PAGE} ${PLAIN_TITLE} DESC NULLS LAST, ${THEN}`, ID),
  },
  score: {
    ascending: statement(`${PAGE} c."score" ASC NULLS LAST, ${THEN}`, ID),
    descending: statement(`${PAGE} c."score" DESC NULLS LAST, ${THEN}`, ID),
  },
  gap: {
    ascending: statement(`${PAGE} r."logMean" ASC NULLS LAST, ${THEN}`, ID),
    descending: statement(`${PAGE} r."logMean" DESC NULLS LAST, ${THEN}`, ID),
  },
  buyers: {
    ascending: statement(`${PAGE} ${BUYERS} ASC NULLS LAST, ${THEN}`, ID),
    descending: statement(`${PAGE} ${BUYERS} DESC NULLS LAST, ${THEN}`, ID),
  },
  repeat: {
    ascending: statement(`${PAGE} ${REPEAT_BUYERS} ASC NULLS LAST, ${THEN}`, ID),
    descending: statement(`${PAGE} ${REPEAT_BUYERS} DESC NULLS LAST, ${THEN}`, ID),
  },
  overruled: {
    ascending: statement(`${PAGE} c."overruledAt" ASC NULLS LAST, ${THEN}`, ID),
    descending: statement(`${PAGE} c."overruledAt" DESC NULLS LAST, ${THEN}`, ID),
  },
} satisfies Record<VerdictSort, Record<Direction, unknown>>;

/** Judged products of the catalogue, a page of them. */
export async function listVerdicts(
  reader: Reader,
  shopId: number,
  query: VerdictQuery,
): Promise<readonly VerdictLine[]> {
  const { view, sort, direction, limit, offset } = query;
  const page = { shopId, view, title: titleLike(query.search), limit, offset };
  const found = await reader.all(PAGES[sort][direction], page);
  return describe(
    reader,
    shopId,
    found.map((row) => row.productId),
  );
}

/** One product's verdict; null when it was never judged or is gone from the shop. */
export async function loadVerdict(
  reader: Reader,
  shopId: number,
  productId: bigint,
): Promise<VerdictLine | null> {
  return (await describe(reader, shopId, [productId]))[0] ?? null;
}

/** Verdicts of these products, in this order. */
async function describe(
  reader: Reader,
  shopId: number,
  found: readonly bigint[],
): Promise<readonly VerdictLine[]> {
  const productId = { in: [...found] };
  const [products, verdicts, rhythms] = await Promise.all([
    reader.prisma.product.findMany({
      where: { shopId, productId },
      select: { productId: true, title: true, imageUrl: true },
    }),
    reader.prisma.consumable.findMany({ where: { shopId, productId } }),
    reader.prisma.productRhythm.findMany({
      where: { shopId, productId },
      select: { productId: true, quartiles: true, curve: true },
    }),
  ]);
  const product = new Map(products.map((row) => [row.productId, row]));
  const verdict = new Map(verdicts.map((row) => [row.productId, row]));
  const rhythm = new Map(rhythms.map((row) => [row.productId, row]));
  return found.flatMap((id) => {
    const judged = verdict.get(id);
    const about = product.get(id);
    if (!judged || !about) return [];
    const { modelSays, merchantSays, holds, score, overruledAt } = judged;
    const when = rhythm.get(id);
    return [
      {
        ...about,
        ...{ modelSays, merchantSays, holds, score, overruledAt },
        evidence: verdictEvidence(judged.evidence),
        quartileDays: when ? numbers.catch([]).parse(when.quartiles) : null,
        curve: readReturnCurve(when?.curve),
      },
    ];
  });
}
