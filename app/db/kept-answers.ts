import type { Statement } from './statement';

type AnyStatement = Statement<unknown, unknown>;

/** Kept in all; a process that serves more shops than that begins anew. */
const MOST = 10_000;

/** What statements that ask to be kept answered, until one of their tables is written. Of one process that alone writes. */
export interface KeptAnswers {
  /** The answer, worked out where it is not known. */
  answer<Row>(
    statement: Statement<Row, unknown>,
    values: readonly unknown[],
    ask: () => Row | null,
  ): Row | null;
  /** What rests on these tables is not so any more; without tables, nothing is. */
  forget(tables?: ReadonlySet<string>): void;
}

export function createKeptAnswers(): KeptAnswers {
  const kept = new Map<AnyStatement, Map<string, unknown>>();
  let size = 0;
  const forgetAll = () => {
    kept.clear();
    size = 0;
  };
  return {
    answer<Row>(statement: Statement<Row, unknown>, values: readonly unknown[], ask: () => Row | null) {
      let answers = kept.get(statement);
      if (!answers) kept.set(statement, (answers = new Map<string, unknown>()));
      const key = values.join('\0');
      const known = answers.get(key) as Row | null | undefined;
      if (known !== undefined) return known;
      const row = ask();
      if (size >= MOST) forgetAll();
      else {
        answers.set(key, row);
        size += 1;
      }
      return row;
    },
    forget(tables) {
      if (!tables) return forgetAll();
      if (tables.size === 0) return;
      for (const [statement, answers] of kept) {
        if (!statement.reads.some((table) => tables.has(table))) continue;
        size -= answers.size;
        kept.delete(statement);
      }
    },
  };
}
