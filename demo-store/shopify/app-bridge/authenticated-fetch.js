import { embedded, tell } from './messages.js';
import { idToken } from './shopify-global.js';

/** The app's own requests carry the session token. */
const plainFetch = window.fetch.bind(window);
window.fetch = async (input, init) => {
  const request = new Request(input, init);
  if (!embedded || new URL(request.url).origin !== location.origin || request.headers.has('authorization')) {
    return plainFetch(request);
  }
  const send = async () => {
    const copy = request.clone();
    copy.headers.set('authorization', `Bearer ${await idToken()}`);
    copy.headers.set('x-requested-with', 'XMLHttpRequest');
    return plainFetch(copy);
  };
  let response = await send();
  if (response.headers.get('x-shopify-retry-invalid-session-request') === '1') response = await send();
  const reauthorize = response.headers.get('x-shopify-api-request-failure-reauthorize-url');
  if (reauthorize) tell('open', { url: new URL(reauthorize, location.href).href, target: '_top' });
  return response;
};
