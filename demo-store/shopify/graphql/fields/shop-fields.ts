import type { ShopProfile } from '../../../world/types';
import { gid } from '../gid';
import type { Fields } from '../request-context';
import { metafieldsOf } from './metafield-fields';

export const ShopFields: Fields<ShopProfile> = {
  ...metafieldsOf((shop: ShopProfile) => gid('Shop', shop.id)),
  id: (shop) => gid('Shop', shop.id),
  name: (shop) => shop.name,
  email: (shop) => shop.email,
  contactEmail: (shop) => shop.email,
  myshopifyDomain: (shop) => shop.domain,
  url: (shop) => `https://${shop.domain}`,
  primaryDomain: (shop) => shop,
  currencyCode: (shop) => shop.currency,
  enabledPresentmentCurrencies: (shop) => [shop.currency],
  currencyFormats: (shop) => shop,
  ianaTimezone: (shop) => shop.timeZone,
  billingAddress: (shop) => shop,
  timezoneAbbreviation: (shop, _args, { world }) => zoneName(shop.timeZone, world.now()),
  shopOwnerName: () => 'Demo Owner',
  setupRequired: () => false,
  taxesIncluded: () => true,
  plan: (shop) => shop,
};

export const Domain: Fields<ShopProfile> = {
  id: (shop) => gid('Domain', shop.id),
  host: (shop) => shop.domain,
  url: (shop) => `https://${shop.domain}`,
  sslEnabled: () => true,
};

export const CurrencyFormats: Fields<ShopProfile> = {
  moneyFormat: (shop) => shop.moneyFormat,
  moneyInEmailsFormat: (shop) => shop.moneyFormat,
  moneyWithCurrencyFormat: (shop) => `${shop.moneyFormat} ${shop.currency}`,
  moneyWithCurrencyInEmailsFormat: (shop) => `${shop.moneyFormat} ${shop.currency}`,
};

export const ShopAddress: Fields<ShopProfile> = {
  id: (shop) => gid('ShopAddress', shop.id),
  countryCodeV2: (shop) => (shop.currency === 'GBP' ? 'GB' : 'US'),
};

export const ShopPlan: Fields<ShopProfile> = {
  publicDisplayName: () => 'Basic',
  partnerDevelopment: () => true,
  shopifyPlus: () => false,
};

function zoneName(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? 'UTC';
}
