import Sqlite from 'better-sqlite3';

/**
 * Makes this process the only one that writes to a SQLite database: it holds an exclusive transaction on a small file
 * beside it, which the operating system frees when the process dies, however it dies.
 * @throws Error when another process holds it.
 */
export function takeWriterLock(databaseFile: string): { release(): void } {
  const lock = new Sqlite(`${databaseFile}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY') {
      throw new Error(
        `Another Larder process already writes to ${databaseFile}. Stop it first: SQLite takes one writing process.`,
        { cause: error },
      );
    }
    throw error;
  }
  return {
    release() {
      lock.exec('ROLLBACK');
      lock.close();
    },
  };
}
