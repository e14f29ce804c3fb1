import { once } from 'node:events';
import { HANDLERS, RECURRING } from '../app/job-register.server';
import { startWorker } from '../app/jobs/worker.server';
import { MAIL_KINDS } from '../app/mail-kinds.server';
import { takeBackAllClaims } from '../app/mail/outbox/take-back-claims.server';
import { buildPorts } from '../app/ports.server';
import { renewSeals } from '../app/privacy/renew-seals.server';
import { createHttpServer } from './create-server';
import { createBuiltRemix, createRemixWithReload } from './remix';

// Whatever this process writes is for its user alone.
process.umask(0o077);

try {
  process.loadEnvFile();
} catch {
  // No .env file: the environment comes from elsewhere.
}

const GRACE_MS = 10_000;

const atMost = (ms: number) => new Promise((done) => setTimeout(done, ms).unref());

async function main(): Promise<void> {
  const ports = await buildPorts();
  const { config, log } = ports;
  // What libraries print names addresses of requests: it takes the way of every other line.
  for (const method of ['log', 'info', 'warn', 'error'] as const)
    console[method] = (...said: unknown[]) => {
      const words = said.map((printed) =>
        typeof printed === 'string' ? printed : printed instanceof Error ? printed.message : '…',
      );
      log.warn({ from: 'console', words: words.join(' ').slice(0, 500) }, 'A library said something');
    };
  const { sealed, older } = await renewSeals(ports, 'plain');
  if (Object.keys(sealed).length > 0) log.info({ sealed }, 'What an older version left plain is encrypted');
  if (older > 0)
    log.info({ older }, 'Values rest on an older key; to end that, stop Larder and run: npm run seal');
  const remix =
    config.environment === 'development' ? await createRemixWithReload(ports) : await createBuiltRemix(ports);
  const server = createHttpServer(ports, remix);
  server.listen(config.port, config.host);
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${config.port} is taken by another program. Stop it, or set PORT to another one.`);
  });
  await takeBackAllClaims(ports, MAIL_KINDS);
  const worker = startWorker(ports, { queue: ports.jobs, handlers: HANDLERS, recurring: RECURRING });
  log.info({ port: config.port, appUrl: config.appUrl }, 'Larder is ready');

  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    // What was accepted is finished: open requests first, then running jobs, then the last writes.
    server.close();
    server.closeIdleConnections();
    await Promise.race([once(server, 'close'), atMost(GRACE_MS)]);
    // A longer job is taken over after its lease.
    await Promise.race([worker.stop(), atMost(GRACE_MS)]);
    await remix.close();
    await ports.db.close();
    process.exit(0);
  }
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
