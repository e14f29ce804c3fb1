import {
  getNamedType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLTypeResolver,
} from 'graphql';
import { loadAccessRules, type AccessRule } from '../schema/load-schema';
import { AccessScope, AppFields, AppInstallation } from './fields/app-fields';
import { CustomerEmailAddress, CustomerFields } from './fields/customer-fields';
import {
  DiscountAmount,
  DiscountBuyerSelectionAll,
  DiscountCodeBasic,
  DiscountCodeNode,
  DiscountCustomerGets,
  DiscountCustomers,
  DiscountPercentage,
  DiscountRedeemCode,
} from './fields/discount-fields';
import { CustomerJourneySummaryFields, CustomerVisitFields } from './fields/journey-fields';
import { LineItemFields, LineItemSellingPlan } from './fields/line-item-fields';
import { MetafieldFields } from './fields/metafield-fields';
import { MoneyBag, MoneyV2 } from './fields/money-fields';
import { FulfillmentFields, OrderFields, RefundFields, RefundLineItemFields } from './fields/order-fields';
import {
  Count,
  ImageFields,
  MediaImage,
  MediaPreviewImage,
  ProductFields,
  ProductPriceRangeV2,
  TaxonomyCategory,
} from './fields/product-fields';
import { Mutation, QueryRoot } from './fields/root-fields';
import { CurrencyFormats, Domain, ShopAddress, ShopFields, ShopPlan } from './fields/shop-fields';
import {
  InventoryItem,
  ProductVariantFields,
  SelectedOption,
  UnitPriceMeasurement,
} from './fields/variant-fields';
import type { Fields, RequestContext } from './request-context';
import type { Args } from './args';

const TYPES: Readonly<Record<string, Fields<never>>> = {
  QueryRoot,
  Mutation,
  Shop: ShopFields,
  ShopAddress,
  ShopPlan,
  Domain,
  CurrencyFormats,
  Order: OrderFields,
  CustomerJourneySummary: CustomerJourneySummaryFields,
  CustomerVisit: CustomerVisitFields,
  LineItem: LineItemFields,
  LineItemSellingPlan,
  Fulfillment: FulfillmentFields,
  Refund: RefundFields,
  RefundLineItem: RefundLineItemFields,
  Product: ProductFields,
  ProductPriceRangeV2,
  ProductVariant: ProductVariantFields,
  InventoryItem,
  SelectedOption,
  UnitPriceMeasurement,
  TaxonomyCategory,
  MediaImage,
  MediaPreviewImage,
  Image: ImageFields,
  Count,
  Customer: CustomerFields,
  CustomerEmailAddress,
  DiscountCodeNode,
  DiscountCodeBasic,
  DiscountRedeemCode,
  DiscountCustomerGets,
  DiscountPercentage,
  DiscountAmount,
  DiscountBuyerSelectionAll,
  DiscountCustomers,
  MoneyBag,
  MoneyV2,
  Metafield: MetafieldFields,
  App: AppFields,
  AppInstallation,
  AccessScope,
};

/** These carry plain data whose properties bear the schema's own names. */
const PLAIN = /(Connection|Edge|UserError|Payload)$|^(PageInfo|Attribute)$/;

/**
 * Answers one field: access first, then the demo store's data.
 * A field it does not know is an error that says so, even where null were allowed.
 */
export const resolveField: GraphQLFieldResolver<unknown, RequestContext> = (source, args, context, info) => {
  const type = info.parentType.name;
  refuseWithoutScope(info, context);
  const resolve = TYPES[type]?.[info.fieldName] as
    ((source: unknown, args: Args, context: RequestContext) => unknown) | undefined;
  if (resolve) return resolve(source, args as Args, context);
  if (PLAIN.test(type) && isRecord(source) && info.fieldName in source) return source[info.fieldName];
  throw new GraphQLError(`The demo store does not answer ${type}.${info.fieldName} yet.`, {
    extensions: { code: 'DEMO_STORE_LACKS_FIELD' },
  });
};

export const resolveType: GraphQLTypeResolver<unknown, RequestContext> = (source) =>
  isRecord(source) ? String(source.__typename) : undefined;

function refuseWithoutScope(info: GraphQLResolveInfo, context: RequestContext): void {
  for (const rule of rulesFor(info)) {
    if (rule.scopes.some((scope) => context.scopes.has(scope))) continue;
    throw new GraphQLError(
      `Access denied for ${info.fieldName} field. Required access: ${rule.requiredAccess}`,
      {
        extensions: {
          code: 'ACCESS_DENIED',
          documentation: 'https://shopify.dev/api/usage/access-scopes',
          requiredAccess: rule.requiredAccess,
        },
      },
    );
  }
}

const rulesByField = new WeakMap<GraphQLObjectType, Map<string, readonly AccessRule[]>>();

/** The field's own rule and that of the type it leads to, looked up once for each field. */
function rulesFor({ parentType, fieldName, returnType }: GraphQLResolveInfo): readonly AccessRule[] {
  let known = rulesByField.get(parentType);
  if (!known) {
    known = new Map<string, readonly AccessRule[]>();
    rulesByField.set(parentType, known);
  }
  let found = known.get(fieldName);
  if (!found) {
    const rules = loadAccessRules();
    const item = getNamedType(returnType).name.replace(/(Connection|Edge)$/, '');
    found = [rules[`${parentType.name}.${fieldName}`], rules[item]].filter((rule) => rule !== undefined);
    known.set(fieldName, found);
  }
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
