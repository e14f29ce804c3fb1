import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import type { Storefront, StorefrontDeps } from '../contract';
import { answerAccountRequest } from './account/account-routes';
import { openThemeExtension } from './blocks/theme-extension';
import { answerCartRequest } from './cart/cart-routes';
import { answerCheckoutRequest } from './checkout/checkout-routes';
import { createCheckouts } from './checkout/checkouts';
import { openUiExtension } from './checkout/extension-frame';
import { createOrderRoutes } from './checkout/order-routes';
import { createCollections } from './drops/collections-drop';
import { createProductDrops } from './drops/product-drops';
import { answerAsset } from './pictures/answer-asset';
import { answerProxyRequest } from './proxy/answer-proxy-request';
import { createPageRenderer } from './render/render-page';
import { answerShopPage } from './render/shop-pages';
import { createShopperActs } from './shopper-acts';
import { isTheme, openTheme, THEME_ASSETS, THEMES } from './themes/open-theme';
import { createSessions } from './visitors/sessions';
import { sendText } from './web/answer';

export interface StorefrontOptions {
  /** Whether checkout extensions see the private (`__…`) cart attributes. What Shopify does is not documented: default no. */
  readonly showPrivateAttributes?: boolean;
}

/** The storefront: theme, app block and embed, cart, app proxy, checkout and what follows it. */
export function createStorefront(deps: StorefrontDeps, options: StorefrontOptions = {}): Storefront {
  const { world, config } = deps;
  const showPrivateAttributes = options.showPrivateAttributes ?? false;
  const drops = createProductDrops();
  const collections = createCollections(world, drops);
  const extensions = join(dirname(config.appToml), 'extensions');
  const themeExtension = openThemeExtension(join(extensions, 'refill-shelf'), world.shop);
  const uiExtension = openUiExtension(join(extensions, 'refill-reminder'));
  const themes = new Map(THEMES.map((name) => [name, openTheme(name, world.shop)]));
  const pages = createPageRenderer({
    data: { world, drops, collections, appMetafields: () => deps.appMetafields() },
    themes,
    extension: themeExtension,
    placements: deps.placements,
  });
  const checkouts = createCheckouts();
  const answerOrder = createOrderRoutes({
    config,
    world,
    checkouts,
    showPrivateAttributes,
    placements: deps.placements,
    extension: uiExtension,
  });
  const sessions = createSessions(config.theme);
  const assets = {
    world,
    uiExtension,
    themeAssets: THEME_ASSETS,
    extensionAssets: themeExtension.assetsFolder,
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', config.urls.storefront);
    if (await answerAsset(assets, response, url)) return;
    const session = sessions.open(request, response);
    const theme = url.searchParams.get('theme');
    if (isTheme(theme)) session.theme = theme;
    const cartRoutes = {
      world,
      renderSections: (names: readonly string[]) =>
        pages.sections({ url, template: 'index', designMode: false, session }, names),
    };
    const answered =
      (await answerProxyRequest(
        { config, pages, proxyPath: deps.proxyPath() },
        request,
        response,
        url,
        session,
      )) ||
      (await answerCartRequest(cartRoutes, request, response, url, session)) ||
      (await answerCheckoutRequest({ world, checkouts }, request, response, url, session)) ||
      (await answerOrder(response, url, session)) ||
      (await answerAccountRequest({ ...deps, pages }, request, response, url, session));
    if (!answered) await answerShopPage({ world, drops, collections, pages }, response, url, session);
  }

  return {
    acts: createShopperActs({
      config,
      world,
      placements: deps.placements,
      showPrivateAttributes,
      appMetafields: () => deps.appMetafields(),
      signedInCookie: (customerId) => sessions.signedInCookie(customerId),
    }),
    async handler(request, response) {
      try {
        await answer(request, response);
      } catch (error) {
        if (response.headersSent) response.destroy();
        else if (error instanceof URIError) sendText(response, 'The address is malformed.', 400);
        else sendText(response, `The storefront stumbled: ${messageOf(error)}`, 500);
      }
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
