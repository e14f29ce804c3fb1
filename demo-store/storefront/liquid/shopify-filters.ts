import { Drop, type Liquid } from 'liquidjs';
import { escapeHtml, jsonForScript } from '../web/escape-html';
import { textOf } from '../web/text-of';
import { formatMoney } from './format-money';
import { registerImageFilters } from './image-filters';
import { namedArguments } from './named-arguments';
import { translate, type Translations } from './translate';

export interface FilterSettings {
  readonly moneyFormat: string;
  readonly currency: string;
  readonly locale: string;
  /** Read for each use, so that an edited locale file shows at once. */
  readonly translations: () => Translations;
  readonly assetUrl: (name: string) => string;
}

/** Shopify's filters that liquidjs lacks or does differently, as far as themes and app blocks here may use them. */
export function registerShopifyFilters(engine: Liquid, settings: FilterSettings): void {
  const money = (given: unknown, format: string) => {
    const minor = plain(given);
    return minor === null || minor === undefined || minor === '' ? '' : formatMoney(Number(minor), format);
  };
  // Liquidjs writes quotes as &#34;, Shopify as &quot;.
  engine.registerFilter('escape', (text) => escapeHtml(textOf(plain(text))));
  engine.registerFilter('money', (minor) => money(minor, settings.moneyFormat));
  engine.registerFilter('money_with_currency', (minor) =>
    money(minor, `${settings.moneyFormat} ${settings.currency}`),
  );
  engine.registerFilter('money_without_currency', (minor) => money(minor, '{{amount}}'));
  engine.registerFilter('money_without_trailing_zeros', (minor) =>
    money(minor, settings.moneyFormat).replace(/[.,]00(?!\d)/, ''),
  );
  const t = (key: unknown, ...args: unknown[]) =>
    translate(settings.translations(), settings.locale, String(key), namedArguments(args));
  engine.registerFilter('t', t);
  engine.registerFilter('translate', t);
  engine.registerFilter('asset_url', (name) => settings.assetUrl(String(name)));
  engine.registerFilter('inline_asset_content', () => '');
  engine.registerFilter(
    'stylesheet_tag',
    (url) => `<link href="${escapeHtml(String(url))}" rel="stylesheet" type="text/css" media="all" />`,
  );
  engine.registerFilter(
    'script_tag',
    (url) => `<script src="${escapeHtml(String(url))}" type="text/javascript"></script>`,
  );
  engine.registerFilter('handleize', handleize);
  engine.registerFilter('handle', handleize);
  engine.registerFilter('json', jsonForScript);
  engine.registerFilter(
    'link_to',
    (label, url) => `<a href="${escapeHtml(String(url))}">${String(label)}</a>`,
  );
  engine.registerFilter('pluralize', (count: unknown, singular: unknown, many: unknown) =>
    Number(count) === 1 ? singular : many,
  );
  engine.registerFilter('within', (url: unknown) => url);
  // Between whole numbers Shopify divides as integers; a divisor written with a point arrives at divided_by_float.
  engine.registerFilter('divided_by', (dividend, divisor) => divide(Number(dividend), Number(divisor)));
  engine.registerFilter('divided_by_float', (dividend, divisor) => Number(dividend) / Number(divisor));
  registerImageFilters(engine);
}

/** Lower case, words joined by hyphens, accents folded: how Shopify makes a handle of a title. */
export function handleize(text: unknown): string {
  return textOf(text)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’"]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** @throws Error on division of whole numbers by zero, as Shopify answers "Liquid error: divided by 0". */
function divide(dividend: number, divisor: number): number {
  if (!Number.isInteger(dividend) || !Number.isInteger(divisor)) return dividend / divisor;
  if (divisor === 0) throw new Error('divided by 0');
  return Math.floor(dividend / divisor);
}

/** Liquidjs hands `nil` and results such as `image_url`'s over as drops. */
function plain(value: unknown): unknown {
  return value instanceof Drop ? value.valueOf() : value;
}
