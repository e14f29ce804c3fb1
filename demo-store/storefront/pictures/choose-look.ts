import type { Product } from '../../world/types';

export type Shape =
  | 'bag'
  | 'bottle'
  | 'jar'
  | 'carton'
  | 'tin'
  | 'tube'
  | 'roll'
  | 'bar'
  | 'mug'
  | 'cloth'
  | 'card'
  | 'pot'
  | 'round'
  | 'parcel';

/** What kind of thing a name speaks of; the first match wins. */
const WORDS: readonly (readonly [RegExp, Shape])[] = [
  [
    /\b(gift card|voucher|guide|e-?book|course|cards?|stationery|poster|print|sign|notebook|book|frame|calendar)\b/i,
    'card',
  ],
  [/\b(mugs?|cups?|bowls?|glass(es)?|teaware|tumbler)\b/i, 'mug'],
  [/\b(teapot|kettle|press|grinder|frother|pot|pan|casserole|scale|lamp|light|lantern|clock)\b/i, 'pot'],
  [
    /\b(towels?|apron|blanket|linen|textiles?|cloths?|tote|bags? red|bunting|cushion|napkins?|rug|scarf)\b/i,
    'cloth',
  ],
  [/\b(rolls?|toilet|kitchen paper|wrap|ribbon|tape|bin liners)\b/i, 'roll'],
  [/\b(toothpaste|tube|(hand|face|body|day|night|foot) cream|balm|lotion|sunscreen|gel)\b/i, 'tube'],
  [/\b(soap bar|bars?|shampoo bar|sponge|brush|razor|comb)\b/i, 'bar'],
  [
    /\b(shampoo|conditioner|wash|detergent|cleaner|spray|oil|vinegar|liquid|syrup|rinse|bottles?|juice|milk|softener|soap)\b/i,
    'bottle',
  ],
  [
    /\b(honey|jam|butter|spread|sauce|pickle|capsules?|vitamins?|tablets?|candles?|jars?|paste|supplement|magnesium|omega)\b/i,
    'jar',
  ],
  [/\b(wet food|canned|tomatoes|beans|tuna|tin|tins|cocoa|matcha)\b/i, 'tin'],
  [
    /\b(filters|blades|wipes|pads|nappies|diapers|cereal|crackers|tea ?bags|tissues|box|lunch ?box|capsule box|set of|pack of)\b/i,
    'carton',
  ],
  [
    /\b(coffee|tea|rice|flour|pasta|granola|oats|nuts|food|litter|seeds|salt|sugar|treats|kibble|powder)\b/i,
    'bag',
  ],
  [/\b(toy|ball|rings|puzzle|dish|plate|basket|wreath|hanger|heart|garland|decoration)\b/i, 'round'],
];

const PALETTES = [
  { ground: '#f4e6cd', body: '#a8432c', label: '#fdf8ee', ink: '#2d2a26' },
  { ground: '#e3ebdf', body: '#3f5d45', label: '#f6f1e2', ink: '#26382b' },
  { ground: '#dfe7ec', body: '#3c5a72', label: '#f7f4ea', ink: '#223543' },
  { ground: '#f3ddd3', body: '#c06a4a', label: '#fff8ef', ink: '#4a2a1d' },
  { ground: '#efe3ea', body: '#7a4a68', label: '#faf4f2', ink: '#3d2434' },
  { ground: '#f6eccb', body: '#b98622', label: '#fffaea', ink: '#45340f' },
  { ground: '#e6e2d8', body: '#5b5348', label: '#f8f4ea', ink: '#2d2a26' },
] as const;

export interface Look {
  readonly shape: Shape;
  readonly palette: (typeof PALETTES)[number];
}

/** The same product always looks the same; products of one type share their colours' family. */
export function chooseLook(product: Pick<Product, 'handle' | 'title' | 'productType'>): Look {
  const shape =
    WORDS.find(([words]) => words.test(product.title))?.[1] ??
    WORDS.find(([words]) => words.test(product.productType))?.[1] ??
    'parcel';
  const palette = PALETTES[hash(product.productType + product.handle) % PALETTES.length] ?? PALETTES[0];
  return { shape, palette };
}

function hash(text: string): number {
  let value = 2166136261;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  return value;
}
