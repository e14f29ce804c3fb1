import type { ProductEvidence } from '../../refills/forecasts/load-product-evidence.server';
import { countOf, formatNumber } from '../../ui/format-values';
import { kindWithSource } from '../app.consumables._index/verdict-words';

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

/** Which sizes cannot be read, and what follows. */
export function unreadSizeWords({ unread, of }: NonNullable<ProductEvidence['unreadSize']>): string {
  if (unread.length === of) return 'This product’s size cannot be read, so each pack counts alike.';
  const [first, ...rest] = unread;
  const which = rest.length === 0 ? `“${first}”` : `“${first}” and ${countOf(rest.length, 'other variant')}`;
  return `The size of ${which} cannot be read: ${rest.length === 0 ? 'it counts' : 'they count'} as the usual size.`;
}

type Kept = ProductEvidence['evidence'];

/** What the verdict mostly rests on, and how far that is from what a thing to keep would show. */
export function restWords(kept: Kept): string | null {
  const { level, repeatBuyers, expectedIfKept } = kept;
  switch (level) {
    case 'product': {
      const expected = expectedIfKept === null ? null : formatNumber(Math.round(expectedIfKept * 10) / 10);
      const ifKept =
        expected === null
          ? ''
          : ` Were it a thing to keep, it would have been bought again about ${expected} times; ${countOf(repeatBuyers, 'buyer')} came back.`;
      return `This rests mostly on its own buyers.${ifKept}`;
    }
    case 'relatives':
      return 'This rests mostly on how often other products of its category are bought again.';
    case 'kind':
      return `Too few have bought it to tell, so this rests mostly on its kind (${kindWithSource(kept)}).`;
    case 'shop':
      return 'Too few have bought it to tell, and its kind is not known: this is what is usual in your shop.';
    case 'excluded':
    case null:
      return null;
  }
}

/** How long its kind suggests that it lasts, for as long as its own buyers say little. */
export function kindWords({ start, kind }: Pick<Kept, 'start' | 'kind'>): string | null {
  if (!start) return null;
  const why = start.isSized ? `its kind (${kind}) and pack size suggest` : `its kind (${kind}) suggests`;
  return `Before anybody has come back, ${why} ${countOf(start.days, 'day')}.`;
}
