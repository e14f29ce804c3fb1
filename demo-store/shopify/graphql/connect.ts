import { GraphQLError } from 'graphql';
import type { Args } from './args';

/** A list in ascending order of (value, id), which a cursor can find its place in even after items moved. */
export interface OrderedList<T> {
  readonly items: readonly T[];
  valueOf(item: T, index: number): string | number;
  idOf(item: T): string;
}

export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const MAX_PAGE = 250;

/**
 * One page of a list by `first`/`after`, `last`/`before` and `reverse`. Cursors hold the last value and id, as Shopify's do.
 * @throws GraphQLError when no page size is given, it is out of 1 to 250, or a cursor cannot be read.
 */
export function connect<T>(list: OrderedList<T>, args: Args): Connection<T> {
  const ordered = args.reverse === true ? reversed(list) : list;
  const size = pageSize(args);
  let start = args.after == null ? 0 : placeOf(ordered, args.after, args.reverse === true) + 1;
  let end = args.before == null ? list.items.length : placeOf(ordered, args.before, args.reverse === true);
  if (args.first == null) start = Math.max(start, end - size);
  else end = Math.min(end, start + size);
  const nodes = ordered.items.slice(start, Math.max(start, end));
  const edges = nodes.map((node, offset) => ({ cursor: cursorOf(ordered, node, start + offset), node }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: end < list.items.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** A list that keeps the order it has, such as the lines of an order. */
export function inGivenOrder<T>(items: readonly T[], idOf: (item: T) => string): OrderedList<T> {
  return { items, idOf, valueOf: (_item, index) => index };
}

/** Ids are decimal numbers of any length. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

function pageSize(args: Args): number {
  const size = args.first ?? args.last;
  if (typeof size !== 'number') throw new GraphQLError('you must provide one of first or last');
  if (size < 0) throw new GraphQLError('first and last must not be negative');
  if (size > MAX_PAGE)
    throw new GraphQLError(`first cannot exceed ${MAX_PAGE}`, {
      extensions: { code: 'MAX_PAGE_SIZE_EXCEEDED' },
    });
  return size;
}

function reversed<T>(list: OrderedList<T>): OrderedList<T> {
  const last = list.items.length - 1;
  return {
    items: [...list.items].reverse(),
    idOf: (item) => list.idOf(item),
    valueOf: (item, index) => list.valueOf(item, last - index),
  };
}

function cursorOf<T>(list: OrderedList<T>, item: T, index: number): string {
  const place = { last_id: list.idOf(item), last_value: list.valueOf(item, index) };
  return Buffer.from(JSON.stringify(place)).toString('base64');
}

/** The index of the item the cursor stands on, or of the one before the place where it would be. */
function placeOf<T>(list: OrderedList<T>, cursor: unknown, descending: boolean): number {
  const place = readCursor(cursor);
  const sign = descending ? -1 : 1;
  let low = 0;
  let high = list.items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list.items[middle] as T;
    if (sign * comparePlace(list.valueOf(item, middle), list.idOf(item), place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

interface Place {
  readonly last_id: string;
  readonly last_value: string | number;
}

function comparePlace(value: string | number, id: string, place: Place): number {
  if (value < place.last_value) return -1;
  if (value > place.last_value) return 1;
  return compareIds(id, place.last_id);
}

function readCursor(cursor: unknown): Place {
  try {
    const place = JSON.parse(Buffer.from(String(cursor), 'base64').toString('utf8')) as Partial<Place>;
    if (typeof place.last_id === 'string' && place.last_value !== undefined) return place as Place;
  } catch {
    // falls through to the one error below
  }
  throw new GraphQLError('Invalid cursor for current pagination sort.');
}
