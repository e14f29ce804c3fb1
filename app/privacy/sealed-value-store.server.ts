import { int, statement, text, type SqlValue, type Statement } from '../db/statement';
import type { Seals, Sql, Writer } from '../ports';
import { REGISTER } from './register';

type Given = Readonly<Record<string, SqlValue>>;

/** A column of sealed texts, and what is asked of it. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly standings: Statement<{ readonly prefix: string; readonly n: number }, Given>;
  readonly otherwise: Statement<SealedValue, Given>;
  readonly replace: Statement<unknown, Given>;
}

export interface SealedValue {
  readonly shop: string;
  readonly row: string;
  readonly value: string;
}

const columns: SealedColumn[] = [];
// Names come from the register, never from outside. Comparing the first letters as they are knows no wildcards.
for (const [table, { sealed }] of Object.entries(REGISTER))
  for (const { column, shop, row } of sealed?.columns.map((column) => ({ ...sealed, column })) ?? [])
    columns.push({
      ...{ table, column },
      standings: statement(
        `SELECT CASE WHEN substr("${column}", 1, length(:any)) = :any THEN substr("${column}", 1, :length) ELSE '' END
          AS "prefix", count(*) AS "n"
        FROM "${table}" WHERE "${column}" <> '' GROUP BY 1`,
        { prefix: text, n: int },
      ),
      otherwise: statement(
        `SELECT CAST("${shop}" AS TEXT) AS "shop", "${row}" AS "row", "${column}" AS "value"
        FROM "${table}"
        WHERE ("${shop}", "${row}") > (:afterShop, :afterRow) AND "${column}" <> '' AND substr("${column}", 1, length(:prefix)) <> :prefix
        ORDER BY "${shop}", "${row}" LIMIT :take`,
        { shop: text, row: text, value: text },
      ),
      replace: statement(
        `UPDATE "${table}" SET "${column}" = :sealed
        WHERE "${row}" = :row AND CAST("${shop}" AS TEXT) = :shop AND "${column}" = :value`,
      ),
    });

/** Every column that holds sealed texts. */
export const SEALED_COLUMNS: readonly SealedColumn[] = columns;

/** How many texts of a column were sealed with each key (by what such texts begin with); plain ones are not counted. */
export async function countStandings(
  db: Sql,
  { standings }: SealedColumn,
  { any, current }: Seals['prefixes'],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.all(standings, { any, length: current.length });
  return new Map(rows.flatMap(({ prefix, n }) => (prefix === '' ? [] : [[prefix, n]])));
}

/** Before every row: shops are counted from 1, and no domain comes before a zero. */
export const BEFORE_ALL: Pick<SealedValue, 'shop' | 'row'> = { shop: '0', row: '' };

/** Texts of a column that do not begin with `prefix`, by shop and row, behind `after`. */
export async function listSealedOtherwise(
  db: Sql,
  { otherwise }: SealedColumn,
  which: {
    readonly prefix: string;
    readonly after: Pick<SealedValue, 'shop' | 'row'>;
    readonly take: number;
  },
): Promise<readonly SealedValue[]> {
  const { prefix, after, take } = which;
  return db.all(otherwise, { prefix, afterShop: after.shop, afterRow: after.row, take });
}

/** Puts a text in the place of another, unless it was changed meanwhile. */
export async function replaceValue(
  tx: Writer,
  { replace }: SealedColumn,
  old: SealedValue,
  sealed: string,
): Promise<void> {
  await tx.run(replace, { ...old, sealed });
}
