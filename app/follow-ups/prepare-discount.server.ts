import type { PreparePorts } from '../mail/kinds';
import { createDiscountAnswer, discountByCodeAnswer } from '../shopify/answers';
import { GraphqlRefused } from '../shopify/admin-errors';
import { toGid } from '../shopify/gid';
import { CREATE_DISCOUNT, DISCOUNT_BY_CODE } from '../shopify/queries';
import { instantOn, localDay } from '../shops/local-day';
import { hasScope, type Shop } from '../shops/shop';
import { currencyExponent } from '../currency-exponent';
import { discountCode } from './discount-code';
import { discountsIn, markDiscount, reserveDiscount } from './discount-store.server';
import { followUpKey } from './follow-up';
import { findFollowUp, givenDiscount } from './follow-up-store.server';
import type { GivenDiscount } from './follow-up-subject';
import { monthOf } from './month-of';
import { loadSettings } from './settings-store.server';

/** The scope that lets Larder make codes; optional, asked for where a merchant wants them. */
export const DISCOUNT_SCOPE = 'write_discounts';

/**
 * Makes the code of a letter that may carry one, single use and bound to its customer, before the letter is claimed. The budget
 * is taken first, in one transaction, so that it is never exceeded; without scope or budget the letter goes without.
 * @throws when Shopify cannot be asked now: the letter waits for the next try
 */
export async function prepareDiscount(ports: PreparePorts, shop: Shop, followUpId: string): Promise<void> {
  const reserved = await reserve(ports, shop, followUpId);
  if (!reserved) return;
  const { row, code, endsAt, worth } = reserved;
  let discountId: string | null;
  try {
    discountId = await create(ports, shop, { code, endsAt, worth, customerId: row.customerId });
  } catch (error) {
    if (!(error instanceof GraphqlRefused)) throw error;
    ports.log.warn(
      { shopId: shop.id, codes: error.codes },
      'Shopify made no discount; the letter goes without',
    );
    discountId = null;
  }
  await ports.db.write((tx) =>
    markDiscount(
      tx,
      row,
      discountId === null ? { discountState: 'not-made' } : { discountState: 'made', discountId },
    ),
  );
}

async function reserve(ports: PreparePorts, shop: Shop, id: string) {
  return ports.db.write(async (tx) => {
    const row = await findFollowUp(tx, shop.id, id);
    const isOpen = row?.discountState === null || row?.discountState === 'reserved';
    if (!row || row.state !== 'planned' || !row.mayDiscount || !isOpen) return null;
    const { discount } = await loadSettings(tx, shop.id);
    const mayMake = hasScope(shop, DISCOUNT_SCOPE);
    if (!discount || !mayMake) {
      await markDiscount(tx, row, { discountState: 'not-made' });
      return null;
    }
    // Reserved before, and perhaps made: the same again, whatever the settings say now.
    const kept = givenDiscount({ ...row, discountState: row.discountState === 'reserved' ? 'made' : null });
    if (kept) return { row, ...kept };
    const todayOn = localDay(ports.clock.now(), shop.timeZone);
    const month = monthOf(todayOn);
    if ((await discountsIn(tx, shop.id, month)) >= discount.aMonth) {
      await markDiscount(tx, row, { discountState: 'not-made' });
      return null;
    }
    const code = discountCode(ports.config.apiSecret, shop.id, followUpKey(row.orderId));
    // To the end of its last day.
    const endsAt = instantOn(todayOn + discount.days + 1, 0, shop.timeZone);
    const { worth } = discount;
    await reserveDiscount(tx, row, {
      ...{ discountCode: code, discountEndsAt: endsAt, discountMonth: month },
      discountPercent: worth.kind === 'percent' ? worth.percent : null,
      discountMinor: worth.kind === 'amount' ? worth.minor : null,
    });
    return { row, code, endsAt, worth };
  });
}

async function create(
  ports: PreparePorts,
  shop: Shop,
  about: GivenDiscount & { readonly customerId: bigint },
): Promise<string | null> {
  const { code, endsAt, worth, customerId } = about;
  const exponent = currencyExponent(shop.currency);
  const answer = await ports.admin.query(
    shop.domain,
    CREATE_DISCOUNT,
    {
      discount: {
        title: `Larder ${code}`,
        code,
        startsAt: ports.clock.now().toISOString(),
        endsAt: endsAt.toISOString(),
        usageLimit: 1,
        appliesOncePerCustomer: true,
        context: { customers: { add: [toGid('Customer', customerId)] } },
        customerGets: {
          items: { all: true },
          value:
            worth.kind === 'percent'
              ? { percentage: worth.percent / 100 }
              : {
                  discountAmount: {
                    amount: (worth.minor / 10 ** exponent).toFixed(exponent),
                    appliesOnEachItem: false,
                  },
                },
        },
      },
    },
    createDiscountAnswer,
  );
  const made = answer.discountCodeBasicCreate;
  if (made?.codeDiscountNode) return made.codeDiscountNode.id;
  const isTaken = made?.userErrors.some((error) => error.code === 'TAKEN');
  if (isTaken) {
    const found = await ports.admin.query(shop.domain, DISCOUNT_BY_CODE, { code }, discountByCodeAnswer);
    if (found.codeDiscountNodeByCode) return found.codeDiscountNodeByCode.id;
  }
  const codes = made?.userErrors.map((error) => error.code);
  ports.log.warn({ shopId: shop.id, codes }, 'Shopify made no discount; the letter goes without');
  return null;
}
