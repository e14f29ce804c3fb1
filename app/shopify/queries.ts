/** Every GraphQL document that Larder sends; answers.ts has the shape of each answer. Validated against Shopify's schema. */

const LINE = `
  fragment Line on LineItem {
    id
    currentQuantity
    isGiftCard
    product { id }
    variant { id }
    sellingPlan { sellingPlanId }
    discountedUnitPriceAfterAllDiscountsSet { shopMoney { amount } }
  }`;

const ORDER = `
  fragment OrderWithLines on Order {
    id
    name
    createdAt
    processedAt
    updatedAt
    cancelledAt
    displayFinancialStatus
    fulfillments(first: 10) { createdAt status }
    test
    sourceName
    checkoutToken
    customer { id }
    customAttributes { key value }
    customerJourneySummary { ready customerOrderIndex lastVisit { source landingPage } }
    totalPriceSet { shopMoney { amount currencyCode } }
    currentTotalPriceSet { shopMoney { amount } }
    totalRefundedSet { shopMoney { amount } }
    lineItems(first: $lines) {
      nodes { ...Line }
      pageInfo { hasNextPage endCursor }
    }
  }
  ${LINE}`;

const VARIANT = `
  fragment Variant on ProductVariant {
    id
    title
    sku
    price
    availableForSale
    unitPriceMeasurement { quantityValue quantityUnit }
    inventoryItem { requiresShipping }
  }`;

const PRODUCT = `
  fragment ProductWithVariants on Product {
    id
    handle
    title
    productType
    vendor
    tags
    status
    updatedAt
    onlineStoreUrl
    isGiftCard
    category { id fullName }
    featuredMedia { preview { image { url } } }
    requiresSellingPlan
    sellingPlanGroupsCount { count }
    variants(first: $variants) {
      nodes { ...Variant }
      pageInfo { hasNextPage endCursor }
    }
  }
  ${VARIANT}`;

/** What the shop is called, its money, its clock and its country, and which scopes it has granted. */
export const SHOP_SETTINGS = `
  query ShopSettings {
    shop { name currencyCode ianaTimezone billingAddress { countryCodeV2 } }
    currentAppInstallation { accessScopes { handle } }
  }`;

export const ORDERS_COUNT = `
  query OrdersCount($query: String) {
    ordersCount(query: $query, limit: null) { count }
  }`;

export const ORDERS_PAGE = `
  query OrdersPage($first: Int!, $after: String, $query: String, $sortKey: OrderSortKeys!, $lines: Int!) {
    orders(first: $first, after: $after, query: $query, sortKey: $sortKey) {
      nodes { ...OrderWithLines }
      pageInfo { hasNextPage endCursor }
    }
  }
  ${ORDER}`;

/** Orders by their global ids, in the order asked for; null for one that is gone or not visible. */
export const ORDERS_BY_ID = `
  query OrdersById($ids: [ID!]!, $lines: Int!) {
    nodes(ids: $ids) { ...OrderWithLines }
  }
  ${ORDER}`;

/** Further lines of one order. */
export const ORDER_LINES_PAGE = `
  query OrderLinesPage($id: ID!, $first: Int!, $after: String) {
    order(id: $id) {
      lineItems(first: $first, after: $after) {
        nodes { ...Line }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
  ${LINE}`;

export const PRODUCTS_PAGE = `
  query ProductsPage($first: Int!, $after: String, $query: String, $sortKey: ProductSortKeys!, $variants: Int!) {
    products(first: $first, after: $after, query: $query, sortKey: $sortKey) {
      nodes { ...ProductWithVariants }
      pageInfo { hasNextPage endCursor }
    }
  }
  ${PRODUCT}`;

/** Products by their global ids, in the order asked for; null for one that is gone. */
export const PRODUCTS_BY_ID = `
  query ProductsById($ids: [ID!]!, $variants: Int!) {
    nodes(ids: $ids) { ...ProductWithVariants }
  }
  ${PRODUCT}`;

/** Further variants of one product. */
export const PRODUCT_VARIANTS_PAGE = `
  query ProductVariantsPage($id: ID!, $first: Int!, $after: String) {
    product(id: $id) {
      variants(first: $first, after: $after) {
        nodes { ...Variant }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
  ${VARIANT}`;

/** The email of an order and, when it has a customer, of that customer's record: read when a mail needs it, never before. */
export const ORDER_EMAIL = `
  query OrderEmail($id: ID!) {
    order(id: $id) {
      email
      customerLocale
      customer { id defaultEmailAddress { emailAddress marketingState } }
    }
  }`;

/** Customers by email address, for orders that tell no customer id. */
export const CUSTOMERS_BY_EMAIL = `
  query CustomersByEmail($first: Int!, $after: String, $query: String!) {
    customers(first: $first, after: $after, query: $query) {
      nodes { id defaultEmailAddress { emailAddress } }
      pageInfo { hasNextPage endCursor }
    }
  }`;

/** Who is behind orders and whether they want marketing, before a mail that needs it; null for an order that is gone. */
export const ORDER_BUYERS = `
  query OrderBuyers($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Order {
        id
        email
        customerLocale
        customer { id defaultEmailAddress { emailAddress marketingState } }
      }
    }
  }`;

/** What can be bought now and for how much, for the last check before a mail; null for a variant that is gone. */
export const VARIANT_AVAILABILITY = `
  query VariantAvailability($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on ProductVariant {
        id
        availableForSale
        price
        product { id status onlineStoreUrl requiresSellingPlan }
      }
    }
  }`;

/** The owner of the data that only this app's own theme blocks can read. */
export const CURRENT_INSTALLATION = `
  query CurrentInstallation {
    currentAppInstallation { id }
  }`;

export const SET_METAFIELDS = `
  mutation SetMetafields($metafields: [MetafieldsSetInput!]!) {
    metafieldsSet(metafields: $metafields) {
      userErrors { field message }
    }
  }`;

/** A code for one customer, once. Needs write_discounts. */
export const CREATE_DISCOUNT = `
  mutation CreateDiscount($discount: DiscountCodeBasicInput!) {
    discountCodeBasicCreate(basicCodeDiscount: $discount) {
      codeDiscountNode { id }
      userErrors { code message }
    }
  }`;

/** The discount behind a code, and how often it was used; null when there is none. */
export const DISCOUNT_BY_CODE = `
  query DiscountByCode($code: String!) {
    codeDiscountNodeByCode(code: $code) {
      id
      codeDiscount { ... on DiscountCodeBasic { asyncUsageCount } }
    }
  }`;

export const DELETE_DISCOUNT = `
  mutation DeleteDiscount($id: ID!) {
    discountCodeDelete(id: $id) {
      deletedCodeDiscountId
      userErrors { code message }
    }
  }`;

/** What a customer's record says of marketing by email. */
export const CUSTOMER_CONSENT = `
  query CustomerConsent($id: ID!) {
    customer(id: $id) { id defaultEmailAddress { emailAddress marketingState } }
  }`;

/** Needs write_customers. */
export const UPDATE_CONSENT = `
  mutation UpdateConsent($input: CustomerEmailMarketingConsentUpdateInput!) {
    customerEmailMarketingConsentUpdate(input: $input) {
      userErrors { message }
    }
  }`;
