/**
 * Stand-in for Shopify's Customer Privacy API. Until the visitor has chosen, nothing but the necessary is allowed.
 * `Shopify.customerPrivacy` appears once a script has asked for it with `Shopify.loadFeatures`, as on a real storefront.
 */
(function () {
  const KEY = '_tracking_consent';
  const shopify = (window.Shopify = window.Shopify || {});

  function read() {
    try {
      return JSON.parse(localStorage.getItem(KEY));
    } catch {
      return null; // storage is blocked: no choice is known
    }
  }
  const allowed = (purpose) => () => Boolean(read()?.[purpose]);

  const api = {
    analyticsProcessingAllowed: allowed('analytics'),
    preferencesProcessingAllowed: allowed('preferences'),
    marketingAllowed: allowed('marketing'),
    saleOfDataAllowed: allowed('sale_of_data'),
    userCanBeTracked: allowed('analytics'),
    shouldShowBanner: () => read() === null,
    getRegion: () => '',
    currentVisitorConsent() {
      const consent = read();
      const word = (purpose) => (consent ? (consent[purpose] ? 'yes' : 'no') : '');
      return {
        analytics: word('analytics'),
        preferences: word('preferences'),
        marketing: word('marketing'),
        sale_of_data: word('sale_of_data'),
      };
    },
    setTrackingConsent(consent, callback) {
      localStorage.setItem(KEY, JSON.stringify({ ...read(), ...consent }));
      const detail = {
        analyticsAllowed: api.analyticsProcessingAllowed(),
        preferencesAllowed: api.preferencesProcessingAllowed(),
        marketingAllowed: api.marketingAllowed(),
        saleOfDataAllowed: api.saleOfDataAllowed(),
      };
      document.dispatchEvent(new CustomEvent('visitorConsentCollected', { detail }));
      if (callback) callback();
    },
  };

  shopify.loadFeatures = function (features, callback) {
    setTimeout(() => {
      const wanted = features.some((feature) => feature.name === 'consent-tracking-api');
      if (wanted) shopify.customerPrivacy = shopify.customerPrivacy || api;
      if (callback) callback();
    }, 0);
  };
})();
