import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShopProfile } from '../../world/types';
import { createLiquid, type ShopifyLiquid } from '../liquid/create-liquid';
import type { Translations } from '../liquid/translate';

export interface BlockSetting {
  readonly type: string;
  readonly id?: string;
  readonly default?: unknown;
  readonly label?: string;
}

/** A block's `{% schema %}`, as far as a storefront reads it. */
export interface BlockSchema {
  readonly name: string;
  readonly target: 'section' | 'head' | 'body' | 'compliance_head';
  readonly stylesheet?: string;
  readonly javascript?: string;
  readonly available_if?: string;
  readonly enabled_on?: { readonly templates?: readonly string[] };
  readonly disabled_on?: { readonly templates?: readonly string[] };
  readonly settings?: readonly BlockSetting[];
}

/** The theme app extension's own files, read afresh for each page so that an edit shows at once. */
export interface ThemeExtension {
  readonly assetsFolder: string;
  assetUrl(name: string): string;
  /** Null when the extension has no such block. */
  schema(block: string): BlockSchema | null;
  render(block: string, context: object): Promise<string>;
  /** Renders a piece of Liquid, such as `available_if`, among the extension's files. */
  renderText(source: string, context: object): Promise<string>;
}

/** Where the storefront serves the extension's assets, as Shopify's CDN does. */
export const EXTENSION_ASSETS = '/cdn/extensions/refill-shelf/assets/';

/** @param folder absolute folder of the extension: `blocks/`, `snippets/`, `assets/`, `locales/`. */
export function openThemeExtension(folder: string, shop: ShopProfile): ThemeExtension {
  const assetUrl = (name: string) => EXTENSION_ASSETS + name;
  const liquid: ShopifyLiquid = createLiquid({
    root: folder,
    timeZone: shop.timeZone,
    moneyFormat: shop.moneyFormat,
    currency: shop.currency,
    locale: 'en',
    translations: () => readTranslations(join(folder, 'locales/en.default.json')),
    assetUrl,
  });
  return {
    assetsFolder: join(folder, 'assets'),
    assetUrl,
    schema: (block) => readSchema(join(folder, `blocks/${block}.liquid`)),
    render: (block, context) => liquid.renderFile(`blocks/${block}`, context),
    renderText: (source, context) => liquid.renderText(source, context),
  };
}

export function readTranslations(file: string): Translations {
  const text = readIfThere(file);
  return text === null ? {} : (JSON.parse(text) as Translations);
}

function readSchema(file: string): BlockSchema | null {
  const source = readIfThere(file);
  const json = source && /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema/.exec(source)?.[1];
  return json ? (JSON.parse(json) as BlockSchema) : null;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
