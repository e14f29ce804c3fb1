import { plainTitle } from '../catalogue/plain-letters';
import { int, statement } from '../db/statement';
import type { Sql } from '../ports';
import type { VerdictView } from './verdict-view';

/** Judged products of a shop's catalogue are those of "Consumable" c CROSS JOIN "Product" p (in this order) for which this holds. */
export const JUDGED = `c."shopId" = :shopId AND p."shopId" = c."shopId" AND p."productId" = c."productId" AND p."deletedAt" IS NULL`;
/** A title as searches and orders compare it. */
export const PLAIN_TITLE = `coalesce(p."plainTitle", lower(p."title"))`;
const TITLE_MATCHES = `${PLAIN_TITLE} LIKE :title ESCAPE '\\'` as const;
/** Those of them that a view and a search find. */
export const FOUND = `${JUDGED} AND ${TITLE_MATCHES}
  AND CASE :view WHEN 'consumables' THEN c."holds" WHEN 'others' THEN NOT c."holds" ELSE c."merchantSays" IS NOT NULL END` as const;

const COUNTS = statement(
  `SELECT count(CASE WHEN c."holds" THEN 1 END) AS "consumables", count(CASE WHEN NOT c."holds" THEN 1 END) AS "others",
    count(c."merchantSays") AS "overruled"
  FROM "Consumable" c CROSS JOIN "Product" p WHERE ${JUDGED} AND ${TITLE_MATCHES}`,
  { consumables: int, others: int, overruled: int },
);

/** How many products each view has, for a search. */
export async function countVerdicts(
  sql: Sql,
  shopId: number,
  search: string,
): Promise<Readonly<Record<VerdictView, number>>> {
  const counts = await sql.first(COUNTS, { shopId, title: titleLike(search) });
  return counts ?? { consumables: 0, others: 0, overruled: 0 };
}

/** What FOUND takes as `:title`: the search anywhere in a title, every title for an empty one. */
export function titleLike(search: string): string {
  const part = plainTitle(search.trim());
  return `%${part.replace(/[\\%_]/g, '\\$&')}%`;
}
