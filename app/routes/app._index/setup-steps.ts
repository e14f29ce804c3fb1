import type { ExtensionState, ExtensionStates } from './extension-states';

export interface SetupFacts {
  readonly historyIsRead: boolean;
  readonly extensions: ExtensionStates;
  readonly anyTacticOn: boolean;
  readonly shopDomain: string;
  readonly clientId: string;
}

export interface SetupStep {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly isDone: boolean;
  /** Shopify has not said yet where the block stands. */
  readonly isUnknown?: boolean;
  readonly action?: { readonly words: string; readonly url: string };
}

/** The way from install to the first shelf, each step with its real state and a link to where it is done. */
export function setupSteps(facts: SetupFacts): readonly SetupStep[] {
  const { historyIsRead, extensions, anyTacticOn, shopDomain, clientId } = facts;
  const themeEditor = `https://${shopDomain}/admin/themes/current/editor`;
  const placed = (state: ExtensionState) => ({ isDone: state === 'placed', isUnknown: state === 'unknown' });
  return [
    {
      id: 'history',
      title: 'Let Larder read your orders',
      words: 'Larder learns from them what people buy again and how often. It runs by itself.',
      isDone: historyIsRead,
    },
    {
      id: 'shelf',
      title: 'Put the refill shelf on your home page',
      words:
        'It shows your best sellers to everyone, and refills to those who are likely to need them. Add it and press Save.',
      ...placed(extensions.shelf),
      action: {
        words: 'Open the theme editor',
        url: `${themeEditor}?template=index&addAppBlockId=${clientId}/refill-shelf&target=newAppsSection`,
      },
    },
    {
      id: 'embed',
      title: 'Turn on “Remember this browser”',
      words:
        'So guests can be recognised when they come back. A small script keeps a random id in the browser of those who allow it, and writes it into the cart, with which it reaches the order. Turn it on and press Save.',
      ...placed(extensions.embed),
      action: {
        words: 'Turn it on',
        url: `${themeEditor}?context=apps&template=index&activateAppId=${clientId}/visitor-embed`,
      },
    },
    {
      id: 'reminder',
      title: 'Place the reminder on your thank-you page',
      words:
        'Buyers can ask there for one email near the day they may run out. Add the block and press Save.',
      ...placed(extensions.reminder),
      action: {
        words: 'Open the checkout editor',
        url: `shopify:admin/settings/checkout/editor?page=thank-you&context=apps&app=${clientId}`,
      },
    },
    {
      id: 'order-status',
      title: 'Place it on your order status page, too',
      words:
        'Buyers come back there from your order emails. They see the reminders that they have set and can change or cancel them. Add the same block and press Save.',
      ...placed(extensions.orderStatus),
      action: {
        words: 'Open the checkout editor',
        url: `shopify:admin/settings/checkout/editor?page=order-status&context=apps&app=${clientId}`,
      },
    },
    {
      id: 'switch-on',
      title: 'Switch a module on',
      words: 'Nothing personal is shown before you do. You can switch it off again at any time.',
      isDone: anyTacticOn,
      action: { words: 'Choose a module', url: '/app/modules' },
    },
  ];
}
