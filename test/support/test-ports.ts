/** Ports for tests: the real database in a temporary file, a clock that only the test moves, everything else passed in. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { Config } from '../../app/config.server';
import { applyMigrations } from '../../app/db/apply-migrations.server';
import { openDatabase } from '../../app/db/open-database.server';
import { JOBS } from '../../app/job-definitions';
import { createSqliteJobs, type JobQueue } from '../../app/jobs/sqlite-jobs.server';
import { createLimits } from '../../app/limits.server';
import { runJob } from '../../app/jobs/worker.server';
import type { JobHandlers, OutgoingMail, Ports, ShopifyAdmin } from '../../app/ports';
import { parseKeys } from '../../app/sealing/key-ring';
import { createSeals } from '../../app/sealing/seals.server';
import { createSessionStorage } from '../../app/shopify/session-storage.server';
import { createShopifyApp } from '../../app/shopify/shopify-app.server';

export const MIGRATIONS = join(import.meta.dirname, '../../prisma/sqlite/migrations');

export const TEST_SECRET = 'a-secret-for-tests-only';

/** As the environment gives it. */
export const TEST_KEY = Buffer.alloc(32, 'a key for tests').toString('base64');

/** A ring of such keys, the present one first. */
export function testKeys(...keys: readonly string[]) {
  const parsed = parseKeys((keys.length > 0 ? keys : [TEST_KEY]).join(','));
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.keys;
}

export interface TestPorts extends Ports {
  readonly jobs: JobQueue;
  readonly clock: { now(): Date; wall(): Date; set(at: Date | string): void; advance(ms: number): void };
  readonly sentMail: OutgoingMail[];
  /** Runs every job due now, and those they enqueue, with these handlers. Throws when one fails. */
  runJobs(handlers: Partial<JobHandlers>): Promise<void>;
  close(): Promise<void>;
}

export interface TestPortsOptions {
  readonly now?: Date | string;
  readonly admin?: ShopifyAdmin;
  readonly config?: Partial<Config>;
  readonly outside?: Partial<Pick<Ports, 'sns' | 'dns' | 'returnMailbox'>>;
}

/** No way for bounces and complaints to come back. */
export const NO_RETURNS: Config['mailReturns'] = {
  address: null,
  imapUrl: null,
  secret: null,
  sesTopic: null,
  postmark: null,
  mailgunKey: null,
  sendgridKey: null,
};

let template: string | null = null;

/** One migrated, empty database file per test process, copied for each test. */
function templateFile(): string {
  if (template) return template;
  const folder = mkdtempSync(join(tmpdir(), 'larder-template-'));
  template = join(folder, 'empty.sqlite');
  applyMigrations(template, MIGRATIONS);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return template;
}

export async function makeTestPorts(options: TestPortsOptions = {}): Promise<TestPorts> {
  const folder = mkdtempSync(join(tmpdir(), 'larder-test-'));
  const file = join(folder, 'larder.sqlite');
  copyFileSync(templateFile(), file);
  const config: Config = {
    environment: 'test',
    port: 0,
    host: '127.0.0.1',
    logLevel: 'silent',
    databaseFile: file,
    encryptionKeys: testKeys(),
    apiKey: 'test-client-id',
    apiSecret: TEST_SECRET,
    appUrl: 'https://larder.example.test',
    scopes: ['read_products', 'read_orders', 'read_customers', 'write_app_proxy'],
    smtpUrl: null,
    mailDir: join(folder, 'mail'),
    mailFrom: 'reminders@larder.example',
    mailReturns: NO_RETURNS,
    dkim: null,
    mailPerMinute: 0,
    mailFirstDay: 0,
    demoToken: null,
    demoNowAt: null,
    ...options.config,
  };
  let nowMs = new Date(options.now ?? '2026-11-20T12:00:00Z').getTime();
  let wallMs = nowMs;
  const clock = {
    now: () => new Date(nowMs),
    wall: () => new Date(wallMs),
    set(at: Date | string) {
      nowMs = new Date(at).getTime();
    },
    advance(ms: number) {
      nowMs += ms;
      wallMs += ms;
    },
  };
  const db = await openDatabase({ file, migrations: MIGRATIONS, findsNestedWrites: true });
  const jobs = createSqliteJobs(db, clock, JOBS);
  const log = pino({ level: 'silent' });
  const seals = createSeals(config.encryptionKeys);
  const sessionStorage = await createSessionStorage(db, seals);
  const sentMail: OutgoingMail[] = [];
  let ids = 0;
  const ports: TestPorts = {
    config,
    clock,
    random: { id: () => `id-${String(++ids).padStart(19, '0')}` },
    limits: createLimits(clock),
    db,
    seals,
    jobs,
    shopifyApp: createShopifyApp({ config, sessionStorage, log, afterAuth: async () => undefined }),
    admin: options.admin ?? {
      query: () => Promise.reject(new Error('This test gave no admin: pass one to makeTestPorts.')),
    },
    mailer: {
      async send(mail, beforeContent) {
        await beforeContent();
        sentMail.push(mail);
        return { providerId: mail.messageId };
      },
    },
    sns: {
      certificate: () => Promise.reject(new Error('This test gave no SNS: pass one to makeTestPorts.')),
      confirm: () => Promise.reject(new Error('This test gave no SNS: pass one to makeTestPorts.')),
    },
    dns: { txt: () => Promise.resolve([]) },
    returnMailbox: null,
    ...options.outside,
    log,
    sentMail,
    async runJobs(handlers) {
      for (let job = await jobs.claim(); job; job = await jobs.claim()) {
        await runJob(ports, jobs, handlers, job);
        const failure = (await db.read.prisma.job.findFirst({ where: { id: Number(job.id) } }))?.error;
        if (failure) throw new Error(`Job ${job.kind} failed: ${failure}`);
      }
    },
    async close() {
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return ports;
}

/** A shop installed at the clock's now. */
export async function makeTestShop(
  ports: TestPorts,
  shop: Partial<{
    domain: string;
    timeZone: string;
    currency: string;
    legalName: string;
    postalAddress: string;
  }> = {},
): Promise<{ id: number; domain: string; timeZone: string }> {
  const domain = shop.domain ?? 'corner.myshopify.com';
  const timeZone = shop.timeZone ?? 'Europe/London';
  const row = await ports.db.write((tx) =>
    tx.prisma.shop.create({
      data: {
        currency: 'GBP',
        country: 'GB',
        name: 'Corner',
        ...shop,
        domain,
        timeZone,
        installedAt: ports.clock.now(),
      },
    }),
  );
  return { id: row.id, domain, timeZone };
}
