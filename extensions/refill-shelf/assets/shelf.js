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
    const spare = find('spare');
    const forget = find('forget');
    const topSellers = [...grid.children];
    const view = visitor.random();
    let refills = [];
    let asked, observer;

    const id = () => localStorage.larder_visitor || '';
    const product = (card) => card.dataset.larderProduct;
    const title = (card) => card.querySelector('.larder-card__title').textContent;
    const note = (card) => card.querySelector('.larder-card__note span');
    // A refusal takes the place of these words for a while.
    const explain = (card, words) => (note(card).dataset.words = note(card).textContent = words);
    const say = (words) => (find('status').textContent = words);

    function send(type, productId) {
      if (!visitor.allowed()) return;
      navigator.sendBeacon(text.proxy + '/events', JSON.stringify({ visitor: id(), view, type, productId }));
    }

    // A card that is pointed at or focused stays: nobody taps what they did not mean, or loses their focus.
    function arrange() {
      const still = [...grid.children].filter((card) => card.matches(':hover,:focus-within'));
      const shown = still.map(product);
      const fresh = (card) => !shown.includes(product(card));
      const wanted = refills.filter(fresh).slice(0, topSellers.length - still.length);
      shown.push(...wanted.map(product));
      wanted.push(...topSellers.filter(fresh));
      [...grid.children]
        .filter((card) => !still.includes(card))
        .map((card) => {
          const slot = new Comment();
          card.replaceWith(slot);
          return slot;
        })
        .forEach((slot) => slot.replaceWith(wanted.shift()));
    }

    // The heading speaks of refills: what is none says what it is.
    function turn(isRefills) {
      const words = heading.textContent;
      heading.textContent = spare.textContent;
      spare.textContent = words;
      forget.hidden = !isRefills;
      topSellers.forEach((card) => explain(card, isRefills ? text.textDefault : ''));
    }

    function restore() {
      refills = [];
      observer.disconnect();
      turn(false);
      grid.replaceChildren(...topSellers);
      say('');
    }

    function label(button, words, state) {
      button.dataset.words ||= button.textContent.trim();
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
      say(text.textRemoved + ': ' + title(card));
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
      const weeks = note(card).dataset.larderWeeks;
      explain(card, text['textWeeks' + Math.min(weeks, 2)].replace(2, weeks));
      const add = card.querySelector('.larder-card__add');
      add.dataset.words = add.href ? text.textChoose : text.textAgain;
      label(add);
      return card;
    }

    function show(html) {
      const answer = new DOMParser().parseFromString(html, 'text/html');
      const cards = [...answer.querySelectorAll('li.larder-card')].slice(0, topSellers.length);
      if (!cards.length || !visitor.allowed()) return;
      refills = cards.map(dress);
      arrange();
      turn(true);
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
      const signal = AbortSignal.timeout(1500);
      fetch(text.proxy + '/shelf?v=1&visitor=' + id() + '&view=' + view, { signal })
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

    // Resolves to whether the theme shows its cart; throws the shop's own words, if any, when the item did not get in.
    async function add(variant) {
      const { updateCart, openCart } = shopify.actions || {};
      // A default action may reload the page.
      if (updateCart && !updateCart.isDefault()) {
        const merchandiseId = 'gid://shopify/ProductVariant/' + variant;
        const result = await updateCart({ lines: [{ merchandiseId, quantity: 1 }] });
        const short = (result.warnings || []).filter((warning) => /STOCK/.test(warning.code));
        const [problem] = (result.userErrors || []).concat(short);
        if (problem) throw problem.message;
        if (openCart.isDefault()) return false;
        openCart().catch(() => {});
        return true;
      }
      // Themes like Dawn redraw drawer and count from sections; in others the links to the cart are drawn afresh.
      const drawer = document.querySelector('cart-drawer,cart-notification') || {};
      const links = 'a[href$="' + text.cartUrl + '"]';
      const section = document.querySelector('.shopify-section ' + links)?.closest('.shopify-section');
      const sections = drawer.renderContents
        ? drawer.getSectionsToRender().map((each) => each.id)
        : section && [section.id.slice(16)];
      const answer = await fetch(shopify.routes.root + 'cart/add.js', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ id: variant, quantity: 1, sections }),
      });
      const item = await answer.json();
      if (!answer.ok) throw item.description;
      try {
        if (drawer.renderContents) {
          drawer.classList.remove('is-empty');
          drawer.renderContents(item);
          return true;
        }
        const fresh = new DOMParser().parseFromString(item.sections[sections], 'text/html');
        fresh.querySelectorAll(links).forEach((each, index) => {
          section.querySelectorAll(links)[index].innerHTML = each.innerHTML;
        });
      } catch {
        // The item is in the cart, whatever the theme makes of it.
      }
      return false;
    }

    async function take(button) {
      const card = button.closest('li');
      const state = button.dataset.state;
      if (state == 'cart') location.href = text.cartUrl;
      if (state && state != 'failed') return;
      label(button, text.textAdding, 'adding');
      let words;
      try {
        const opened = await add(button.dataset.larderAdd);
        label(button, text.textAdded, 'added');
        if (refills.includes(card)) send('added', product(card));
        setTimeout(() => label(button, opened ? '' : text.textCart, opened ? '' : 'cart'), 2000);
      } catch (reason) {
        words = typeof reason == 'string' && reason;
        label(button, words ? '' : text.textFailed, 'failed');
      }
      note(card).textContent = words || note(card).dataset.words || '';
      say(words || button.getAttribute('aria-label'));
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
      say(text.textGone);
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
