import type { ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorldReader } from '../../world/types';
import { EXTENSION_ASSETS } from '../blocks/theme-extension';
import type { UiExtension } from '../checkout/extension-frame';
import { sendFile } from '../web/answer';
import { drawProduct } from './draw-product';

export interface AssetSources {
  readonly world: WorldReader;
  readonly uiExtension: UiExtension;
  readonly themeAssets: readonly string[];
  readonly extensionAssets: string;
}

const STOREFRONT = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * What a CDN would hold: assets of theme and extensions, the platform's own scripts, product pictures.
 * @returns false when the path is no asset.
 */
export async function answerAsset(
  sources: AssetSources,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const { pathname } = url;
  const folders: readonly (readonly [prefix: string, folder: string])[] = [
    ...sources.themeAssets.map((folder) => ['/cdn/theme/', folder] as const),
    ['/cdn/shopify/', join(STOREFRONT, 'browser')],
    ['/cdn/checkout/', join(STOREFRONT, 'checkout/browser')],
    [EXTENSION_ASSETS, sources.extensionAssets],
  ];
  const holding = folders.filter(([prefix]) => pathname.startsWith(prefix));
  for (const [prefix, folder] of holding) {
    if (await sendFile(response, folder, decodeURIComponent(pathname.slice(prefix.length)))) return true;
  }
  if (holding.length > 0) {
    notFound(response);
    return true;
  }
  if (pathname === '/favicon.ico') return sendFile(response, sources.themeAssets[0] ?? '', 'favicon.svg');
  if (pathname === '/cdn/extensions/refill-reminder.js') {
    send(response, 'text/javascript; charset=utf-8', (await sources.uiExtension.bundle()) ?? '');
    return true;
  }
  if (!pathname.startsWith('/images/')) return false;
  const product = findByPicture(sources.world, decodeURIComponent(pathname));
  if (product) send(response, 'image/svg+xml', drawProduct(product), 'max-age=3600');
  else notFound(response);
  return true;
}

function findByPicture(world: WorldReader, path: string) {
  const handle = path.slice('/images/'.length).replace(/\.\w+$/, '');
  return world.productByHandle(handle) ?? world.products().find((product) => product.imagePath === path);
}

function send(response: ServerResponse, type: string, body: string, caching = 'no-cache'): void {
  response.writeHead(200, {
    'content-type': type,
    'cache-control': caching,
    'access-control-allow-origin': '*',
  });
  response.end(body);
}

function notFound(response: ServerResponse): void {
  response.writeHead(404).end();
}
