import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTranslations } from '../blocks/theme-extension';
import { jsonForScript } from '../web/escape-html';

/** The built reminder extension below `folder`. */
export interface UiExtension {
  /** The script that `shopify app build` made; null when there is none yet. */
  bundle(): Promise<string | null>;
  translations(): object;
}

export function openUiExtension(folder: string): UiExtension {
  const bundle = join(folder, 'dist/refill-reminder.js');
  return {
    bundle: () =>
      readFile(bundle, 'utf8').then(
        (source) => source.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'),
        () => null,
      ),
    translations: () => readTranslations(join(folder, 'locales/en.default.json')),
  };
}

const HOST_SCRIPTS = ['elements-base.js', 'elements-layout.js', 'elements-controls.js', 'extension-host.js'];

/**
 * The page in the extension's own frame. Its sandbox gives it an origin of its own, so that the extension reaches neither
 * the shop's cookies nor its storage, as in Shopify's worker.
 * @param data what `extensionData` gives, with the address of the token endpoint.
 */
export function extensionFrame(
  extension: UiExtension,
  data: object,
  urls: { app: string; storefront: string },
): string {
  const host = {
    ...data,
    translations: extension.translations(),
    appUrl: urls.app,
    storefrontUrl: urls.storefront,
  };
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Extension</title><link rel="stylesheet" href="/cdn/checkout/extension.css"></head>
<body>
<script>window.extensionHost = ${jsonForScript(host)};</script>
${HOST_SCRIPTS.map((name) => `<script src="/cdn/checkout/${name}"></script>`).join('\n')}
<script src="/cdn/extensions/refill-reminder.js"></script>
<script>window.extensionHost.start();</script>
</body>
</html>`;
}
