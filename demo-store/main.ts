import { readConfig } from './config';
import { startDemoStore } from './start-demo-store';

/** Runs the demo store: one JSON line on stdout when it is ready, progress on stderr, state kept on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  const config = readConfig(process.argv.slice(2), process.env);
  const store = await startDemoStore(config, (line) => process.stderr.write(`${line}\n`));
  const { urls, shopDomain } = store.config;
  const ready = {
    ready: true,
    ...urls,
    smtp: `127.0.0.1:${store.smtpPort}`,
    shop: shopDomain,
    made: store.opened.made,
  };
  process.stdout.write(`${JSON.stringify(ready)}\n`);

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    store.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

main().catch(fail);
