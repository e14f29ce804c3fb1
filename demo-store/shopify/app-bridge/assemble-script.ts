import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the order in which they need each other. */
const PARTS = [
  'messages',
  'shown-items',
  'bar-elements',
  'modal-element',
  'define-elements',
  'shopify-global',
  'authenticated-fetch',
  'leave-frame',
  'dirty-forms',
  'report-place',
];

/**
 * The stand-in for Shopify's App Bridge as one classic script: it must have run before the app's modules do, so its parts are
 * joined into one scope and their imports and exports fall away.
 * @param shellOrigin the only origin it speaks to
 */
export function assembleAppBridge(shellOrigin: string): string {
  const parts = PARTS.map((name) => readFileSync(join(import.meta.dirname, `${name}.js`), 'utf8'));
  const joined = parts
    .join('\n')
    .replace(/^import .*;$/gm, '')
    .replace(/^export /gm, '');
  return `(() => {\n${joined.replaceAll('__SHELL_ORIGIN__', shellOrigin)}\n})();\n`;
}
