/** What deciding and delivering need of the outside world, for a process of the benchmarks. */
import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { openDatabase } from '../../app/db/open-database.server';
import { createMailer } from '../../app/email/mailer.server';
import { JOBS } from '../../app/job-definitions';
import { createSqliteJobs } from '../../app/jobs/sqlite-jobs.server';
import { createLimits } from '../../app/limits.server';
import type { Ports, ShopifyAdmin } from '../../app/ports';
import { MIGRATIONS } from '../../app/ports.server';
import { parseKeys } from '../../app/sealing/key-ring';
import { createSeals } from '../../app/sealing/seals.server';

export interface DeliverySetup {
  readonly file: string;
  readonly smtpUrl: string;
  readonly secret: string;
  readonly key: string;
  /** Larder's time at the wall's `wallMs`, from where it runs as the wall does. */
  readonly nowMs: number;
  readonly wallMs: number;
  /** By how much the wall clock of the process is ahead. */
  readonly aheadMs: number;
}

export async function openDeliveryPorts(setup: DeliverySetup, admin: ShopifyAdmin): Promise<Ports> {
  const { file, smtpUrl, secret, nowMs, wallMs, aheadMs } = setup;
  const wall = () => new Date(Date.now() + aheadMs);
  const clock = { now: () => new Date(nowMs + Date.now() - wallMs), wall };
  const db = await openDatabase({ file, migrations: MIGRATIONS });
  const keys = parseKeys(setup.key);
  if (!keys.ok) throw new Error(keys.problem);
  const config = {
    ...{ databaseFile: file, apiSecret: secret, appUrl: 'https://larder.example.test' },
    ...{ mailFrom: 'reminders@larder.example', mailPerMinute: 0, mailFirstDay: 0 },
  };
  const needed = {
    ...{ db, clock, admin, config, seals: createSeals(keys.keys), limits: createLimits(clock) },
    jobs: createSqliteJobs(db, clock, JOBS),
    random: { id: () => randomBytes(16).toString('base64url') },
    mailer: createMailer({ smtpUrl, mailDir: '' }),
    log: pino({ level: 'silent' }),
  };
  return needed as unknown as Ports;
}
