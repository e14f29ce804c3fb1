/** The theme's own script: consent banner, adding to the cart without leaving the page, prices of sizes. */
(function () {
  const root = window.Shopify.routes.root;

  async function showCount() {
    const cart = await (await fetch(root + 'cart.js')).json();
    for (const badge of document.querySelectorAll('[data-cart-count]')) {
      badge.textContent = cart.item_count;
      badge.setAttribute('aria-label', cart.item_count + ' items');
    }
  }

  async function addFromForm(form) {
    const note = form.querySelector('[data-form-note]');
    const response = await fetch(root + 'cart/add.js', {
      method: 'POST',
      body: new FormData(form),
    });
    const answer = await response.json();
    if (note) note.textContent = response.ok ? 'In your cart.' : answer.description || 'Not added.';
    await showCount();
  }

  for (const form of document.querySelectorAll('form.product__form')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      addFromForm(form).catch(() => form.submit());
    });
    form.addEventListener('change', (event) => {
      const price = event.target.dataset.price;
      if (price) document.querySelector('[data-product-price]').textContent = price;
    });
  }

  // Other scripts (an app's block, for one) change the cart as well: the count follows.
  new window.PerformanceObserver((list) => {
    if (list.getEntries().some((entry) => /\/cart\/(add|change|clear)\.js/.test(entry.name))) showCount();
  }).observe({ type: 'resource' });

  const banner = document.querySelector('[data-consent]');
  window.Shopify.loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], () => {
    const privacy = window.Shopify.customerPrivacy;
    if (banner && privacy.shouldShowBanner() && !window.Shopify.designMode) banner.hidden = false;
    document.addEventListener('click', (event) => {
      if (event.target.closest('[data-consent-open]')) {
        banner.hidden = false;
        banner.querySelector('button').focus();
      }
      const choice = event.target.closest('[data-consent-choice]');
      if (!choice) return;
      const yes = choice.dataset.consentChoice === 'accept';
      privacy.setTrackingConsent(
        {
          analytics: yes,
          preferences: yes,
          marketing: yes,
          sale_of_data: yes,
        },
        () => {
          banner.hidden = true;
        },
      );
    });
  });

  // "Use their browser": a guest is known by the id this browser keeps, so taking it over plays that guest.
  for (const button of document.querySelectorAll('[data-use-browser]')) {
    button.addEventListener('click', () => {
      const yes = {
        analytics: true,
        preferences: true,
        marketing: true,
        sale_of_data: true,
      };
      window.Shopify.customerPrivacy.setTrackingConsent(yes, () => {
        localStorage.setItem('larder_visitor', button.dataset.useBrowser);
        location.assign(root);
      });
    });
  }
})();
