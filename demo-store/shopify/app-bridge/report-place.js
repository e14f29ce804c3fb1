import { query, tell } from './messages.js';
import { idToken } from './shopify-global.js';

/** Keeps the address that the shell shows. */
const reportPlace = () => tell('place', location.pathname + location.search + location.hash);
for (const method of ['pushState', 'replaceState']) {
  const plain = history[method].bind(history);
  history[method] = (...args) => {
    plain(...args);
    reportPlace();
  };
}
window.addEventListener('popstate', reportPlace);

// The app's server answers a request without a token with a page that only runs this script: come back with a token.
const reload = query.get('shopify-reload');
if (reload) {
  void idToken().then((token) => {
    const url = new URL(reload, location.href);
    url.searchParams.set('id_token', token);
    location.replace(url);
  });
} else reportPlace();
