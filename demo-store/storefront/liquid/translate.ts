import { escapeHtml } from '../web/escape-html';

/** A locale file as parsed: nested objects with text at the leaves. */
export interface Translations {
  readonly [key: string]: string | Translations;
}

export type Values = Readonly<Record<string, unknown>>;

/**
 * Shopify's `t`: dotted key, plural forms by `count`, `{{ name }}` interpolation, escaped unless the key ends in `_html`.
 * A missing key gives the text Shopify shows, so that it is seen on the page.
 */
export function translate(
  translations: Translations,
  locale: string,
  key: string,
  values: Values = {},
): string {
  const text = textFor(translations, locale, key, values);
  if (text === undefined) return `Translation missing: ${locale}.${key}`;
  const raw = key.endsWith('_html');
  return fill(text, values, raw ? String : (value) => escapeHtml(String(value)));
}

function textFor(
  translations: Translations,
  locale: string,
  key: string,
  values: Values,
): string | undefined {
  let node: string | Translations | undefined = translations;
  for (const part of key.split('.')) {
    node = typeof node === 'object' && Object.hasOwn(node, part) ? node[part] : undefined;
  }
  if (typeof node === 'object' && values.count !== undefined) {
    const form = new Intl.PluralRules(locale).select(Number(values.count));
    node = node[form] ?? node.other;
  }
  return typeof node === 'string' ? node : undefined;
}

function fill(text: string, values: Values, show: (value: unknown) => string): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_whole, name: string) =>
    values[name] === undefined || values[name] === null ? '' : show(values[name]),
  );
}
