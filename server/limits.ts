/** How long the server waits for whom. A test passes its own. */
export interface ServerLimits {
  /** From the first byte of a request to the end of its headers. */
  readonly headersMs: number;
  /** From the headers to the last byte of the body. */
  readonly bodyMs: number;
  /** The same for an order history of up to 2 GB. */
  readonly uploadMs: number;
  /** What may pass without a byte in either direction. */
  readonly silenceMs: number;
  /** For what a client still sends after it was answered. */
  readonly lingerMs: number;
  readonly keepAliveMs: number;
  /** How often Node looks for connections that are over their time. */
  readonly checkEveryMs: number;
  readonly maxConnections: number;
}

export const LIMITS: ServerLimits = {
  headersMs: 15_000,
  bodyMs: 20_000,
  uploadMs: 3 * 3_600_000,
  silenceMs: 120_000,
  lingerMs: 2_000,
  // Longer than the keep-alive of proxies in front, so that none of them reuses a connection that just closed.
  keepAliveMs: 65_000,
  checkEveryMs: 5_000,
  maxConnections: 4_000,
};
