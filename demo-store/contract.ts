/**
 * What the parts of the demo store promise each other. `start-demo-store.ts` composes them:
 * - `storefront/`: createStorefront(StorefrontDeps) -> Storefront
 * - `inbox/`: startInbox(InboxDeps) -> Inbox, listening for SMTP on config.ports.smtp at 127.0.0.1
 * - `landing/`: createLanding(LandingDeps) -> Pages on the demo store's port: `/` with the clock buttons, `GET /clock`,
 *   `POST /clock` {hours} -> AdvanceReport, `POST /clock/lived`, and the pretend editors `/admin/themes/current/editor` and
 *   `/admin/settings/checkout/editor`
 * - `shopify/`: createShopify(config, world) -> Shopify
 * Signatures and tokens come from `shopify/tokens.ts`, called with `deps.config`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DemoConfig } from './config';
import type { Placements } from './shopify/placements';
import type { ActablePerson } from './world/list-actable';
import type { ReceivedMail, ShopperActs, World } from './world/types';

/** A shop with weeks of Larder behind it: set up by its merchant once, then lived by the same clock as any other weeks. */
export interface LivedShop {
  /** Whole hours that are still to be lived; 0 once it has been. */
  hoursLeft(): number;
  /**
   * Opens the app, switches every module on and places every block; what is there already stays.
   * @throws Error with one sentence when the app refuses something
   */
  setUp(): Promise<void>;
}

/** Answers a request, whatever it is (404 included). */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Answers the request and says true, or leaves it untouched and says false. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/** The app's own metafields (owner: the app's installation), as Liquid's `app.metafields[namespace][key]` reads them. */
export interface AppMetafield {
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly value: string; // as stored: JSON text for `json` and lists
}

/** The app, as the demo store sees it. */
export interface AppClient {
  /** True from the first token until uninstalled. */
  installed(): boolean;
  /**
   * Waits for webhooks under way, moves the app's clock to `nowAt` (epoch ms) and waits until nothing is left to do there.
   * @returns what the app could not do. An app that is down, or has no development clock, is one failure.
   */
  stepApp(nowAt: number): Promise<readonly AppFailure[]>;
}

export interface AppFailure {
  readonly what: string;
  readonly error: string;
}

export interface AdvanceReport {
  readonly fromAt: number;
  readonly toAt: number;
  readonly ordersPlaced: number;
  readonly visits: number;
  readonly refillViews: number; // visits on which the shelf offered refills
  readonly offersSeen: number; // thank-you pages that offered a reminder
  readonly remindersAccepted: number;
  readonly mailsReceived: number;
  readonly failures: readonly AppFailure[];
}

/** The clock of the whole demo. One advance at a time. */
export interface DemoClock {
  now(): number; // epoch ms
  /** Progress of the advance under way, or null. */
  advancing(): { readonly hour: number; readonly hours: number } | null;
  /** Lets `hours` pass, hour by hour, with the shoppers and the app living on. @throws Error while another advance is under way. */
  advance(hours: number): Promise<AdvanceReport>;
}

export interface PartDeps {
  readonly config: DemoConfig;
  readonly world: World;
  readonly placements: Placements;
  readonly app: AppClient;
  /** People one can act as on the storefront, the busiest first. `search` matches name, email and id. */
  actable(search?: string, limit?: number): readonly ActablePerson[];
}

export interface StorefrontDeps extends PartDeps {
  /** Empty while the app is not installed. */
  appMetafields(): readonly AppMetafield[];
  /** Where the app proxy is on the storefront; the merchant may rename it. */
  proxyPath(): string;
}

export interface Storefront {
  readonly handler: Handler; // everything on the storefront's port
  readonly acts: ShopperActs; // talks to the storefront over HTTP at config.urls.storefront
  close?(): Promise<void>;
}

export interface InboxDeps extends PartDeps {
  /** Called for every mail as it arrives, after it is kept. */
  onMail(mail: ReceivedMail): void;
}

export interface Inbox {
  readonly pages: Pages; // /inbox and below, on the demo store's port
  readonly smtpPort: number; // the port it really listens on (config asked for 0: any)
  mails(): readonly ReceivedMail[]; // newest first
  close(): Promise<void>;
}

export interface LandingDeps extends PartDeps {
  readonly clock: DemoClock;
  readonly inbox: Inbox;
  /** Null for shoppers without a future of their own. */
  readonly lived: LivedShop | null;
}
