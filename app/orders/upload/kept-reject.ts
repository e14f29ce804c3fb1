import type { RejectedLine } from './grouping';

/**
 * How shops name their orders, and nothing else is written: #1001, #EU1001-GB, WEB-1001, 1001. A number alone is kept up to
 * five digits: six may be somebody's birth date, seven their telephone number.
 */
const ORDER_NAME = /^(?:[#№][A-Z]{0,4}-?\d{1,8}(?:-?[A-Z]{1,3})?|[A-Z]{2,3}-?\d{1,7}|\d{1,5})$/;
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
