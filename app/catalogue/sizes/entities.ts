/** What HTML names stand for in titles; accents come off anyway. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ amp: '&', quot: '"', apos: "'", lsquo: "'", rsquo: "'", lt: '<', gt: '>', lpar: '(', rpar: ')' },
    ...{ times: '×', frac12: '½', frac14: '¼', frac34: '¾', frasl: '/', sol: '/', ast: '*', plus: '+' },
    ...{ micro: 'µ', deg: '°', sup2: '²', sup3: '³', percnt: '%', comma: ',', period: '.', ell: 'l' },
    ...{ ndash: '–', mdash: '—', minus: '-', hyphen: '-', szlig: 'ß', oelig: 'oe', aelig: 'ae' },
    ...{ nbsp: '\u00a0', thinsp: '\u2009', numsp: '\u2007', ensp: ' ', emsp: ' ' },
    ...{ shy: '', zwnj: '', zwj: '', lrm: '', rlm: '' },
  }),
);

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi;

/** `&eacute;`: the letter; the accent is in no list. */
const ACCENTED = /^([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron)$/i;

/** HTML entities as what they stand for; what has no such name stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  // Twice escaped, by a shop that moved from one system to another.
  const once = text.replace(/&amp;(?=#?\w{2,8};)/gi, '&');
  return once.replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? ACCENTED.exec(name)?.[1] ?? entity;
    const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
    return code > 0 && code <= LAST_CODE ? String.fromCodePoint(code) : ' ';
  });
}

/** The last that Unicode has. */
const LAST_CODE = 0x10ffff;
