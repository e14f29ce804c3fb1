(() => {
  const shopify = window.Shopify;
  if (!shopify || shopify.designMode || window.__larderVisitor) return;
  const store = localStorage;
  let timer, busy, written;

  const random = () =>
    btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
      .replace(/[+/]/g, (c) => (c == '/' ? '_' : '-'))
      .slice(0, 22);
  const allowed = () => {
    const p = shopify.customerPrivacy;
    return p && p.preferencesProcessingAllowed() && p.analyticsProcessingAllowed();
  };
  const cart = () => (/\bcart=([^;]+)/.exec(document.cookie) || [])[1];
  const write = (id) =>
    fetch(shopify.routes.root + 'cart/update.js', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ attributes: { __larder_visitor: id } }),
      keepalive: true,
    }).catch(() => 0);
  const settle = async () => {
    if (busy || !allowed() || (cart() ? store.larder_cart == cart() : written)) return;
    store.larder_visitor = store.larder_visitor || random();
    busy = 1;
    written = (await write(store.larder_visitor)).ok;
    busy = 0;
    if (written) store.larder_cart = cart() || 1;
    if (!allowed()) check();
  };
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(settle, 400);
  };
  const forget = () => {
    if (store.larder_cart) write('');
    delete store.larder_visitor;
    store.larder_cart = cart() || 1;
    written = 1;
  };
  const check = () => {
    if (!allowed()) {
      if (store.larder_visitor) forget();
      delete store.larder_cart;
    }
    document.dispatchEvent(new Event('larder:consent'));
    if (cart()) changed();
  };

  window.__larderVisitor = { allowed, random, forget };
  document.addEventListener('visitorConsentCollected', check);
  document.addEventListener('shopify:cart:lines-update', (e) =>
    Promise.allSettled([e.promise]).then(changed),
  );
  new PerformanceObserver((list) => {
    if (/cart\/(add|change|update)/.test(list.getEntries().map((e) => e.name))) changed();
  }).observe({ type: 'resource', buffered: true });
  if (shopify.customerPrivacy) check();
  else shopify.loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], check);
})();
