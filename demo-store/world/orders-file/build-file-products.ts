import type { IdCounts } from '../mint-ids';
import { mintId } from '../mint-ids';
import type { Product } from '../types';
import { isFeeCode, isVoucherCode } from './fee-codes';
import type { SaleRow } from './read-row';

const DAY_MS = 86_400_000;
const STOCK = 500;

/** One product with one variant for each code, with its latest description and its latest price that is not zero. */
export function buildFileProducts(ids: IdCounts, sales: readonly SaleRow[]): Map<string, Product> {
  const latest = new Map<string, { firstAt: number; title: string; priceMinor: number }>();
  for (const row of sales) {
    if (isFeeCode(row.code)) continue;
    const known = latest.get(row.code) ?? {
      firstAt: row.at,
      title: '',
      priceMinor: 0,
    };
    latest.set(row.code, {
      firstAt: known.firstAt,
      title: row.title || known.title,
      priceMinor: row.priceMinor || known.priceMinor,
    });
  }
  const handles = new Set<string>();
  const products = new Map<string, Product>();
  for (const [code, { firstAt, title, priceMinor }] of latest) {
    const handle = freeHandle(`${title} ${code}`, handles);
    const createdAt = firstAt - DAY_MS;
    const voucher = isVoucherCode(code);
    products.set(code, {
      id: mintId(ids, 'product'),
      handle,
      title: title || code,
      description: '',
      productType: '',
      vendor: '',
      tags: [],
      category: null,
      status: 'ACTIVE',
      publishedAt: createdAt,
      imagePath: `/images/${handle}.svg`,
      requiresShipping: !voucher,
      isGiftCard: voucher,
      hasSubscriptionOffer: false,
      variants: [
        {
          id: mintId(ids, 'variant'),
          title: 'Default Title',
          sku: code,
          priceMinor,
          compareAtMinor: null,
          stock: STOCK,
          unitPrice: null,
        },
      ],
      createdAt,
      updatedAt: createdAt,
    });
  }
  return products;
}

function freeHandle(text: string, taken: Set<string>): string {
  const slug = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  let handle = slug;
  for (let turn = 2; taken.has(handle); turn += 1) handle = `${slug}-${turn}`;
  taken.add(handle);
  return handle;
}
