import type { Token } from './token';
import { COLLECTIONS, unitNamed } from './units';

/**
 * Settles `2 500 ml`, two numbers with a plain blank between them: thousands where a size stands by itself, or the number of a
 * name (`Aptamil 2 800 g`) with a size behind it. Where nothing tells which, both become one token that is neither.
 */
export function withThousands(tokens: readonly Token[]): readonly Token[] {
  const settled: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const [first, second] = [tokens[at]!, tokens[at + 1]];
    if (!isPair(tokens, at) || isOfPacks(tokens, at)) {
      settled.push(first);
      continue;
    }
    const kind = isAlone(tokens, at) ? 'number' : 'word';
    const text = `${first.text}${kind === 'number' ? '' : ' '}${second!.text}`;
    settled.push({ kind, text, isGlued: first.isGlued });
    at += 1;
  }
  return settled;
}

/** Whether a token is two numbers of which nobody can say whether they are one. */
export const isDoubtful = ({ text }: Token): boolean => /^\d \d{3}$/.test(text);

/**
 * Nobody sells a shopper `12 500 ml` in one: that 12 is a name's. Of counts only round ones may be thousands: `Pampers 4
 * 174 Stück` are 174.
 */
function isPair(tokens: readonly Token[], at: number): boolean {
  const [first, second, name] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (first.kind !== 'number' || second?.kind !== 'number' || second.isGlued) return false;
  if (!/^[1-9]$/.test(first.text) || !/^\d{3}$/.test(second.text)) return false;
  const unit = name?.kind === 'word' ? unitNamed(name.text) : undefined;
  if (unit?.factor !== 1) return false;
  const isCount = unit.kind === 'items' && second.text.endsWith('00');
  return isCount || ((unit.kind === 'g' || unit.kind === 'ml') && unit.isMetric);
}

/** The first number of `lot de 2 500 ml`, `pack of 6 330 ml`, `Shampoo x 2 500 ml`, `1/2 500 g`, `for 2 300 g`. */
function isOfPacks(tokens: readonly Token[], at: number): boolean {
  const [before, earlier] = [tokens[at - 1], tokens[at - 2]];
  // Index cards are `3 x5 100 ct`.
  const isMeasure = unitNamed(tokens[at + 2]!.text)?.kind === 'items' && tokens[at]!.isGlued;
  if (before?.text === 'x') return earlier?.kind !== 'number' || isMeasure;
  if (/^(?:\/|for|fur|pour|para|per|voor)$/.test(before?.text ?? '')) return true;
  return COLLECTIONS.has(before?.text ?? '') || COLLECTIONS.has(earlier?.text ?? '');
}

/** All of a text, or between signs: `(1 500 ml)`, `Lessive - 2 500 ml`, `6 x 1 500 ml`. */
function isAlone(tokens: readonly Token[], at: number): boolean {
  const [before, behind] = [tokens[at - 1], tokens[at + 3]];
  if (before?.text === 'x') return unitNamed(tokens[at + 2]!.text)?.kind !== 'items';
  const isOpen = before === undefined || (before.kind === 'sign' && !(before.isGlued && tokens[at]!.isGlued));
  return isOpen && (behind === undefined || behind.kind === 'sign');
}
