import type { ProductEvidence } from '../../refills/load-product-evidence.server';
import { countOf } from '../../ui/format-values';

type ComeBack = ProductEvidence['comeBack'];

/** What forecasts of the product start from, and whose evidence that is. */
export function startWords(
  rhythm: ProductEvidence['rhythm'],
  comeBack: Pick<ComeBack, 'returns'>,
  kind: string,
): string {
  if (!rhythm) return 'It is not forecast: forecasts are made for consumables only.';
  const [from, typical, to] = rhythm.quartileDays;
  const days =
    from === undefined || typical === undefined || to === undefined
      ? ''
      : `Forecasts start from ${countOf(typical, 'day')}, with half of returns between ${from} and ${to}: each buyer counts once, however often they came, and a little of what is usual for its kind is mixed in. `;
  return `${days}${restsOn(rhythm.source, comeBack.returns, kind)}`;
}

function restsOn(source: string, returns: number, kind: string): string {
  const own =
    returns === 0
      ? 'nobody has come back for it yet'
      : `only ${countOf(returns, 'return')} of its own so far`;
  switch (source) {
    case 'product':
      return `This rests on the ${countOf(returns, 'return')} of its own buyers.`;
    case 'category':
      return `This rests mostly on what is usual for its kind (${kind}): ${own}.`;
    default:
      return `This rests mostly on what is usual in your shop: ${own}, and its kind says nothing.`;
  }
}

/** A pack size against the usual one, e.g. `2 times the usual size`. */
export function multipleWords(multiple: number): string {
  if (Math.abs(multiple - 1) < 0.05) return 'the usual size';
  return `${Number(multiple.toPrecision(2))} times the usual size`;
}
