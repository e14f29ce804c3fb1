/** Latest gaps remembered of a pair. */
const RING = 12;
const START = 1 << 10;

/** Days on which a pair of small integers came, as running figures in flat memory. Pure but for its own state. */
export interface PairTable {
  /** The place of a pair, made on first sight. */
  find(left: number, right: number): number;
  left(at: number): number;
  right(at: number): number;
  /** Counts a day; days come in order, the same one again counts once. */
  come(at: number, day: number): void;
  /** Adds what was bought. */
  weigh(at: number, packs: number): void;
  /** Days counted; 0 for a pair that never came. */
  count(at: number): number;
  first(at: number): number;
  last(at: number): number;
  packs(at: number): number;
  /** Sum of ln(gap). */
  logSum(at: number): number;
  /** The latest gaps, at most `most` (and RING), oldest first. */
  gaps(at: number, most: number): number[];
}

interface Columns {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly count: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly packs: Float64Array;
  readonly logSum: Float64Array;
  readonly ring: Uint16Array;
}

export function openPairs(): PairTable {
  let columns = makeColumns(START);
  let slots = new Int32Array(START * 2);
  let size = 0;

  function grow(): void {
    const wider = makeColumns(columns.left.length * 2);
    for (const name of Object.keys(columns) as (keyof Columns)[]) wider[name].set(columns[name]);
    columns = wider;
    slots = new Int32Array(wider.left.length * 2);
    for (let at = 0; at < size; at += 1) slots[freeSlot(columns.left[at]!, columns.right[at]!)] = at + 1;
  }

  /** The slot of a pair, or the free one where it belongs. */
  function freeSlot(left: number, right: number): number {
    const mask = slots.length - 1;
    let slot = mix(left, right) & mask;
    for (;;) {
      const at = slots[slot]! - 1;
      if (at < 0 || (columns.left[at] === left && columns.right[at] === right)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  return {
    find(left, right) {
      const slot = freeSlot(left, right);
      if (slots[slot] !== 0) return slots[slot]! - 1;
      if (size === columns.left.length) {
        grow();
        return this.find(left, right);
      }
      columns.left[size] = left;
      columns.right[size] = right;
      slots[slot] = size + 1;
      size += 1;
      return size - 1;
    },
    left: (at) => columns.left[at]!,
    right: (at) => columns.right[at]!,
    come(at, day) {
      const { count, first, last, logSum, ring } = columns;
      const before = count[at]!;
      if (before === 0) first[at] = day;
      else {
        const gap = day - last[at]!;
        if (gap === 0) return;
        logSum[at]! += Math.log(gap);
        ring[at * RING + ((before - 1) % RING)] = Math.min(gap, 65_535);
      }
      count[at] = before + 1;
      last[at] = day;
    },
    weigh(at, packs) {
      columns.packs[at]! += packs;
    },
    count: (at) => columns.count[at]!,
    first: (at) => columns.first[at]!,
    last: (at) => columns.last[at]!,
    packs: (at) => columns.packs[at]!,
    logSum: (at) => columns.logSum[at]!,
    gaps(at, most) {
      const known = columns.count[at]! - 1;
      const taken = Math.max(0, Math.min(known, most, RING));
      const gaps = new Array<number>(taken);
      for (let i = 0; i < taken; i += 1) gaps[i] = columns.ring[at * RING + ((known - taken + i) % RING)]!;
      return gaps;
    },
  };
}

function makeColumns(length: number): Columns {
  return {
    left: new Int32Array(length),
    right: new Int32Array(length),
    count: new Int32Array(length),
    first: new Int32Array(length),
    last: new Int32Array(length),
    packs: new Float64Array(length),
    logSum: new Float64Array(length),
    ring: new Uint16Array(length * RING),
  };
}

/** Spreads two integers over 32 bits (the finaliser of MurmurHash3). */
function mix(left: number, right: number): number {
  let h = Math.imul(left, 0x9e3779b1) ^ Math.imul(right + 0x7f4a7c15, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
