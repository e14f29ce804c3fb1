import type { ZodType } from 'zod';
import { isTooCostly } from './admin-errors';

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/**
 * Asks with as many items as wanted, and with half as many each time Shopify finds that too costly: what a query costs
 * depends on its documents and on Shopify's current prices.
 * @throws GraphqlRefused when even one item costs too much.
 */
export async function askAffordably<T>(wanted: number, ask: (count: number) => Promise<T>): Promise<T> {
  for (let count = wanted; ; count = Math.ceil(count / 2)) {
    try {
      return await ask(count);
    } catch (error) {
      if (count === 1 || !isTooCostly(error)) throw error;
    }
  }
}

/**
 * Asks for nodes by id, as many at once as Shopify affords. `gone`: the ids that it answers with null.
 * @throws Error when Shopify answers nothing at all, which would never end.
 */
export async function askByIds(
  ids: readonly bigint[],
  atOnce: number,
  ask: (ids: readonly bigint[]) => Promise<{ readonly nodes: readonly unknown[] }>,
): Promise<{ found: readonly unknown[]; gone: readonly bigint[] }> {
  const nodes: unknown[] = [];
  while (nodes.length < ids.length) {
    const rest = ids.slice(nodes.length, nodes.length + atOnce);
    const answer = await askAffordably(rest.length, (count) => ask(rest.slice(0, count)));
    if (answer.nodes.length === 0) throw new Error('Shopify answered none of the nodes asked for');
    nodes.push(...answer.nodes);
  }
  return {
    found: nodes.filter((node) => node !== null),
    gone: ids.filter((_id, index) => nodes[index] === null),
  };
}

/** Parses nodes one by one. One that cannot be read is left out, with a sentence that names only fields. */
export function readNodes<T>(
  nodes: readonly unknown[],
  schema: ZodType<T>,
): { read: T[]; unreadable: string[] } {
  const read: T[] = [];
  const unreadable: string[] = [];
  for (const node of nodes) {
    const parsed = schema.safeParse(node);
    if (parsed.success) read.push(parsed.data);
    else
      unreadable.push(
        parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join(', '),
      );
  }
  return { read, unreadable };
}

/** Follows a nested connection to its end. `nextPage` returns null when the parent is gone meanwhile. */
export async function readRest<T>(
  first: { readonly nodes: readonly T[]; readonly pageInfo: PageInfo },
  nextPage: (
    after: string | null,
  ) => Promise<{ readonly nodes: readonly T[]; readonly pageInfo: PageInfo } | null>,
): Promise<T[]> {
  const all = [...first.nodes];
  let { pageInfo } = first;
  while (pageInfo.hasNextPage) {
    const page = await nextPage(pageInfo.endCursor);
    if (!page) break;
    all.push(...page.nodes);
    pageInfo = page.pageInfo;
  }
  return all;
}
