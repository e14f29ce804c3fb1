/* Puts refills into the places of the top sellers that Liquid has rendered. Whatever fails, those stay. */
(() => {
  const shopify = window.Shopify || {};
  if (shopify.designMode) return;

  function start(root) {
    const visitor = window.__larderVisitor;
    if (!visitor) return;
    const text = root.dataset;
    const find = (name) => root.querySelector('[data-larder-' + name + ']');
    const grid = find('items');
    const heading = find('heading');
    const forget = find('forget');
    const defaultHeading = heading.textContent;
    const topSellers = [...grid.children];
    const view = visitor.random();
    let refills = [];
    let asked, observer;

    const id = () => localStorage.larder_visitor || '';
    const product = (card) => card.dataset.larderProduct;
    const title = (card) => card.querySelector('.larder-card__title').textContent;

    function send(type, productId) {
      if (!visitor.allowed()) return;
      navigator.sendBeacon(text.proxy + '/events', JSON.stringify({ visitor: id(), view, type, productId }));
    }

    // Nodes in `still` are not touched: moving one would take its focus away.
    function place(cards, still) {
      [...grid.children].forEach((card) => still.includes(card) || card.remove());
      cards.forEach((card, index) => {
        if (still.includes(card)) return;
        grid.insertBefore(card, cards.slice(index).find((later) => still.includes(later)) || null);
      });
    }

    // A card that is pointed at or focused keeps its place, so that nobody taps what they did not mean.
    function arrange() {
      const now = [...grid.children];
      const still = now.filter((card) => card.matches(':hover,:focus-within'));
      const shown = still.map(product);
      const fresh = (card) => !shown.includes(product(card));
      const wanted = refills.filter(fresh).slice(0, now.length - still.length);
      shown.push(...wanted.map(product));
      wanted.push(...topSellers.filter(fresh));
      place(
        now.map((card) => (still.includes(card) ? card : wanted.shift())),
        still,
      );
    }

    function restore() {
      refills = [];
      if (observer) observer.disconnect();
      heading.textContent = defaultHeading;
      forget.hidden = true;
      place(topSellers, []);
    }

    function label(button, words, state) {
      button.dataset.words = button.dataset.words || button.textContent.trim();
      button.textContent = words || button.dataset.words;
      button.setAttribute('aria-label', button.textContent + ': ' + title(button.closest('li')));
      button.dataset.state = state || '';
    }

    function dismiss(card) {
      const index = [...grid.children].indexOf(card);
      const spares = topSellers.filter((other) => !other.isConnected);
      send('dismissed', product(card));
      refills = refills.filter((other) => other !== card);
      if (refills.length)
        card.replaceWith(spares.find((other) => product(other) !== product(card)) || spares[0]);
      else restore();
      grid.children[index].querySelector('a').focus();
    }

    function dress(card) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'larder-card__dismiss';
      button.title = text.textDismiss;
      button.setAttribute('aria-label', text.textDismiss + ': ' + title(card));
      button.onclick = () => dismiss(card);
      card.append(button);
      card.querySelectorAll('[data-larder-add]').forEach((add) => {
        add.dataset.words = text.textAgain;
        label(add);
      });
      return card;
    }

    function show(html) {
      const answer = new DOMParser().parseFromString(html, 'text/html');
      const note = answer.querySelector('[data-larder-heading]');
      const cards = [...answer.querySelectorAll('li.larder-card')].slice(0, topSellers.length);
      if (!cards.length || !visitor.allowed()) return;
      refills = cards.map(dress);
      arrange();
      heading.textContent = text.textHeading || (note || heading).textContent;
      forget.hidden = false;
      observer = new IntersectionObserver(
        (entries) => {
          if (!entries[0].isIntersecting) return;
          observer.disconnect();
          send('seen');
        },
        { threshold: 0.5 },
      );
      observer.observe(grid);
    }

    function ask() {
      const abort = new AbortController();
      setTimeout(() => abort.abort(), 1500);
      fetch(text.proxy + '/shelf?v=1&visitor=' + id() + '&view=' + view, { signal: abort.signal })
        .then((answer) => (answer.status === 200 ? answer.text() : ''))
        .then(show)
        .catch(() => {});
    }

    function update() {
      if (!visitor.allowed()) {
        if (refills.length) restore();
      } else if (!asked && (id() || 'signedIn' in text) && !sessionStorage.larder_hidden) {
        asked = true;
        ask();
      }
    }

    // Resolves to whether the theme shows its cart; rejects when the item did not get in.
    async function add(variant) {
      const actions = shopify.actions;
      if (actions && actions.updateCart) {
        const merchandiseId = 'gid://shopify/ProductVariant/' + variant;
        const result = await actions.updateCart({ lines: [{ merchandiseId, quantity: 1 }] });
        const problems = (result.warnings || []).filter((warning) => /STOCK/.test(warning.code));
        if (problems.concat(result.userErrors || []).length) throw problems;
        if (!actions.openCart || actions.openCart.isDefault()) return false;
        actions.openCart();
        return true;
      }
      const answer = await fetch(shopify.routes.root + 'cart/add.js', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ items: [{ id: variant, quantity: 1 }] }),
      });
      if (!answer.ok) throw answer;
      return false;
    }

    async function take(button) {
      const card = button.closest('li');
      const state = button.dataset.state;
      if (state === 'cart') window.location = text.cartUrl;
      if (state && state !== 'failed') return;
      label(button, text.textAdding, 'adding');
      try {
        const opened = await add(button.dataset.larderAdd);
        label(button, text.textAdded, 'added');
        if (refills.includes(card)) send('added', product(card));
        setTimeout(() => label(button, opened ? '' : text.textCart, opened ? '' : 'cart'), 2000);
      } catch (error) {
        label(button, text.textFailed, 'failed');
      }
      find('status').textContent = button.getAttribute('aria-label');
    }

    root.addEventListener('submit', (event) => {
      const button = event.target.querySelector('[data-larder-add]');
      if (!button || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      take(button);
    });
    forget.onclick = () => {
      send('dismissed');
      sessionStorage.larder_hidden = 1;
      visitor.forget();
      restore();
      grid.querySelector('a').focus();
    };
    document.addEventListener('larder:consent', update);
    update();
  }

  const begin = () =>
    (window.requestIdleCallback || setTimeout)(() =>
      document.querySelectorAll('[data-larder-shelf]').forEach(start),
    );
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin);
})();
