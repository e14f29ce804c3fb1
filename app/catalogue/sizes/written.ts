import { decodeEntities } from './entities';

/**
 * A title as a reader sees it, whatever it came through: entities decoded, nothing invisible, the digits of any script as
 * 0 to 9, and the thousands of a number in one piece.
 */
export function written(text: string): string {
  return withThousands(
    visible(decodeEntities(text))
      .replace(/[^\P{Nd}0-9]/gu, asciiDigit)
      .replace(/(\d)٫(?=\d)/g, '$1.')
      .replace(/(\d)٬(?=\d)/g, "$1'")
      // `5²` is no 52, and the note of `500² g` makes nothing sure either.
      .replace(/(\d)[⁰¹²³⁴-⁹₀-₉]+/g, '$1^'),
  );
}

/** Without what takes no room: soft hyphens, joiners, marks of direction. A break that stands between words is a blank. */
const visible = (text: string): string =>
  text
    .replace(/(?<=\d)\u200b(?=\d)|(?<=\p{L})\u200b(?=\p{L})/gu, '')
    .replace(/[\u200b\u2800\u3164]/g, ' ')
    .replace(/(?!\s)[\p{Cf}\p{Cc}]/gu, '');

/** Unicode keeps the ten digits of a script in a row. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** No digit, no decimals and no letter before it (but the x of `6x1 500 ml`). */
const START = String.raw`(?<![\d.,^]|[^\P{L}xх×])`;

/** Blanks that only a typesetter writes, and the Swiss apostrophe. Where a text has no plain blank, they are its blanks. */
const SET_APART = new RegExp(
  String.raw`${START}([1-9]\d{0,2})((?:[\u00a0\u202f\u2007\u2009'’]\d{3})+)(?!\d)`,
  'gu',
);
const BLANKS = /[\u00a0\u202f\u2007\u2009]/g;

/** `1 000 g`, `10 000 ml`: no size and no count begins with 0. */
const BLANK_BEFORE_ZERO = new RegExp(String.raw`${START}([1-9]\d{0,2}) (0\d\d)(?!\d)`, 'gu');

/** `1.000,50`, `1,000.50`, and thousands of thousands. */
const WITH_DECIMALS = new RegExp(
  String.raw`${START}(?:(\d{1,3}(?:\.\d{3})+),(\d{1,6})|(\d{1,3}(?:,\d{3})+)\.(\d{1,6}))(?![\d.,]*\d)`,
  'gu',
);
const MILLIONS = new RegExp(
  String.raw`${START}(?:[1-9]\d{0,2}(?:\.\d{3}){2,3}|[1-9]\d{0,2}(?:,\d{3}){2,3})(?![\d.,]*\d)`,
  'gu',
);

/** Thousands where it is certain that the groups are one number; the rest is settled beside its words. */
function withThousands(text: string): string {
  const own = / /.test(text.trim()) ? text : text.replace(BLANKS, ' ');
  return own
    .replace(SET_APART, (_, first: string, rest: string) => first + rest.replace(/\D/g, ''))
    .replace(BLANK_BEFORE_ZERO, '$1$2')
    .replace(WITH_DECIMALS, (_, dotted?: string, behindComma?: string, comma?: string, behindDot?: string) =>
      dotted ? `${dotted.replace(/\./g, '')}.${behindComma}` : `${comma!.replace(/,/g, '')}.${behindDot}`,
    )
    .replace(MILLIONS, (number) => number.replace(/\D/g, ''));
}
