import type { Ports } from './ports';
import type { AdminRequest } from './shopify/admin-request';

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** The process's one set of ports, built by server/. */
    readonly ports: Ports;
    /** The admin's door judges each request once, however many loaders ask: its answer, once it was asked. */
    admin?: Promise<AdminRequest>;
  }
}
