import type Sqlite from 'better-sqlite3';

/** better-sqlite3's own. */
const BUSY_TIMEOUT_MS = 5_000;
/** A reader in a thread may hold the log for long; waiting for it here would hold up everybody. */
const LOG_WAIT_MS = 50;

/** What is done to the files of a database as a whole, only through the gate. */
export function databaseFiles(writer: Sqlite.Database, endSnapshot: () => void) {
  return {
    /** Writes the log back into the database and empties it. @returns false when a reader holds it */
    emptyLog(): boolean {
      endSnapshot();
      writer.pragma(`busy_timeout = ${LOG_WAIT_MS}`);
      try {
        const [state] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: bigint }[];
        return Number(state?.busy) === 0;
      } finally {
        writer.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
      }
    },
    rewrite(): void {
      endSnapshot();
      writer.exec('VACUUM');
      writer.pragma('wal_checkpoint(TRUNCATE)');
    },
  };
}
