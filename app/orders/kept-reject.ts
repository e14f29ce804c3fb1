import type { RejectedLine } from './import-grouping';

/** A number with little around it, as shops name their orders: #1001, WEB-2026/17, EN1001. */
const ORDER_NAME = /^[^\s@\d]{0,8}\d[\d/.-]{0,18}[A-Za-z]{0,3}$/u;
/** Whatever a reason quotes comes from the file. */
const QUOTED = /[“"].*[”"]/su;

/**
 * A rejected line as it is kept: where it stands and why it was not taken, and nothing of what stands in it. In a line whose
 * columns have slipped any cell may be somebody's name or address.
 */
export function keptReject({ line, orderName, field, reason }: RejectedLine): RejectedLine {
  return {
    line,
    orderName: ORDER_NAME.test(orderName) ? orderName : '',
    field,
    reason: reason.replace(QUOTED, '“…”'),
  };
}
