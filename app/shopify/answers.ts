/** Shapes of the answers to the documents in queries.ts. Ids become 64-bit integers; amounts stay decimal strings. */
import { z } from 'zod';
import { gidSchema } from './gid';

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const ref = z.object({ id: gidSchema });
const amount = z.object({ shopMoney: z.object({ amount: z.string() }) });
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

const line = z.object({
  id: gidSchema,
  currentQuantity: z.number().int(),
  isGiftCard: z.boolean(),
  product: ref.nullable(),
  variant: ref.nullable(),
  sellingPlan: z.object({ sellingPlanId: z.string().nullable() }).nullable(),
  discountedUnitPriceAfterAllDiscountsSet: amount,
});
const linesPage = z.object({ nodes: z.array(line), pageInfo });

export const orderAnswer = z.object({
  id: gidSchema,
  name: z.string(),
  createdAt: instant,
  processedAt: instant,
  updatedAt: instant,
  cancelledAt: instant.nullable(),
  displayFinancialStatus: z.string().nullish(),
  fulfillments: z.array(z.object({ createdAt: instant, status: z.string() })).nullish(),
  test: z.boolean(),
  sourceName: z.string().nullable(),
  checkoutToken: z.string().nullable(),
  customer: ref.nullable(),
  customAttributes: z.array(z.object({ key: z.string(), value: z.string().nullable() })),
  customerJourneySummary: z
    .object({
      ready: z.boolean(),
      customerOrderIndex: z.number().int().nullable(),
      lastVisit: z.object({ source: z.string(), landingPage: z.string().nullable() }).nullable(),
    })
    .nullish(),
  totalPriceSet: z.object({ shopMoney: z.object({ amount: z.string(), currencyCode: z.string() }) }),
  currentTotalPriceSet: amount,
  totalRefundedSet: amount,
  lineItems: linesPage,
});

const variant = z.object({
  id: gidSchema,
  title: z.string(),
  sku: z.string().nullable(),
  price: z.string(),
  availableForSale: z.boolean(),
  unitPriceMeasurement: z
    .object({ quantityValue: z.number(), quantityUnit: z.string().nullable() })
    .nullable(),
  inventoryItem: z.object({ requiresShipping: z.boolean() }).nullable(),
});
const variantsPage = z.object({ nodes: z.array(variant), pageInfo });

export const productAnswer = z.object({
  id: gidSchema,
  handle: z.string(),
  title: z.string(),
  productType: z.string(),
  vendor: z.string(),
  tags: z.array(z.string()),
  status: z.string(),
  updatedAt: instant,
  onlineStoreUrl: z.string().nullable(),
  isGiftCard: z.boolean(),
  category: z.object({ id: z.string(), fullName: z.string() }).nullable(),
  featuredMedia: z
    .object({ preview: z.object({ image: z.object({ url: z.string() }).nullable() }).nullable() })
    .nullable(),
  requiresSellingPlan: z.boolean(),
  sellingPlanGroupsCount: z.object({ count: z.number().int() }).nullable(),
  variants: variantsPage,
});

export type OrderAnswer = z.infer<typeof orderAnswer>;
export type VariantAnswer = z.infer<typeof variant>;
export type ProductAnswer = z.infer<typeof productAnswer>;

export const shopSettingsAnswer = z.object({
  shop: z.object({
    name: z.string(),
    currencyCode: z.string(),
    ianaTimezone: z.string(),
    billingAddress: z.object({ countryCodeV2: z.string().nullable() }).nullish(),
  }),
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
});

export const ordersCountAnswer = z.object({ ordersCount: z.object({ count: z.number().int() }).nullable() });

/** Nodes are parsed one by one, so that one that cannot be read does not hold up the others. */
export const ordersPageAnswer = z.object({ orders: z.object({ nodes: z.array(z.unknown()), pageInfo }) });
export const productsPageAnswer = z.object({ products: z.object({ nodes: z.array(z.unknown()), pageInfo }) });
export const nodesAnswer = z.object({ nodes: z.array(z.unknown()) });

export const orderLinesAnswer = z.object({ order: z.object({ lineItems: linesPage }).nullable() });
export const productVariantsAnswer = z.object({ product: z.object({ variants: variantsPage }).nullable() });

const emailAddress = z.object({ emailAddress: z.string(), marketingState: z.string() }).nullable();

export const orderEmailAnswer = z.object({
  order: z
    .object({
      email: z.string().nullable(),
      customerLocale: z.string().nullable(),
      customer: z.object({ id: gidSchema, defaultEmailAddress: emailAddress }).nullable(),
    })
    .nullable(),
});

export const orderBuyersAnswer = z.object({
  nodes: z.array(
    z
      .object({
        id: gidSchema,
        email: z.string().nullable(),
        customerLocale: z.string().nullable(),
        customer: z.object({ id: gidSchema, defaultEmailAddress: emailAddress }).nullable(),
      })
      .nullable(),
  ),
});

export const customersByEmailAnswer = z.object({
  customers: z.object({
    nodes: z.array(
      z.object({ id: gidSchema, defaultEmailAddress: z.object({ emailAddress: z.string() }).nullable() }),
    ),
    pageInfo,
  }),
});

export const variantAvailabilityAnswer = z.object({
  nodes: z.array(
    z
      .object({
        id: gidSchema,
        availableForSale: z.boolean(),
        price: z.string(),
        product: z.object({
          id: gidSchema,
          status: z.string(),
          onlineStoreUrl: z.string().nullable(),
          requiresSellingPlan: z.boolean(),
        }),
      })
      .nullable(),
  ),
});

const userErrors = z.array(z.object({ code: z.string().nullable(), message: z.string() }));

export const createDiscountAnswer = z.object({
  discountCodeBasicCreate: z
    .object({ codeDiscountNode: z.object({ id: z.string() }).nullable(), userErrors })
    .nullable(),
});

export const discountByCodeAnswer = z.object({
  codeDiscountNodeByCode: z
    .object({ id: z.string(), codeDiscount: z.object({ asyncUsageCount: z.number().int().optional() }) })
    .nullable(),
});

export const deleteDiscountAnswer = z.object({
  discountCodeDelete: z.object({ deletedCodeDiscountId: z.string().nullable(), userErrors }).nullable(),
});

export const customerConsentAnswer = z.object({
  customer: z
    .object({
      defaultEmailAddress: z.object({ emailAddress: z.string(), marketingState: z.string() }).nullable(),
    })
    .nullable(),
});

export const updateConsentAnswer = z.object({
  customerEmailMarketingConsentUpdate: z
    .object({ userErrors: z.array(z.object({ message: z.string() })) })
    .nullable(),
});
