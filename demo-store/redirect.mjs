/**
 * Sends what a process fetches from `https://*.myshopify.com` to the demo store, and lets nothing else leave this machine.
 *
 *   DEMO_STORE_URL=http://127.0.0.1:4000 node --import ./demo-store/redirect.mjs …
 *
 * The process itself knows nothing of it. The shop asked for travels in the header `x-demo-shop`.
 */
import { Agent, Dispatcher, setGlobalDispatcher } from 'undici';

const storeUrl = new URL(process.env.DEMO_STORE_URL ?? 'http://127.0.0.1:4000').origin;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

class ToDemoStore extends Dispatcher {
  #direct = new Agent();

  dispatch(options, handler) {
    const { hostname } = new URL(String(options.origin));
    if (hostname.endsWith('.myshopify.com')) {
      const headers = withHeader(options.headers, 'x-demo-shop', hostname);
      return this.#direct.dispatch({ ...options, origin: storeUrl, headers }, handler);
    }
    if (LOOPBACK.has(hostname)) return this.#direct.dispatch(options, handler);
    throw new Error(`The demo keeps to this machine: ${hostname} was not called.`);
  }

  close() {
    return this.#direct.close();
  }

  destroy() {
    return this.#direct.destroy();
  }
}

/** undici hands headers over as a flat list, as pairs or as an object. */
function withHeader(headers, name, value) {
  if (!headers) return { [name]: value };
  if (Array.isArray(headers)) return [...headers, name, value];
  if (typeof headers[Symbol.iterator] === 'function') return [...headers].flat().concat(name, value);
  return { ...headers, [name]: value };
}

setGlobalDispatcher(new ToDemoStore());
