/**
 * The outside world as types. One set of ports is built per process (ports.server.ts) and handed to everything that
 * does I/O: use cases take it as their first argument, Remix routes find it in the load context.
 */
import type { Prisma, PrismaClient } from '@prisma/client';
import type BetterSqlite3 from 'better-sqlite3';
import type { Logger } from 'pino';
import type { ZodType } from 'zod';
import type { Config } from './config.server';
import type { ShopifyApp } from './shopify/shopify-app.server';

export interface Ports {
  readonly config: Config;
  readonly clock: Clock;
  readonly random: Random;
  readonly db: Database;
  readonly jobs: Jobs;
  readonly shopifyApp: ShopifyApp;
  readonly admin: ShopifyAdmin;
  readonly mailer: Mailer;
  readonly log: Logger;
}

export interface Clock {
  /** Larder's time: due dates, caps, quiet hours, forecasts, exposures, reviews, expiry of links in mail. */
  now(): Date;
  /** Wall time: leases, claims, back-off, timeouts, tokens, signatures. */
  wall(): Date;
}

export interface Random {
  /** An unguessable id of 128 bits, as 22 characters of base64url. */
  id(): string;
}

type ReadMethod =
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findMany'
  | 'count'
  | 'aggregate'
  | 'groupBy';

/** Prisma without its writes. A transaction fits behind it as well, so that stores read inside and outside of one. */
export type Reader = { [M in Uncapitalize<Prisma.ModelName>]: Pick<PrismaClient[M], ReadMethod> } & Pick<
  PrismaClient,
  '$queryRaw'
>;

/** An open write transaction. */
export type Tx = Prisma.TransactionClient;

export interface Database {
  /** Committed data only: a connection of its own, opened read-only. */
  readonly read: Reader;
  /** The one way to write: transactions run one after another through the process's write gate. Never nest it. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs a library's own Prisma writes (session storage) through the gate, outside a transaction. */
  writePlain<T>(work: (client: PrismaClient) => Promise<T>): Promise<T>;
  readonly hot: HotDatabase;
  close(): Promise<void>;
}

/** Prepared statements without Prisma, for what must be fast. SQLite only; stores hide it behind an asynchronous face. */
export interface HotDatabase {
  /** Read-only, committed data. */
  prepareRead(sql: string): BetterSqlite3.Statement<unknown[], unknown>;
  /**
   * Runs `work` inside the next group commit: callers that arrive together share one durable commit, and one that fails
   * takes back only its own rows. `work` is synchronous, prepares its statements through `db`, and may run a second
   * time after everything it did was rolled back: it has no other effects.
   */
  write<T>(work: (db: HotWriter) => T): Promise<T>;
}

export interface HotWriter {
  prepare(sql: string): BetterSqlite3.Statement<unknown[], unknown>;
}

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

export interface NewJob {
  /** Explicit id of the handler in job-register.server.ts. */
  readonly kind: string;
  readonly shopId?: number;
  /** At most one waiting job per kind and key: a second enqueue changes nothing. The key is free again once it runs. */
  readonly key?: string;
  readonly payload?: JsonValue;
  /** Larder's clock; default now. */
  readonly dueAt?: Date;
}

export interface Jobs {
  /** Inside the caller's transaction: the job exists exactly if the rows that ask for it do. */
  enqueue(tx: Tx, job: NewJob): Promise<void>;
  /** The same inside a hot write. */
  enqueueHot(db: HotWriter, job: NewJob): void;
  /**
   * How far a running job has come, in the transaction that brought it there: after a crash it runs again with this
   * payload. A job that gets ahead is not one that takes its process with it, so its tries are counted anew.
   */
  keepPlace(db: HotWriter, jobId: bigint, payload: JsonValue): void;
  /** Tells the worker that something may be due. Called after a commit and when the clock moves. */
  wake(): void;
}

/** A job's handler. `payload` is parsed by the handler (zod): rows may be older than the code. */
export type JobHandler = (
  ports: Ports,
  job: { id: bigint; shopId: number | null; payload: unknown },
) => Promise<void>;

/** Thrown by a handler when trying again cannot help: the job ends as failed at once. */
export class TerminalJobError extends Error {
  override readonly name = 'TerminalJobError';
}

export interface ShopifyAdmin {
  /**
   * One GraphQL request to a shop's Admin API, parsed. Waits when throttled, retries what may pass (429, 5xx, network)
   * with back-off, refreshes the token once at a time per shop.
   * @throws ShopGone when the shop uninstalled the app or its token was revoked; GraphqlRefused for errors in the answer.
   */
  query<T>(
    shopDomain: string,
    document: string,
    variables: Record<string, unknown>,
    schema: ZodType<T>,
  ): Promise<T>;
}

export interface OutgoingMail {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Becomes the Message-ID's left part: the message's own id, so that a repeat would be recognisable. */
  readonly messageId: string;
}

export interface Mailer {
  /** @throws MailRefused when the server certainly did not take it; any other error means that the result is unknown. */
  send(mail: OutgoingMail): Promise<{ providerId: string }>;
}

/**
 * What a refusal was about. Only a recipient is refused for good; all else may pass.
 * - `recipient-refused`: there is no such mailbox, or it takes no mail
 * - `asked-to-wait`: this one mail, for now; another may pass
 * - `sender-refused`: us, our address or what we send
 * - `login-refused`: our login, or that we gave none
 * - `unreachable`: nobody; the server was not there or had no time
 */
export type MailRefusal =
  'recipient-refused' | 'asked-to-wait' | 'sender-refused' | 'login-refused' | 'unreachable';

/** The server certainly did not take a mail. Its message is what the server said. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';

  constructor(
    message: string,
    readonly refusal: MailRefusal,
  ) {
    super(message);
  }
}
