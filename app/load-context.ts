import type { Ports } from './ports';

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** The process's one set of ports, built by server/. */
    readonly ports: Ports;
  }
}
