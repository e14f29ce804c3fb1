/**
 * `window.shopify` for the extension in this frame, made from `window.extensionHost` (see extension-api.ts). The real
 * extension runs in a worker beside checkout; here it draws straight into this page.
 */
(function () {
  const host = window.extensionHost;
  const registered = new Map();
  function signal(value) {
    const listeners = new Set();
    return {
      value,
      current: value,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      destroy: () => listeners.clear(),
      set(next) {
        this.value = this.current = next;
        listeners.forEach((listener) => listener(next));
      },
    };
  }

  // The bundle may have been built for another port: the app of this demo is the one that is meant.
  const fetchFrom = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const url = new URL(input, host.storefrontUrl);
    const isOurs = url.origin === new URL(host.storefrontUrl).origin;
    return fetchFrom(isOurs ? url : new URL(url.pathname + url.search, host.appUrl), init);
  };

  function lookUp(key, values) {
    let node = host.translations;
    for (const part of key.split('.')) node = node && typeof node === 'object' ? node[part] : undefined;
    if (node && typeof node === 'object' && values.count !== undefined) {
      node = node[new Intl.PluralRules(host.locale).select(Number(values.count))] ?? node.other;
    }
    return typeof node === 'string' ? node : undefined;
  }
  function translate(key, values = {}) {
    const text = lookUp(key, values);
    if (text === undefined) return key;
    return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_whole, name) => String(values[name] ?? ''));
  }

  // What only the page around the frame has: the storage of this extension, and the choice made in the consent banner.
  const waiting = new Map();
  let asked = 0;
  function askPage(question) {
    const id = (asked += 1);
    parent.postMessage({ ...question, id }, '*');
    return new Promise((resolve) => waiting.set(id, resolve));
  }
  const askStorage = async (action, key, value) =>
    JSON.parse((await askPage({ kind: 'storage', action, key, value: JSON.stringify(value) })) ?? 'null');
  addEventListener('message', (event) => {
    if (event.source !== parent) return;
    const { id, value, kind } = event.data;
    if (kind === 'consent') {
      customerPrivacy.set(privacyOf(value));
      consentIsKnown();
    }
    waiting.get(id)?.(value);
    waiting.delete(id);
  });

  /** Until the visitor has chosen, nothing but the necessary is allowed. */
  function privacyOf(consent) {
    const purposes = ['analytics', 'marketing', 'preferences', 'saleOfData'];
    const chosen = (purpose) => consent?.[purpose === 'saleOfData' ? 'sale_of_data' : purpose];
    const each = (read) => Object.fromEntries(purposes.map((purpose) => [purpose, read(chosen(purpose))]));
    return {
      allowedProcessing: each(Boolean),
      visitorConsent: each((word) => word),
      metafields: [],
      shouldShowBanner: consent === null,
      saleOfDataRegion: false,
    };
  }
  const customerPrivacy = signal(privacyOf(null));
  let consentIsKnown;
  const knowsConsent = new Promise((resolve) => (consentIsKnown = resolve));

  const language = signal({ isoCode: host.locale });
  window.shopify = {
    extend: (target, run) => registered.set(target, run),
    setSignals() {},
    extension: {
      target: host.target,
      apiVersion: '2026-07',
      version: '1',
      rendered: signal(true),
      ...(host.inEditor ? { editor: { type: 'checkout' } } : {}),
    },
    ...(host.orderConfirmation
      ? { orderConfirmation: signal(host.orderConfirmation) }
      : { order: signal(host.order) }),
    lines: signal(host.lines),
    attributes: signal(host.attributes),
    checkoutToken: signal(host.checkoutToken),
    settings: signal({}),
    shop: host.shop,
    buyerIdentity: {
      customer: signal(host.customerId ? { id: host.customerId } : undefined),
    },
    authenticationState: signal(host.customerId ? 'fully_authenticated' : 'pre_authenticated'),
    customerPrivacy,
    localization: {
      language,
      extensionLanguage: language,
      country: signal(undefined),
      currency: signal({ isoCode: host.currency }),
      timezone: signal(host.timeZone),
    },
    sessionToken: {
      get: async () => (await (await fetch(host.tokenUrl)).json()).token,
    },
    storage: {
      read: (key) => askStorage('read', key),
      write: (key, value) => askStorage('write', key, value),
      delete: (key) => askStorage('delete', key),
    },
    i18n: {
      translate,
      formatDate: (date, options) => new Intl.DateTimeFormat(host.locale, options).format(date),
      formatNumber: (number, options) => new Intl.NumberFormat(host.locale, options).format(number),
      formatCurrency: (amount, options) =>
        new Intl.NumberFormat(host.locale, {
          style: 'currency',
          currency: host.currency,
          ...options,
        }).format(amount),
    },
  };

  function tellHeight() {
    const drawn = [...document.body.children].filter((node) => node.tagName !== 'SCRIPT');
    const bottom = Math.max(0, ...drawn.map((node) => node.getBoundingClientRect().bottom));
    parent.postMessage({ kind: 'height', height: bottom === 0 ? 0 : Math.ceil(bottom) + 6 }, '*');
  }
  host.start = async () => {
    parent.postMessage({ kind: 'consent' }, '*');
    await knowsConsent;
    const run = registered.get(host.target);
    new window.ResizeObserver(tellHeight).observe(document.body);
    new MutationObserver(tellHeight).observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
    });
    if (run) run(window.shopify);
    tellHeight();
  };
})();
