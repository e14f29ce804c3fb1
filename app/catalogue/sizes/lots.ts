import { countedAt, unitAt } from './numbers';
import type { Token } from './token';
import { COLLECTIONS } from './units';

/** `Set 10` may be ten; `Set 423` has a name. */
const MOST_BARE_LOT = 200;

const MOST_PACKS = 500;

/** `B/1000` is what a pharmacy's box holds. */
const MOST_IN_BOX = 1000;

/** What may close a title: `Compresses Boîte 50`. */
const CLOSING = /^(?:boite|boites|box|etui|packung|schachtel|caja|scatola|doos|paquet|karton)$/;

export interface Lot {
  readonly count: number;
  /** `B/30`, which nothing but a count stands behind. */
  readonly isBox: boolean;
  /** `pack 3` without "of": beside a count of things it may be a size. */
  readonly isBare: boolean;
}

/** The 6 of `6 pack 12 oz`, not the article's of `8873 Pack 12`. */
const isPackNumber = (token: Token | undefined) =>
  token?.kind === 'number' && Number(token.text) <= MOST_PACKS;

/** "pack of 6", "lot de 3", "set/4", "pack 3" at their first word; `next` is what follows. */
export function collectionAt(
  tokens: readonly Token[],
  at: number,
): { readonly lot: Lot; readonly next: number } | null {
  const [what, joint] = [tokens[at]!.text, tokens[at + 1]];
  if (!COLLECTIONS.has(what) || !joint) return null;
  const isBare = joint.kind === 'number' || joint.text === '/';
  const isBox = joint.text === '/' && /^(?:[bps]|bt|bte|plq|plaq)$/.test(what);
  const isStart =
    (!isPackNumber(tokens[at - 1]) || tokens[at - 2]?.text === 'x') &&
    !/^(?:-|er)$/.test(tokens[at - 1]?.text ?? '');
  const isLast = tokens[at + 2] === undefined;
  const isSet =
    isBox ||
    (isStart && (/^(?:set|pack|lot|lote|bte|bt|plq|plaq)$/.test(what) || (isLast && CLOSING.test(what))));
  if (what.length === 1 && !isBox) return null;
  if (isBare ? !isSet : !/^(?:of|de|da|mit|a|met|van|con)$/.test(joint.text)) return null;
  const numberAt = joint.kind === 'number' ? at + 1 : at + 2;
  const lot = tokens[numberAt]?.kind === 'number' ? Number(tokens[numberAt].text) : NaN;
  if (!Number.isInteger(lot) || lot < 1 || lot > (isBox ? MOST_IN_BOX : isBare ? MOST_BARE_LOT : MOST_PACKS))
    return null;
  const next = numberAt + 1;
  if (isBare && /^(?:x|tlg|teilig\p{L}*)$/u.test(tokens[next]?.text ?? '')) return null;
  return unitAt(tokens, next) || countedAt(tokens, { value: lot, next })
    ? null
    : { lot: { count: lot, isBare, isBox }, next };
}
