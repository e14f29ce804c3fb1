import { z } from 'zod';
import {
  DIRECTIONS,
  VERDICT_SORTS,
  VERDICT_VIEWS,
  type Direction,
  type VerdictSort,
} from '../../consumables/verdict-view';

/** Where in the list the page stands, as its address says. What makes no sense is the usual. */
export const listPlace = z.object({
  view: z.enum(VERDICT_VIEWS).catch('consumables'),
  search: z.string().max(100).catch(''),
  sort: z.enum(VERDICT_SORTS).catch('repeat'),
  direction: z.enum(DIRECTIONS).catch('descending'),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

export type ListPlace = Readonly<z.infer<typeof listPlace>>;

type SortValue = `${VerdictSort} ${'asc' | 'desc'}`;

const option = (label: string, sort: VerdictSort, asc: string, desc: string) =>
  [
    { label, value: `${sort} desc` satisfies SortValue, directionLabel: desc },
    { label, value: `${sort} asc` satisfies SortValue, directionLabel: asc },
  ] as const;

/** The same orders as the column heads offer, for where these have no room. */
export const SORT_OPTIONS = [
  ...option('Bought again', 'repeat', 'Fewest first', 'Most first'),
  ...option('Buyers', 'buyers', 'Fewest first', 'Most first'),
  ...option('Typical gap', 'gap', 'Shortest first', 'Longest first'),
  ...option('Score', 'score', 'Lowest first', 'Highest first'),
  ...option('Product', 'title', 'A to Z', 'Z to A'),
  ...option('Overruled', 'overruled', 'Oldest first', 'Newest first'),
];

export function parseOrder(value: string): { readonly sort: VerdictSort; readonly direction: Direction } {
  const [sort, way] = value.split(' ');
  return { sort: listPlace.shape.sort.parse(sort), direction: way === 'asc' ? 'ascending' : 'descending' };
}
