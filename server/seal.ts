/**
 * `npm run seal`: encrypts everything at rest with the present key, so that older ones may go, and rewrites the database, so
 * that nothing deleted earlier is left in its file. Broken off, it goes on where it was when it is run again.
 */
import { buildPorts } from '../app/ports.server';
import { renewSeals } from '../app/privacy/renew-seals.server';

process.umask(0o077);
try {
  process.loadEnvFile();
} catch {
  // No .env file: the environment comes from elsewhere.
}

async function main(): Promise<void> {
  const ports = await buildPorts();
  try {
    const { sealed } = await renewSeals(ports, 'all');
    await ports.db.rewrite();
    const lines = Object.entries(sealed).map(([what, count]) => `${what}: ${count}\n`);
    process.stdout.write(
      `${lines.join('')}Everything is encrypted with the present key; older ones may go.\n`,
    );
  } finally {
    await ports.db.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
