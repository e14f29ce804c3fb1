import type { Ports } from '../ports';
import { countVerdicts, listVerdicts, type VerdictLine } from './verdict-store.server';
import type { VerdictView } from './verdict-view';

export const CONSUMABLES_PER_PAGE = 25;

export interface ConsumableRow extends Omit<VerdictLine, 'productId' | 'evidence'> {
  /** Decimal. */
  readonly productId: string;
  readonly reasons: readonly string[];
  readonly kind: string;
  readonly buyers: number;
  readonly repeatBuyers: number;
}

export interface ConsumableList {
  readonly rows: readonly ConsumableRow[];
  /** Products of each view that the search finds. */
  readonly counts: Readonly<Record<VerdictView, number>>;
  readonly page: number;
  readonly pages: number;
}

/** One page of judged products with the evidence behind each verdict. */
export async function listConsumables(
  ports: Pick<Ports, 'db'>,
  query: { shopId: number; view: VerdictView; search: string; page: number },
): Promise<ConsumableList> {
  const { shopId, view, search } = query;
  const counts = await countVerdicts(ports.db.read, shopId, search);
  const pages = Math.max(1, Math.ceil(counts[view] / CONSUMABLES_PER_PAGE));
  const page = Math.min(Math.max(1, query.page), pages);
  const range = { offset: (page - 1) * CONSUMABLES_PER_PAGE, limit: CONSUMABLES_PER_PAGE };
  const lines = await listVerdicts(ports.db.read, shopId, { view, search, ...range });
  const rows = lines.map(({ productId, evidence, ...line }) => ({
    ...line,
    ...evidence,
    productId: productId.toString(),
  }));
  return { rows, counts, page, pages };
}
