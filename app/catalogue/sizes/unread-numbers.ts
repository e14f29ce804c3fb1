import { numberAt, unitAt } from './numbers';
import type { Token } from './token';
import { tokensOf } from './tokens';
import { isDoubtful } from './thousands';
import { LABELS } from './units';

/** Larger ones are years, article numbers and strengths. */
const LARGEST = 1000;

/** Numbers of a text that may be meant as a size: not lengths, strengths, prices, shares, `Size 4` or `3-in-1`. */
export function unreadNumbers(text: string): number {
  const tokens = tokensOf(text);
  let count = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (isDoubtful(tokens[at]!)) count += 1;
    if (tokens[at]!.kind !== 'number') continue;
    const { value, next } = numberAt(tokens, at);
    if (value >= 2 && value <= LARGEST && !isMarked(tokens[at - 1]) && !isMarked(tokens[next]))
      count += isLength(tokens, next) ? 0 : 1;
    at = next - 1;
  }
  return count;
}

/** Money, shares, `SPF 50`. */
const isMarked = (token: Token | undefined) =>
  token !== undefined && (/^[%€$£#°]$/.test(token.text) || LABELS.has(token.text));

/** `30 cm`, `500 mg`, and the first number of `30 x 40 cm`. */
function isLength(tokens: readonly Token[], at: number): boolean {
  const kind = unitAt(tokens, at)?.unit.kind;
  if (kind !== undefined) return kind === 'extent' || kind === 'dose';
  const isJoined = tokens[at]?.text === 'x' || tokens[at]?.text === '-';
  return isJoined && tokens[at + 1]?.kind === 'number' && isLength(tokens, numberAt(tokens, at + 1).next);
}
