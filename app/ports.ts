import type { SealedPlace } from './sealing/sealed-place';
/**
 * The outside world as types. One set of ports is built per process (ports.server.ts) and handed to everything that
 * does I/O: use cases take it as their first argument, Remix routes find it in the load context.
 */
import type { Prisma, PrismaClient } from '@prisma/client';
import type { Logger } from 'pino';
import type { ZodType } from 'zod';
import type { Config } from './config.server';
import type { Dns, ReturnMailbox, Sns } from './mail-ports';
import type { Statement } from './db/statement';
import type { JOBS } from './job-definitions';
import type { IdOf, JobDefinitions, NewJobIn, RunningJob } from './jobs/job-definition';
import { markedError } from './marked-error';
import type { SealedReader, SealedWriter } from './sealing/sealed-file.server';
import type { ShopifyApp } from './shopify/shopify-app.server';

export interface Ports {
  readonly config: Config;
  readonly clock: Clock;
  readonly random: Random;
  readonly limits: Limits;
  readonly db: Database;
  readonly seals: Seals;
  readonly jobs: Jobs;
  readonly shopifyApp: ShopifyApp;
  readonly admin: ShopifyAdmin;
  readonly mailer: Mailer;
  readonly sns: Sns;
  readonly dns: Dns;
  /** Null: none is set up. */
  readonly returnMailbox: ReturnMailbox | null;
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

export interface Limits {
  /** Counts one use of `name`; false from the one after `max` until the window, which began with the first, is over. */
  allow(name: string, limit: { readonly max: number; readonly windowMs: number }): boolean;
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
export type PrismaReader = { [M in Uncapitalize<Prisma.ModelName>]: Pick<PrismaClient[M], ReadMethod> };

/** Statements (db/statement.ts), whose rows arrive decoded. SQLite's answers are there at once: awaiting them costs no turn of the event loop. */
export interface Sql {
  /** Every row. */
  all<Row, Parameters>(statement: Statement<Row, Parameters>, parameters: Parameters): Promise<Row[]>;
  /** The first row, or null. */
  first<Row, Parameters>(statement: Statement<Row, Parameters>, parameters: Parameters): Promise<Row | null>;
  /** @returns how many rows were changed, or returned where the statement returns some */
  run<Row, Parameters>(statement: Statement<Row, Parameters>, parameters: Parameters): Promise<number>;
  /** Row by row, for what is too much to hold; in a reading thread only (db/read-steps.server.ts). */
  each<Row, Parameters>(statement: Statement<Row, Parameters>, parameters: Parameters): AsyncIterable<Row>;
}

/** Committed data. */
export interface Reader extends Sql {
  /** For what is no hot path. */
  readonly prisma: PrismaReader;
}

/** A transaction of statements. */
export interface Writer extends Sql {
  /** Until the transaction ends, nobody else is inside who gave the same key. */
  alone(key: string): Promise<void>;
}

/** A transaction that may use Prisma as well. */
export interface Tx extends Writer {
  readonly prisma: Prisma.TransactionClient;
}

/** Whether something at rest is sealed, and with which key: the present one, an older one, or one that is not here. */
export type SealStanding = 'plain' | 'current' | 'older' | 'unknown';

/** Encrypts what is personal or a live secret before it is kept (AES-256-GCM); older keys still open. */
export interface Seals {
  /** What sealed texts begin with: all, those of the present key, and those that can be opened. */
  readonly prefixes: { readonly any: string; readonly current: string; readonly known: readonly string[] };
  seal(text: string, place: SealedPlace): string;
  /** @throws CannotOpen when it is not sealed, its key is not here, it was changed, or it lies in another place. */
  open(sealed: string, place: SealedPlace): string;
  /** @param name is sealed along: the file opens under no other */
  createFile(path: string, name: string): Promise<SealedWriter>;
  /** @throws CannotOpen */
  openFile(path: string, name: string): Promise<SealedReader>;
  standingOf(path: string): Promise<SealStanding>;
}

export interface Database {
  readonly read: Reader;
  /** One transaction after another through the process's write gate. Never nest it. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * For what is hot: runs `work` inside the next group commit. Callers that arrive together share one durable commit, and
   * one that fails takes back only its own rows. `work` awaits nothing but its statements, and may run a second time
   * after everything it did was rolled back: it has no other effects.
   * @throws Error when `work` awaits anything else
   */
  group<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  /** Runs a library's own Prisma writes (session storage) through the gate, outside a transaction. */
  writePlain<T>(work: (client: PrismaClient) => Promise<T>): Promise<T>;
  /**
   * Takes what was deleted out of the files as well: the log of changes is written back and emptied.
   * @returns false when a reader still needs the log: to be tried again.
   */
  overwriteDeleted(): Promise<boolean>;
  /** Writes the whole file anew without what was deleted. Takes as long as copying it, and everybody waits. */
  rewrite(): Promise<void>;
  close(): Promise<void>;
}

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Every job of Larder, by its id. Where jobs are spoken of without naming some, these are meant; the queue's own tests have others. */
export type LarderJobs = typeof JOBS;
export type JobId = IdOf<LarderJobs>;
export type NewJob = NewJobIn<LarderJobs>;

export interface Jobs<Known extends JobDefinitions = LarderJobs> {
  /** Inside the caller's transaction: the job exists exactly if the rows that ask for it do. */
  enqueue(tx: Writer, job: NewJobIn<Known>): Promise<void>;
  /**
   * How far a running job has come, in the transaction that brought it there: after a crash it runs again with this
   * payload. A job that gets ahead is not one that takes its process with it, so its tries are counted anew.
   */
  keepPlace(tx: Writer, jobId: bigint, payload: JsonValue): Promise<void>;
  /** Removes what waits in a shop that has left, but for what is owed. */
  dropWaiting(tx: Writer, shopId: number): Promise<void>;
  /** Removes jobs that failed a month ago, but for those that are owed. */
  forgetFailed(): Promise<void>;
  /** Tells the worker that something may be due. Called after a commit and when the clock moves. */
  wake(): void;
}

/** A running job as its handler sees it: its payload is read as its definition says. */
export type JobOf<Id extends JobId> = Omit<RunningJob<LarderJobs[Id]>, 'id'>;

/** What runs each job. */
export type JobHandlers<Known extends JobDefinitions = LarderJobs> = {
  readonly [Id in IdOf<Known>]: (ports: Ports, job: RunningJob<Known[Id]>) => Promise<void>;
};

/** Thrown by a handler when trying again cannot help: the job ends as failed at once. */
export class TerminalJobError extends markedError('TerminalJobError') {
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
  /**
   * @param beforeContent awaited once the server has agreed to take the mail and before it gets the first byte of it; when it
   * throws, the server gets none
   * @throws MailRefused when the server certainly did not take it; any other error means that the result is unknown.
   */
  send(mail: OutgoingMail, beforeContent: () => Promise<void>): Promise<{ providerId: string }>;
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
export class MailRefused extends markedError('MailRefused') {
  override readonly name = 'MailRefused';

  constructor(
    message: string,
    readonly refusal: MailRefusal,
  ) {
    super(message);
  }
}
