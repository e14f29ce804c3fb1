import { resealUploads } from '../orders/upload/reseal-uploads.server';
import type { Ports } from '../ports';
import {
  BEFORE_ALL,
  countStandings,
  listSealedOtherwise,
  replaceValue,
  SEALED_COLUMNS,
  type SealedColumn,
  type SealedValue,
} from './sealed-value-store.server';

const AT_ONCE = 500;

export interface SealReport {
  /** How many were sealed anew: by column, and waiting uploads. */
  readonly sealed: Readonly<Record<string, number>>;
  /** How many are still sealed with an older key. */
  readonly older: number;
}

type Needs = Pick<Ports, 'config' | 'db' | 'seals'>;

/**
 * Seals with the present key what an older one sealed and what an older version of Larder left plain (`all`), or only the
 * latter. Goes in short writes through the gate and may run beside the app or be broken off: it takes up what is left.
 * @throws Error before anything is changed, when something was sealed with a key that is not here.
 */
export async function renewSeals(ports: Needs, which: 'all' | 'plain'): Promise<SealReport> {
  const sealed: Record<string, number> = {};
  let older = 0;
  for (const column of SEALED_COLUMNS) older += await countOlder(ports, column);
  for (const column of SEALED_COLUMNS) {
    const count = await renewColumn(ports, column, which);
    if (count > 0) sealed[`${column.table}.${column.column}`] = count;
  }
  const uploads = await resealUploads(ports, which);
  if (uploads > 0) sealed.uploads = uploads;
  if (Object.keys(sealed).length > 0) await ports.db.overwriteDeleted();
  return { sealed, older: which === 'all' ? 0 : older };
}

async function countOlder({ db, seals }: Needs, column: SealedColumn): Promise<number> {
  const { current, known } = seals.prefixes;
  let older = 0;
  for (const [prefix, count] of await countStandings(db.read, column, seals.prefixes)) {
    if (prefix === current) continue;
    if (!known.includes(prefix)) {
      throw new Error(
        `${count} values of ${column.table}.${column.column} were encrypted with a key that ENCRYPTION_KEY does not ` +
          `hold (${prefix.split('.')[1]}). Put that key behind the present one: ENCRYPTION_KEY=PRESENT,OLDER`,
      );
    }
    older += count;
  }
  return older;
}

async function renewColumn(
  { db, seals }: Needs,
  column: SealedColumn,
  which: 'all' | 'plain',
): Promise<number> {
  const { any, current } = seals.prefixes;
  const prefix = which === 'all' ? current : any;
  const renew = (old: SealedValue) => {
    const place = { table: column.table, column: column.column, shop: old.shop, row: old.row };
    return seals.seal(old.value.startsWith(any) ? seals.open(old.value, place) : old.value, place);
  };
  let count = 0;
  for (let after = BEFORE_ALL; ;) {
    const olds = await listSealedOtherwise(db.read, column, { prefix, after, take: AT_ONCE });
    const last = olds.at(-1);
    if (!last) return count;
    const renewed = olds.map((old) => ({ old, sealed: renew(old) }));
    await db.group(async (tx) => {
      for (const { old, sealed } of renewed) await replaceValue(tx, column, old, sealed);
    });
    count += olds.length;
    after = last;
  }
}
