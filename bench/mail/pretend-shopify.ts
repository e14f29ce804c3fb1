/** What Shopify says to a deliverer: everything is in stock, everybody is subscribed, and at times it does not answer. */
import { addressOf, buyerOf } from './who-bought';

export interface PretendShopify {
  /** Customers by the code that was made for them. */
  readonly codes: ReadonlyMap<string, bigint>;
  /** @throws Error when it does not answer, whether or not it did what it was asked */
  answer(document: string, variables: unknown): unknown;
}

const idOf = (gid: unknown) => BigInt(String(gid).split('/').at(-1) ?? '0');

/** @param fails whether the next question fails */
export function pretendShopify(fails: () => boolean): PretendShopify {
  const codes = new Map<string, bigint>();
  const product = { id: 'gid://shopify/Product/1', status: 'ACTIVE', requiresSellingPlan: false };
  const buyer = (gid: unknown) => {
    const email = addressOf(idOf(gid));
    const defaultEmailAddress = { emailAddress: email, marketingState: 'SUBSCRIBED' };
    const customer = { id: `gid://shopify/Customer/${buyerOf(idOf(gid))}`, defaultEmailAddress };
    return { id: gid, email, customerLocale: 'en', customer };
  };
  const variant = (id: unknown) => ({
    ...{ id, availableForSale: true, price: '7.50' },
    product: { ...product, onlineStoreUrl: 'https://x.test/' },
  });
  const create = ({
    discount,
  }: {
    discount: { code: string; context: { customers: { add: string[] } } };
  }) => {
    if (codes.has(discount.code))
      return { codeDiscountNode: null, userErrors: [{ code: 'TAKEN', message: 'Taken' }] };
    codes.set(discount.code, idOf(discount.context.customers.add[0]));
    return { codeDiscountNode: { id: nodeOf(discount.code) }, userErrors: [] };
  };
  const nodeOf = (code: string) => `gid://shopify/DiscountCodeNode/${[...codes.keys()].indexOf(code) + 1}`;

  function answerTo(document: string, variables: Record<string, unknown>): unknown {
    const ids = variables.ids as readonly string[];
    if (document.includes('OrderBuyers')) return { nodes: ids.map(buyer) };
    if (document.includes('VariantAvailability')) return { nodes: ids.map(variant) };
    if (document.includes('CreateDiscount'))
      return { discountCodeBasicCreate: create(variables as unknown as Parameters<typeof create>[0]) };
    if (document.includes('DiscountByCode')) {
      const code = String(variables.code);
      const found = { id: nodeOf(code), codeDiscount: { asyncUsageCount: 0 } };
      return { codeDiscountNodeByCode: codes.has(code) ? found : null };
    }
    throw new Error(`This Shopify does not answer ${document.slice(0, 60)}`);
  }
  return {
    codes,
    answer(document, variables) {
      const isLost = fails();
      // One that fails has done its work in half of the cases.
      if (isLost && fails()) throw new Error('Throttled');
      const answer = answerTo(document, variables as Record<string, unknown>);
      if (isLost) throw new Error('The connection broke');
      return answer;
    },
  };
}
