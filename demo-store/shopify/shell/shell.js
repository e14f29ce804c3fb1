/** The pretend admin around the app: answers what the App Bridge stand-in asks for, and shows what it reports. */
import { openMenuWithButton } from './menu.js';
import { hideToast, showToast } from './toasts.js';
import { askMerchant } from './ask-merchant.js';
import { holdThePage, saveBarShown, shakeSaveBar, showSaveBar } from './save-bar.js';

openMenuWithButton();
holdThePage();

const frame = document.querySelector('.app-frame');
if (frame) embed(frame);

function embed(appFrame) {
  const { origin: appOrigin } = new URL(appFrame.dataset.src);
  const { prefix, shop, storefront, start } = appFrame.dataset;
  const appNav = document.querySelector('.app-nav');
  let place = '';

  const send = (message) => appFrame.contentWindow.postMessage(message, appOrigin);
  const press = (item) => send({ bridge: 'press', target: item.id });
  const goTo = (href) => {
    if (saveBarShown()) return shakeSaveBar();
    send({ bridge: 'navigate', href });
  };

  const get = async (path) => {
    const response = await fetch(path);
    if (!response.ok) throw new Error(`The demo store answered ${response.status}.`);
    return response.json();
  };
  const post = async (path, body) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.json();
  };

  const answers = {
    idToken: async () => (await get('/admin/session-token')).token,
    user: async () => ({ accountAccess: 'full' }),
    extensions: () => get('/admin/app/extensions'),
    scopes: () => get('/admin/app/scopes'),
    toast: (options) => showToast(options),
    leaveConfirmation: async () => {
      const leave =
        !saveBarShown() ||
        (await askMerchant(
          'Leave page with unsaved changes?',
          'Leaving this page drops them.',
          'Leave page',
        ));
      // Who stays gets no answer, so that what waits for it does not happen.
      if (!leave) await new Promise(() => {});
    },
    async requestScopes(scopes) {
      const agreed = await askMerchant('The app asks for more access', scopes.join(', '), 'Allow');
      const detail = agreed
        ? await post('/admin/app/scopes', { grant: scopes })
        : await get('/admin/app/scopes');
      return { result: agreed ? 'granted-all' : 'declined-all', detail };
    },
    revokeScopes: async (scopes) => ({ detail: await post('/admin/app/scopes', { revoke: scopes }) }),
  };

  const reports = {
    navMenu(items) {
      appNav.replaceChildren(...items.filter((item) => item.rel !== 'home').map(navEntry));
      markCurrent();
    },
    titleBar: (bar) => showTitleBar(bar),
    saveBar: (bar) => showSaveBar(bar, press),
    loading: (on) => (document.querySelector('.loading').hidden = !on),
    hideToast,
    place(path) {
      place = cleanPlace(path);
      history.replaceState(null, '', place === start ? prefix : prefix + place);
      markCurrent();
    },
    open: ({ url, target }) => leave(url, target),
  };

  function navEntry(item) {
    const entry = document.createElement('li');
    const link = document.createElement('a');
    Object.assign(link, { className: 'nav-link', textContent: item.text, href: prefix + item.href });
    link.dataset.path = item.href;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      document.body.classList.remove('menu-open');
      goTo(item.href);
    });
    entry.append(link);
    return entry;
  }

  function markCurrent() {
    const path = place.split(/[?#]/)[0];
    const links = [...appNav.querySelectorAll('a')];
    const matching = links.filter(
      ({ dataset }) => path === dataset.path || path.startsWith(`${dataset.path}/`),
    );
    const current = matching.sort((a, b) => b.dataset.path.length - a.dataset.path.length)[0];
    for (const link of links) {
      if (link === current) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }

  function showTitleBar(bar) {
    document.querySelector('.app-head h1').textContent = bar?.title || appFrame.title;
    const buttons = (bar?.items ?? []).map((item) => {
      const button = document.createElement('button');
      Object.assign(button, {
        type: 'button',
        textContent: item.text,
        disabled: item.disabled || item.loading,
      });
      button.className = `button ${item.variant === 'primary' ? 'primary' : ''} ${item.tone === 'critical' ? 'critical' : ''}`;
      button.addEventListener('click', () => press(item));
      return button;
    });
    document.querySelector('.app-actions').replaceChildren(...buttons.reverse());
  }

  /** Pages of the admin and of the shop live on this machine; everything else is itself. */
  function leave(url, target) {
    if (saveBarShown() && target !== '_blank') return shakeSaveBar();
    const local = localAddress(url);
    if (target === '_blank') window.open(local, '_blank');
    else if (local.startsWith(prefix)) goTo(local.slice(prefix.length) || start);
    else location.assign(local);
  }

  function localAddress(url) {
    if (/^shopify:(\/\/)?admin/.test(url)) return url.replace(/^shopify:(\/\/)?admin\/?/, '/admin/');
    const { host, pathname, search, hash, origin } = new URL(url);
    const rest = search + hash;
    if (host === 'admin.shopify.com') return pathname.replace(/^\/store\/[^/]+/, '/admin') + rest;
    if (host === shop) return (pathname.startsWith('/admin') ? '' : storefront) + pathname + rest;
    return origin === appOrigin ? prefix + pathname + rest : url;
  }

  window.addEventListener('message', async ({ origin, source, data }) => {
    if (origin !== appOrigin || source !== appFrame.contentWindow) return;
    if (data?.bridge === 'tell') reports[data.method]?.(data.params);
    if (data?.bridge !== 'ask') return;
    try {
      if (!answers[data.method]) throw new Error(`The demo admin does not know "${data.method}".`);
      send({ bridge: 'answer', id: data.id, result: await answers[data.method](data.params) });
    } catch (error) {
      send({ bridge: 'answer', id: data.id, error: error.message });
    }
  });
  appFrame.src = appFrame.dataset.src;
}

/** Without what the admin itself adds to the app's address. */
function cleanPlace(path) {
  const url = new URL(path, location.href);
  const added = [
    'shop',
    'host',
    'embedded',
    'id_token',
    'session',
    'hmac',
    'locale',
    'timestamp',
    'shopify-reload',
  ];
  for (const name of added) url.searchParams.delete(name);
  return url.pathname + url.search + url.hash;
}
