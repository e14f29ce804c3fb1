import { ask, embedded, nextId, query, SHELL_ORIGIN, tell } from './messages.js';

const byId = (id) => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`There is no element with the id "${id}".`);
  return element;
};
const visibility = {
  show: async (id) => byId(id).show(),
  hide: async (id) => byId(id).hide(),
  toggle: async (id) => byId(id).toggle(),
};
const script = document.currentScript;
const apiKey =
  script?.dataset.apiKey ?? document.querySelector('meta[name="shopify-api-key"]')?.content ?? '';

export const idToken = () => ask('idToken');

window.shopify = {
  config: { apiKey, shop: query.get('shop'), host: query.get('host'), locale: query.get('locale') ?? 'en' },
  origin: SHELL_ORIGIN,
  ready: Promise.resolve(),
  environment: { embedded, mobile: false, pos: false, intent: false },
  idToken,
  user: () => ask('user'),
  loading: (on) => tell('loading', on !== false),
  toast: {
    show(message, options = {}) {
      const id = `toast-${nextId()}`;
      const { onAction, onDismiss, ...plain } = options;
      void ask('toast', { id, message, ...plain }).then((how) =>
        how === 'action' ? onAction?.() : onDismiss?.(),
      );
      return id;
    },
    hide: (id) => tell('hideToast', id),
  },
  saveBar: { ...visibility, leaveConfirmation: () => ask('leaveConfirmation') },
  modal: visibility,
  scopes: {
    query: () => ask('scopes'),
    request: (scopes) => ask('requestScopes', scopes),
    revoke: (scopes) => ask('revokeScopes', scopes),
  },
  app: { extensions: () => ask('extensions') },
  resourcePicker: async () => undefined,
  reviews: {
    request: async () => ({ success: false, code: 'not-available', message: 'Not in the demo store.' }),
  },
  webVitals: { onReport: async () => {} },
  support: { registerHandler: async () => {} },
};
