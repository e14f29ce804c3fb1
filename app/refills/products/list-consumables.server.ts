import type { Ports } from '../../ports';
import type { VerdictEvidence } from '../../consumables/verdict-evidence';
import { countVerdicts } from '../../consumables/verdict-store.server';
import { listVerdicts, type VerdictLine } from './verdict-line-store.server';
import type { Direction, VerdictSort, VerdictView } from '../../consumables/verdict-view';

export const CONSUMABLES_PER_PAGE = 25;

export interface ConsumableRow
  extends Omit<VerdictLine, 'productId' | 'evidence' | 'overruledAt'>, VerdictEvidence {
  /** Decimal. */
  readonly productId: string;
  /** ISO instant of the merchant's word; null while Larder's holds. */
  readonly overruledAt: string | null;
}

export interface ConsumableList {
  readonly rows: readonly ConsumableRow[];
  /** Products of each view that the search finds. */
  readonly counts: Readonly<Record<VerdictView, number>>;
  readonly page: number;
  readonly pages: number;
}

export interface ConsumableQuery {
  readonly shopId: number;
  readonly view: VerdictView;
  readonly search: string;
  readonly sort: VerdictSort;
  readonly direction: Direction;
  /** From 1; past the end it is the last. */
  readonly page: number;
}

/** One page of judged products with the evidence behind each verdict. */
export async function listConsumables(
  ports: Pick<Ports, 'db'>,
  { shopId, page: asked, ...query }: ConsumableQuery,
): Promise<ConsumableList> {
  const counts = await countVerdicts(ports.db.read, shopId, query.search);
  const pages = Math.max(1, Math.ceil(counts[query.view] / CONSUMABLES_PER_PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  const range = { offset: (page - 1) * CONSUMABLES_PER_PAGE, limit: CONSUMABLES_PER_PAGE };
  const lines = await listVerdicts(ports.db.read, shopId, { ...query, ...range });
  const rows = lines.map(({ productId, evidence, overruledAt, ...line }) => ({
    ...line,
    ...evidence,
    productId: productId.toString(),
    overruledAt: overruledAt?.toISOString() ?? null,
  }));
  return { rows, counts, page, pages };
}
