import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ShopProfile } from '../../world/types';
import { createLiquid, type ShopifyLiquid } from '../liquid/create-liquid';

/** The shop's own theme first, then those with the traits of others. */
export const THEMES = ['corner', 'ledger', 'loft', 'rack', 'night', 'souk'] as const;
export type ThemeName = (typeof THEMES)[number];

const HERE = dirname(fileURLToPath(import.meta.url));
const CORNER = join(HERE, '../theme');

/** Where themes keep their assets; no two have one of the same name. */
export const THEME_ASSETS = [
  join(CORNER, 'assets'),
  ...['plain', ...THEMES.slice(1)].map((name) => join(HERE, name, 'assets')),
];

/** The files of a theme: its own, then those of the one it stands on. */
export function openTheme(name: ThemeName, shop: ShopProfile): ShopifyLiquid {
  return createLiquid({
    root: name === 'corner' ? [CORNER] : [join(HERE, name), join(HERE, 'plain'), CORNER],
    timeZone: shop.timeZone,
    moneyFormat: shop.moneyFormat,
    currency: shop.currency,
    locale: 'en',
    translations: () => ({}),
    assetUrl: (file) => `/cdn/theme/${file}`,
  });
}

export function isTheme(name: unknown): name is ThemeName {
  return THEMES.some((theme) => theme === name);
}
