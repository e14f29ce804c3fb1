import type { PlacementState } from './placements';

const THEME = 'gid://shopify/OnlineStoreTheme/1';

/** What `shopify.app.extensions()` answers: the app's extensions and where the merchant has placed them. */
export function listExtensions(placed: PlacementState): readonly object[] {
  return [
    {
      handle: 'refill-shelf',
      type: 'theme_app_extension',
      activations: [
        block(
          'refill-shelf',
          'Refill shelf',
          'section',
          placed.shelfOnHome,
          'template--index/apps/refill_shelf',
        ),
        block('visitor-embed', 'Remember this browser', 'body', placed.embedOn, 'visitor_embed'),
      ],
    },
    {
      handle: 'refill-reminder',
      type: 'ui_extension',
      activations: [
        ...(placed.reminderOnThankYou ? [{ target: 'purchase.thank-you.block.render' }] : []),
        ...(placed.reminderOnOrderStatus ? [{ target: 'customer-account.order-status.block.render' }] : []),
      ],
    },
  ];
}

function block(handle: string, name: string, target: string, active: boolean, place: string): object {
  return {
    handle,
    name,
    target,
    status: active ? 'active' : 'available',
    activations: active ? [{ target: place, themeId: THEME }] : [],
  };
}
