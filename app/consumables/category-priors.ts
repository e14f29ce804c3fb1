/**
 * What the kind of a product says before anybody bought it twice. Re-buy cycles follow the order and shape of the
 * supermarket figures measured on the Dunnhumby "Complete Journey" panel (Kaplan–Meier time to the next purchase in the
 * category), scaled up: web shops sell larger packs and are visited less often.
 */
export interface CategoryPrior {
  readonly name: string;
  /** Chance that a product of this kind is a consumable. */
  readonly chance: number;
  /** Typical days from one purchase to the next; null for what is not used up. */
  readonly cycleDays: number | null;
  /** Words in category, type, tags or title, matched as whole words, in singular. */
  readonly words: readonly string[];
}

export const CATEGORY_PRIORS: readonly CategoryPrior[] = [
  // Not consumable first: "coffee mug" is a mug.
  prior(
    'drinkware and kitchen tools',
    0.03,
    null,
    'mug cup glass carafe kettle grinder teapot scoop spoon dripper press jar-opener board knife pan pot tin-opener ' +
      'tray dispenser infuser strainer whisk scale frother canister tower pour-over jar bottle soap-dish towel basket tin gear ' +
      'equipment accessory accessorie tool set',
  ),
  prior(
    'home and gifts',
    0.03,
    null,
    'poster print frame vase cushion throw blanket lamp lantern candlestick candle-holder clock ornament figurine doormat basket hook hanger bunting sign coaster apron',
  ),
  prior(
    'apparel and bags',
    0.03,
    null,
    'shirt t-shirt hoodie sock scarf hat cap tote bag backpack wallet pouch glove umbrella',
  ),
  prior(
    'toys and pet gear',
    0.04,
    null,
    'toy puzzle game leash lead collar bowl bed carrier brush comb litter-box',
  ),
  prior('books and media', 0.02, null, 'book guide course ebook class voucher workshop'),
  prior('greeting cards and wrap', 0.1, null, 'card wrap ribbon sticker'),
  prior('coffee', 0.96, 28, 'coffee espresso beans blend roast'),
  prior('tea', 0.92, 45, 'tea matcha rooibos chai infusion'),
  prior('pet food', 0.96, 30, 'dog-food cat-food kibble pet-food treat'),
  prior('cat litter', 0.95, 30, 'litter'),
  prior('baby care', 0.95, 24, 'diaper nappy formula wipe'),
  prior('milk and dairy', 0.96, 12, 'milk yoghurt yogurt butter cheese'),
  prior(
    'pantry',
    0.85,
    45,
    'oil honey pasta rice flour sugar salt spice sauce jam granola oat cereal nut chocolate snack biscuit bar syrup vinegar',
  ),
  prior('paper goods', 0.93, 40, 'toilet-paper kitchen-roll tissue napkin'),
  prior('laundry and dishes', 0.93, 55, 'detergent laundry dishwasher dish-soap washing softener tablet'),
  prior('cleaning', 0.88, 60, 'cleaner spray sponge bleach descaler refill'),
  prior(
    'soap and body care',
    0.88,
    55,
    'soap shampoo conditioner shower deodorant lotion balm hand-wash body-wash',
  ),
  prior('oral care', 0.9, 50, 'toothpaste mouthwash floss brush-head'),
  prior('shaving', 0.85, 50, 'razor blade shaving'),
  prior(
    'skin care and make-up',
    0.82,
    60,
    'serum cream moisturiser moisturizer cleanser mascara sunscreen toner mask',
  ),
  prior(
    'vitamins and supplements',
    0.92,
    34,
    'vitamin supplement capsule protein collagen omega probiotic magnesium',
  ),
  prior('candles and scent', 0.5, 75, 'candle incense diffuser'),
  prior('filters and cartridges', 0.9, 75, 'filter cartridge battery'),
];

/** For a product of which nothing is known. */
export const UNKNOWN_PRIOR: CategoryPrior = prior('unknown kind', 0.25, null, '');

function prior(name: string, chance: number, cycleDays: number | null, words: string): CategoryPrior {
  return {
    name,
    chance,
    cycleDays,
    words: words === '' ? [] : words.split(' ').map((word) => word.replace('-', ' ')),
  };
}

export interface ProductWords {
  readonly title: string;
  readonly productType: string;
  readonly categoryName: string | null;
  /** As the catalogue keeps them: JSON, a list of words. */
  readonly tags: unknown;
}

const SIZE = /\b\d[\d.]*\s*(?:ml|cl|l|g|kg|oz|lb|cm|mm|pcs?|ply)?\b/gi;

/**
 * The most telling prior: Shopify's category, then type, then tags, then title. A thing to keep that is named after what
 * goes into it ("coffee grinder", "tea tin", "soap dish") is known by the last words of its title.
 */
export function categoryPrior(product: ProductWords): CategoryPrior {
  const leaf = product.categoryName?.split('>').at(-1) ?? '';
  const head = (product.title.split(/,| with | for /)[0] ?? '').replace(SIZE, '').trim();
  const byHead = priorOfText(head.split(' ').slice(-2).join(' '), (one) => one.cycleDays === null);
  const byType = priorOfText(`${leaf} , ${product.productType}`, (one) => one.cycleDays === null);
  if (byHead ?? byType) return byHead ?? byType ?? UNKNOWN_PRIOR;
  for (const text of [leaf, product.productType, tagWords(product.tags), product.title]) {
    const found = priorOfText(text, () => true);
    if (found) return found;
  }
  return UNKNOWN_PRIOR;
}

function priorOfText(text: string, among: (prior: CategoryPrior) => boolean): CategoryPrior | undefined {
  const words = ` ${text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()} `;
  return CATEGORY_PRIORS.find(
    (one) => among(one) && one.words.some((word) => new RegExp(` ${word}e?s? `).test(words)),
  );
}

function tagWords(tags: unknown): string {
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string').join(' , ') : '';
}
