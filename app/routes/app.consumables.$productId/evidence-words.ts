import type { ProductEvidence, VariantEvidence } from '../../refills/forecasts/load-product-evidence.server';
import { countOf, formatNumber } from '../../ui/format-values';
import { kindWithSource, relativesWords } from '../app.consumables._index/verdict-words';

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

/**
 * A pack size against the usual one, e.g. `2 times the usual size`; where forecasts take it for less, or cannot compare it,
 * it says so.
 */
export function multipleWords({ times, multiple }: Pick<VariantEvidence, 'times' | 'multiple'>): string {
  if (times === null) return 'not comparable with the usual size, so it counts as one';
  const is = Math.abs(times - 1) < 0.05 ? 'the usual size' : `${inShort(times)} times the usual size`;
  return times === multiple ? is : `${is}, counted as ${inShort(multiple)} times`;
}

const inShort = (value: number) => formatNumber(Number(value.toPrecision(2)));

/** Which sizes cannot be read, and what follows. */
export function unreadSizeWords({ unread, of }: NonNullable<ProductEvidence['unreadSize']>): string {
  if (unread.length === of)
    return 'If this product has a size, Larder cannot read it: each pack counts alike.';
  const [first, ...rest] = unread;
  const which = rest.length === 0 ? `“${first}”` : `“${first}” and ${countOf(rest.length, 'other variant')}`;
  return `The size of ${which}, if there is one, cannot be read: ${rest.length === 0 ? 'it counts' : 'they count'} as the usual size.`;
}

type Kept = ProductEvidence['evidence'];

/** With so many buyers it is no longer for want of them that they say little. */
const ENOUGH_BUYERS = 30;

/** What the verdict mostly rests on, and how far that is from what a thing to keep would show. */
export function restWords(kept: Kept): string | null {
  const on = groundWords(kept);
  if (on === null) return null;
  const lead = leadWords(kept);
  return kept.level === 'product' || lead === null
    ? `This rests mostly on ${on}.${kept.level === 'product' ? ifKeptWords(kept) : ''}`
    : `${lead}, so this rests mostly on ${on}.`;
}

function groundWords(kept: Kept): string | null {
  switch (kept.level) {
    case 'product':
      return 'its own buyers';
    case 'relatives':
      return `how often ${relativesWords(kept)} are bought again`;
    case 'kind':
      return `its kind (${kindWithSource(kept)})`;
    case 'shop':
      return kept.kindFrom === null
        ? 'what is usual in your shop, for its kind is not known'
        : 'what else your shop sells';
    case 'gaps':
      return 'the times between its purchases';
    case 'offer':
      return 'its being sold as a subscription';
    case 'pack':
      return 'its being sold by weight, volume or count';
    case 'excluded':
    case null:
      return null;
  }
}

/** Why it does not rest on its own buyers; null where they do say something, which stands among the reasons. */
function leadWords({ reasons, buyers }: Kept): string | null {
  if (reasons.includes('bought-again') || reasons.includes('rarely-bought-again')) return null;
  if (buyers >= ENOUGH_BUYERS) return 'Its buyers so far speak neither for nor against';
  return buyers === 0 ? 'Nobody has had time to buy it again' : 'Too few have bought it to tell';
}

function ifKeptWords({ expectedIfKept, repeatBuyers }: Kept): string {
  if (expectedIfKept === null) return '';
  const came = repeatBuyers === 0 ? 'nobody came back' : `${countOf(repeatBuyers, 'buyer')} came back`;
  return ` Were it a thing to keep, it would have been bought again ${timesWords(expectedIfKept)}; ${came}.`;
}

function timesWords(expected: number): string {
  const times = Math.round(expected * 10) / 10;
  if (times === 0) return 'hardly ever';
  return times === 1 ? 'about once' : `about ${formatNumber(times)} times`;
}

/** How long its kind suggests that it lasts, for as long as its own buyers say little. */
export function kindWords({ start, kind }: Pick<Kept, 'start' | 'kind'>): string | null {
  if (!start) return null;
  const why = start.isSized ? `its kind (${kind}) and pack size suggest` : `its kind (${kind}) suggests`;
  return `Before anybody has come back, ${why} ${countOf(start.days, 'day')}.`;
}
