import { afterEach, expect, it } from 'vitest';
import { wideSteps, writeDownStatements, type AnyStatement } from '../../../test/support/query-plans';
import { makeResultsWorld } from '../../../test/support/results-world';
import { makeTestPorts, type TestPorts } from '../../../test/support/test-ports';
import { collectResults } from './collect-results.server';
import { rebuildInsights } from '../insights/rebuild-insights.server';

let ports: TestPorts;

afterEach(() => ports.close());

it('counting a person, or the next customers, reads their rows and not the shop’s', async () => {
  ports = await makeTestPorts();
  const world = await makeResultsWorld(ports, { holdout: 1000, shelf: 1000 });
  await world.expose({ tactic: 'shelf', key: { kind: 'account', value: '7' } });
  await world.place({ orderId: 1, customerId: 7, productIds: [1, 2] });
  await world.collect(); // fixes the limits, for which all sums are read once
  const statements = new Set<AnyStatement>();
  const watched = writeDownStatements(ports, statements);
  const { id: shopId } = world.shop;
  await collectResults(watched, { shopId, payload: {} });
  await collectResults(watched, { shopId, payload: { orderIds: [1n] } });
  await rebuildInsights(watched, { shopId });
  expect(statements.size).toBeGreaterThan(15);

  const wide = wideSteps(ports.config.databaseFile, statements, [
    'Layer',
    'own',
    'near',
    'theirs',
    'named',
    'buyers',
  ]);
  expect(
    wide,
    'With many orders this takes as long for one person as for the whole shop: name what is read by its key (see EXPLAIN QUERY PLAN)',
  ).toEqual([]);
});
