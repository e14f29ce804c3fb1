import type { IdCounts } from '../mint-ids';
import { mintId } from '../mint-ids';
import type { Product, Variant } from '../types';
import { BABY } from './baby';
import { BODY_CARE } from './body-care';
import { CLEANING } from './cleaning';
import { DRINKS } from './drinks';
import { GIFTS_AND_TOYS } from './gifts-and-toys';
import { HEALTH } from './health';
import { HOMEWARE } from './homeware';
import { KITCHENWARE } from './kitchenware';
import { PANTRY } from './pantry';
import { PETS } from './pets';
import type { ConsumableRow, DurableRow, UnitName } from './rows';
import { taxonomyCategory } from './taxonomy';

export const CONSUMABLES: readonly ConsumableRow[] = [
  ...DRINKS,
  ...PANTRY,
  ...CLEANING,
  ...PETS,
  ...BABY,
  ...BODY_CARE,
  ...HEALTH,
];
const DURABLES: readonly DurableRow[] = [...KITCHENWARE, ...HOMEWARE, ...GIFTS_AND_TOYS];

const HOUR_MS = 3_600_000;
const PLENTY = 50_000;

/** The seeded shop's products, with fresh ids, all created in the weeks before `openedAt` (epoch ms). */
export function buildProducts(ids: IdCounts, openedAt: number): Product[] {
  const rows = CONSUMABLES.length + DURABLES.length;
  const createdAt = (place: number) => openedAt - (rows - place) * 6 * HOUR_MS;
  return [
    ...CONSUMABLES.map((row, place) => buildConsumable(ids, row, createdAt(place))),
    ...DURABLES.map((row, place) => buildDurable(ids, row, createdAt(CONSUMABLES.length + place))),
  ];
}

function buildConsumable(ids: IdCounts, row: ConsumableRow, createdAt: number): Product {
  return {
    ...frame(ids, row, createdAt),
    hasSubscriptionOffer: row.subscription,
    variants: row.sizes.map(([title, content, priceMinor], place) => ({
      ...buildVariant(ids, row.handle, title, priceMinor, place),
      unitPrice: row.measured ? shownContent(content, row.unit) : null,
    })),
  };
}

function buildDurable(ids: IdCounts, row: DurableRow, createdAt: number): Product {
  const product = frame(ids, row, createdAt);
  return {
    ...product,
    status: row.status ?? 'ACTIVE',
    publishedAt: row.status === 'DRAFT' ? null : product.publishedAt,
    requiresShipping: !row.digital,
    isGiftCard: row.giftCard ?? false,
    ...(row.requiresSellingPlan ? { hasSubscriptionOffer: true, requiresSellingPlan: true } : {}),
    variants: row.variants.map(([title, priceMinor], place) => {
      const variant = buildVariant(ids, row.handle, title, priceMinor, place);
      return row.soldOut ? { ...variant, stock: 0 } : variant;
    }),
  };
}

function frame(ids: IdCounts, row: ConsumableRow | DurableRow, createdAt: number): Product {
  return {
    id: mintId(ids, 'product'),
    handle: row.handle,
    title: row.title,
    description: row.about,
    productType: row.type,
    vendor: row.vendor,
    tags: [...row.tags],
    category: row.category && taxonomyCategory(row.category),
    status: 'ACTIVE',
    publishedAt: createdAt + HOUR_MS,
    imagePath: `/images/${row.handle}.svg`,
    requiresShipping: true,
    isGiftCard: false,
    hasSubscriptionOffer: false,
    variants: [],
    createdAt,
    updatedAt: createdAt + HOUR_MS,
  };
}

function buildVariant(
  ids: IdCounts,
  handle: string,
  title: string,
  priceMinor: number,
  place: number,
): Variant {
  const letters = handle.split('-').map((word) => word.slice(0, 3).toUpperCase());
  return {
    id: mintId(ids, 'variant'),
    title,
    sku: `${letters.join('')}-${place + 1}`,
    priceMinor,
    compareAtMinor: null,
    stock: PLENTY,
    unitPrice: null,
  };
}

/** As a merchant would type it: kilograms and litres from 1,000 on. */
function shownContent(content: number, unit: UnitName): NonNullable<Variant['unitPrice']> {
  if (unit === 'G' && content >= 1000) return { quantityValue: content / 1000, quantityUnit: 'KG' };
  if (unit === 'ML' && content >= 1000) return { quantityValue: content / 1000, quantityUnit: 'L' };
  return { quantityValue: content, quantityUnit: unit };
}
