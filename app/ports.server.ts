/** The composition root: the one place where the outside world is built, once per process. */
import { randomBytes } from 'node:crypto';
import { createClock, type MovableClock } from './clock.server';
import { readConfig, type Config } from './config.server';
import { openDatabase } from './db/open-database.server';
import { createDns } from './email/dns.server';
import { createMailer } from './email/mailer.server';
import { createReturnMailbox } from './email/return-mailbox.server';
import { createSns } from './email/sns.server';
import { JOBS } from './job-definitions';
import { createSqliteJobs, type JobQueue } from './jobs/sqlite-jobs.server';
import { createLimits } from './limits.server';
import { createLog } from './log.server';
import type { Ports } from './ports';
import { createSeals } from './sealing/seals.server';
import { createShopifyAdmin } from './shopify/admin-client.server';
import { createSessionStorage } from './shopify/session-storage.server';
import { createShopifyApp } from './shopify/shopify-app.server';
import { recordInstall } from './shops/record-install.server';

export const MIGRATIONS = 'prisma/sqlite/migrations';

export interface BuiltPorts extends Ports {
  readonly clock: MovableClock;
  readonly jobs: JobQueue;
}

/** @throws Error with a sentence that says what to do when the configuration or the database is not usable. */
export async function buildPorts(config: Config = readConfig()): Promise<BuiltPorts> {
  const log = createLog(config.logLevel);
  const clock = createClock(config.demoNowAt === null ? null : new Date(config.demoNowAt));
  const db = await openDatabase({ file: config.databaseFile, migrations: MIGRATIONS });
  const seals = createSeals(config.encryptionKeys);
  const jobs = createSqliteJobs(db, clock, JOBS);
  const shopifyApp = createShopifyApp({
    config,
    sessionStorage: await createSessionStorage(db, seals),
    log,
    afterAuth: (domain, scopes) => recordInstall(ports, { domain, scopes }),
  });
  const ports: BuiltPorts = {
    config,
    clock,
    random: { id: () => randomBytes(16).toString('base64url') },
    limits: createLimits(clock),
    db,
    seals,
    jobs,
    shopifyApp,
    admin: createShopifyAdmin(shopifyApp),
    mailer: createMailer({ ...config, returnAddress: config.mailReturns.address }),
    sns: createSns(),
    dns: createDns(),
    returnMailbox: config.mailReturns.imapUrl ? createReturnMailbox(config.mailReturns.imapUrl) : null,
    log,
  };
  return ports;
}
