import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/** What stands beside a SQLite file: its log, the log's index, a journal, and our lock. */
const BESIDE = ['', '-wal', '-shm', '-journal', '.lock'] as const;

/**
 * Makes a database file that its owner alone can read, in a folder of the same kind; what is there already is mended. SQLite
 * gives the files beside it the same rights.
 * @param cwd a folder with this one in it is not the database's own and stays as it is
 */
export function makePrivate(databaseFile: string, cwd: string): void {
  const folder = dirname(databaseFile);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isOwn(folder, cwd)) chmodSync(folder, 0o700);
  for (const suffix of ['', '.lock']) closeSync(openSync(`${databaseFile}${suffix}`, 'a', 0o600));
  for (const suffix of BESIDE)
    if (existsSync(`${databaseFile}${suffix}`)) chmodSync(`${databaseFile}${suffix}`, 0o600);
}

/** Not a folder that many share, such as /tmp or the one that the program lies in. */
function isOwn(folder: string, cwd: string): boolean {
  const { uid, mode } = statSync(folder);
  const isShared = (mode & 0o1000) !== 0;
  const holdsProgram = !relative(folder, cwd).startsWith('..');
  return uid === process.getuid?.() && !isShared && !holdsProgram;
}
