import { namesCapacity } from './capacities';
import type { Measure, Reading } from './measures';
import { isRollPaper, isSheet } from './things';
import type { Token } from './tokens';

/** The measures that are the pack's own: no wearer's weight, no portion, no sheets of a roll, nothing's capacity. */
export function ownMeasures(
  tokens: readonly Token[],
  { measures, times, lots }: Reading,
): readonly Measure[] {
  const isCounted = measures.some(isCount);
  const isCountedOtherwise =
    times > 1 || lots.length > 0 || measures.some((one) => isCount(one) && !isSheet(one.name));
  const hasRolls = isCountedOtherwise && isRollPaper(tokens.map(({ text }) => text));
  const isPhone = tokens.some(({ text }) => PHONE.test(text));
  const isVessel = namesCapacity(tokens);
  return measures.filter((one) => {
    if (one.isPortion || (one.isLimit && (isCounted || one.unit.isMetric))) return false;
    if (isPhone && one.unit.kind === 'g' && one.value <= 6) return false;
    return !(hasRolls && isSheet(one.name)) && !(isVessel && isCapacity(one));
  });
}

/** Whose `5G` is a network. */
const PHONE = /^(?:i?phone|smartphones?|handy|galaxy|router|modem|lte|wlan|wifi|sim)$/;

/** Capacities are told in litres, ounces and kilograms. */
const isCapacity = ({ unit }: Measure) => unit.kind === 'ml' || (unit.kind === 'g' && unit.factor > 1);

export const isContent = ({ unit }: Measure): boolean => unit.kind === 'g' || unit.kind === 'ml';

const isCount = ({ unit }: Measure) => unit.kind === 'items' || unit.kind === 'packs';
