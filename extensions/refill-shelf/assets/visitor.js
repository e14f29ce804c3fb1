/* Keeps this browser's random id, with consent, and writes it once to each cart. */
(function (w, d) {
  var shopify = w.Shopify;
  if (!shopify || shopify.designMode || w.__larderVisitor) return;
  var ID = 'larder_visitor';
  var CART = 'larder_cart'; // the cart that already carries the id; 'due' after a form that leaves the page
  var timer, busy, written;

  function read(key) {
    try {
      return localStorage.getItem(key) || '';
    } catch (e) {
      return '';
    }
  }
  function keep(key, value) {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch (e) {}
  }
  function random() {
    return btoa(String.fromCharCode.apply(0, crypto.getRandomValues(new Uint8Array(16))))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .slice(0, 22);
  }
  function allowed() {
    var p = shopify.customerPrivacy;
    return !!p && p.preferencesProcessingAllowed() && p.analyticsProcessingAllowed();
  }
  function cart() {
    return (/(?:^|; )cart=([^;]+)/.exec(d.cookie) || [])[1];
  }
  function write(value) {
    return fetch(((shopify.routes || {}).root || '/') + 'cart/update.js', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ attributes: { __larder_visitor: value } }),
      keepalive: true,
    });
  }
  function settle() {
    if (busy || !allowed() || (cart() ? read(CART) === cart() : written)) return;
    if (!read(ID)) keep(ID, random());
    if (!read(ID)) return;
    busy = 1;
    write(read(ID))
      .then(function (r) {
        written = r.ok;
        if (written) keep(CART, cart() || '1');
      })
      .catch(function () {})
      .then(function () {
        busy = 0;
        check();
      });
  }
  // Waits for the theme's own cart requests; the write above is one too and ends in a settle() that does nothing.
  function changed() {
    clearTimeout(timer);
    timer = setTimeout(settle, 400);
  }
  function forget() {
    var id = read(ID);
    keep(ID);
    if (id && read(CART)) write('').catch(function () {});
    keep(CART);
    written = 0;
  }
  function check() {
    if (!allowed()) forget();
    d.dispatchEvent(new Event('larder:consent'));
  }
  function start() {
    check();
    if (allowed() && (cart() || read(CART) === 'due')) changed();
  }

  w.__larderVisitor = {
    allowed: allowed,
    random: random,
    forget: forget,
    id: function () {
      return allowed() ? read(ID) : '';
    },
  };
  d.addEventListener('visitorConsentCollected', start);
  d.addEventListener('shopify:cart:lines-update', function (e) {
    Promise.resolve(e.promise).then(changed, changed);
  });
  d.addEventListener(
    'submit',
    function (e) {
      if (/\/cart\/add/.test(e.target.action) && allowed() && !cart()) keep(CART, 'due');
    },
    true,
  );
  new PerformanceObserver(function (list) {
    list.getEntries().forEach(function (e) {
      if (/\/cart\/(add|change|update)/.test(e.name) && !(e.responseStatus > 399)) changed();
    });
  }).observe({ type: 'resource', buffered: true });
  if (shopify.customerPrivacy) start();
  else if (shopify.loadFeatures) {
    shopify.loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], function (error) {
      if (!error) start();
    });
  }
})(window, document);
