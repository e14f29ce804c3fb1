import { afterEach, expect, it } from 'vitest';
import { wideSteps, writeDownStatements, type AnyStatement } from '../../test/support/query-plans';
import { openShelfShop, randomId } from '../../test/support/shelf-shop';
import { makeTestPorts, type TestPorts } from '../../test/support/test-ports';
import { linkSignIn } from '../shoppers/link-sign-in.server';
import { answerShelf } from './answer-shelf.server';
import { recordEvent } from './record-event.server';

let ports: TestPorts;

afterEach(() => ports.close());

it('no statement of a storefront request reads more than one shopper’s rows', async () => {
  ports = await makeTestPorts();
  const shop = await openShelfShop(ports);
  await shop.stock(1n);
  const statements = new Set<AnyStatement>();
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

  const wide = wideSteps(ports.config.databaseFile, statements, ['near', 'same', 'l']);
  expect(wide).toEqual([]);
});
