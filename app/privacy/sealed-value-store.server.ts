import type { HotDatabase, HotWriter, Seals } from '../ports';
import type { SealedColumns } from './register';

/** A column of sealed texts. Names come from the register, never from outside. */
export interface SealedColumn extends Omit<SealedColumns, 'columns'> {
  readonly table: string;
  readonly column: string;
}

export interface SealedValue {
  readonly shop: string;
  readonly row: string;
  readonly value: string;
}

/** How many texts of a column are plain, and how many were sealed with each key (by what such texts begin with). */
export function countStandings(
  hot: HotDatabase,
  { table, column }: SealedColumn,
  { any, current }: Seals['prefixes'],
): { readonly plain: number; readonly byPrefix: ReadonlyMap<string, number> } {
  const rows = hot
    .prepareRead(
      `SELECT CASE WHEN "${column}" GLOB @any || '*' THEN substr("${column}", 1, @length) ELSE '' END AS prefix, count(*) AS n
       FROM "${table}" WHERE "${column}" <> '' GROUP BY 1`,
    )
    .all({ any, length: current.length }) as { prefix: string; n: bigint }[];
  const counts = new Map(rows.map(({ prefix, n }) => [prefix, Number(n)]));
  const plain = counts.get('') ?? 0;
  counts.delete('');
  return { plain, byPrefix: counts };
}

/** Texts of a column that do not begin with `prefix`, by row, behind `after`. */
export function listSealedOtherwise(
  hot: HotDatabase,
  { table, column, shop, row }: SealedColumn,
  which: { readonly prefix: string; readonly after: string; readonly take: number },
): readonly SealedValue[] {
  return hot
    .prepareRead(
      `SELECT CAST("${shop}" AS TEXT) AS shop, "${row}" AS row, "${column}" AS value FROM "${table}"
       WHERE "${row}" > @after AND "${column}" <> '' AND "${column}" NOT GLOB @prefix || '*'
       ORDER BY "${row}" LIMIT @take`,
    )
    .all(which) as SealedValue[];
}

/** Puts a text in the place of another, unless it was changed meanwhile. */
export function replaceValue(
  hot: HotWriter,
  { table, column, shop, row }: SealedColumn,
  old: SealedValue,
  sealed: string,
): void {
  hot
    .prepare(
      `UPDATE "${table}" SET "${column}" = @sealed
       WHERE "${row}" = @row AND CAST("${shop}" AS TEXT) = @shop AND "${column}" = @value`,
    )
    .run({ ...old, sealed });
}
