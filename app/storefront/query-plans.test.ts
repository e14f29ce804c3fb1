import Sqlite from 'better-sqlite3';
import { afterEach, expect, it } from 'vitest';
import { openShelfShop, randomId } from '../../test/support/shelf-shop';
import { makeTestPorts, type TestPorts } from '../../test/support/test-ports';
import { linkSignIn } from '../shoppers/link-sign-in.server';
import type { HotDatabase, Ports } from '../ports';
import { answerShelf } from './answer-shelf.server';
import { recordEvent } from './record-event.server';

let ports: TestPorts;

afterEach(() => ports.close());

/** The same ports, with every hot statement written down. */
function writeDownStatements(from: Ports, statements: Set<string>): Ports {
  const hot: HotDatabase = {
    prepareRead(sql) {
      statements.add(sql);
      return from.db.hot.prepareRead(sql);
    },
    write(work) {
      const note = (sql: string) => statements.add(sql);
      return from.db.hot.write((writer) => work({ prepare: (sql) => (note(sql), writer.prepare(sql)) }));
    },
  };
  return { ...from, db: { ...from.db, hot } };
}

it('no statement of a storefront request reads more than one shopper’s rows', async () => {
  ports = await makeTestPorts();
  const shop = await openShelfShop(ports);
  await shop.stock(1n);
  const statements = new Set<string>();
  const watched = writeDownStatements(ports, statements);
  const at = ports.clock.now();
  const [account, other] = [shop.shopperIn('treated', 'account', 0), shop.shopperIn('treated', 'account', 1)];
  const browser = shop.shopperIn('treated', 'browser');
  await shop.forecast(account, 1n);
  for (const who of [account, account, other]) {
    const query = { v: '1', visitor: browser.value, view: randomId(`v${statements.size}`) };
    await answerShelf(watched, { url: shop.url('/proxy/shelf', query, who) });
    const body = JSON.stringify({ visitor: browser.value, view: query.view, type: 'seen' });
    await recordEvent(watched, { url: shop.url('/proxy/events', {}, who), body });
  }
  await linkSignIn(watched, { shopId: shop.id, account: other, browser, at });
  expect(statements.size).toBeGreaterThan(15);

  const db = new Sqlite(ports.config.databaseFile, { readonly: true });
  const wide = [...statements].flatMap((sql) => {
    const job = { kind: '', key: '', payload: '{}', dueAt: 1, wall: 1 };
    const named = { shopId: 1, keyId: 1, keyIds: '[1]', ...job };
    const positional = Array.from(sql.matchAll(/\?/g), () => 1);
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...(positional.length ? positional : [named]));
    return (plan as { detail: string }[])
      .map((step) => step.detail)
      .filter(
        (step) => /\(shopId=\?\)/.test(step) || /^SCAN (?!g |near|same|l$|json_each|CONSTANT)/.test(step),
      )
      .map((step) => `${step}: ${sql}`);
  });
  db.close();
  expect(wide).toEqual([]);
});
