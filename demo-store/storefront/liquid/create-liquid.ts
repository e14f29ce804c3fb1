import { existsSync, readFileSync } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Liquid } from 'liquidjs';
import { registerShopifyFilters, type FilterSettings } from './shopify-filters';
import { prepareSource, registerShopifyTags } from './shopify-tags';

export interface LiquidSettings extends FilterSettings {
  /** Absolute folder of layout/, templates/, sections/ or blocks/; of several, the first that has a file gives it. */
  readonly root: string | readonly string[];
  readonly timeZone: string;
}

/** What a page needs of Liquid: files below `root`, and text that comes from elsewhere (the app's proxy answers). */
export interface ShopifyLiquid {
  renderFile(file: string, context: object): Promise<string>;
  renderText(source: string, context: object): Promise<string>;
}

/** Liquid as a Shopify storefront speaks it, over the files of one theme or one theme app extension. */
export function createLiquid(settings: LiquidSettings): ShopifyLiquid {
  const roots = [settings.root].flat();
  const engine = new Liquid({
    root: roots,
    partials: roots.map((root) => join(root, 'snippets')),
    extname: '.liquid',
    strictFilters: true,
    jsTruthy: false,
    timezoneOffset: settings.timeZone as unknown as number, // liquidjs takes zone names, its types lag behind
    fs: preparedFiles,
  });
  registerShopifyFilters(engine, settings);
  registerShopifyTags(engine);
  return {
    renderFile: async (file, context) => String(await engine.renderFile(file, context)),
    renderText: async (source, context) =>
      String(await engine.parseAndRender(prepareSource(source), context)),
  };
}

const preparedFiles = {
  exists: (path: string) =>
    access(path).then(
      () => true,
      () => false,
    ),
  existsSync,
  readFile: async (path: string) => prepareSource(await readFile(path, 'utf8')),
  readFileSync: (path: string) => prepareSource(readFileSync(path, 'utf8')),
  resolve: (folder: string, file: string, extname: string) =>
    join(folder, file.endsWith(extname) ? file : file + extname),
  sep: '/',
  dirname,
};
