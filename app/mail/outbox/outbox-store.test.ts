import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../../test/support/test-ports';
import { dueMessages, insertPlanned, type DueMessage } from './outbox-store.server';

let ports: TestPorts;
beforeEach(async () => {
  ports = await makeTestPorts();
});
afterEach(() => ports.close());

test('due messages come page by page, oldest first, each once, whatever becomes of it', async () => {
  const { id: shopId } = await makeTestShop(ports);
  const at = ports.clock.now();
  const hourAgo = new Date(at.getTime() - 3_600_000);
  await ports.db.write(async (tx) => {
    const plan = (id: string, meantFor: Date) =>
      insertPlanned(tx, { id, shopId, kind: 'k', businessKey: id, subjectId: id, keyId: null, meantFor, at });
    for (const id of ['c', 'a', 'b']) await plan(id, at);
    await plan('z', hourAgo);
    await plan('later', new Date(at.getTime() + 1));
  });
  const seen: string[] = [];
  for (let after: DueMessage | null = null; ;) {
    const page: readonly DueMessage[] = await dueMessages(ports.db.read, {
      now: at,
      wall: at,
      after,
      take: 2,
    });
    after = page.at(-1) ?? null;
    if (!after) break;
    seen.push(...page.map((message) => message.id));
  }
  expect(seen).toEqual(['z', 'a', 'b', 'c']);
});
