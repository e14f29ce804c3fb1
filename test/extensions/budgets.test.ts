import { expect, test } from 'vitest';
import { BUDGETS, weigh } from '../../scripts/extension-budgets.mjs';

test.each(BUDGETS)('$what: at most $limitBytes bytes, compressed', (budget) => {
  const bytes = weigh(budget);
  expect(bytes, 'build it first: node scripts/build-extensions.mjs').not.toBeNull();
  expect(bytes).toBeLessThanOrEqual(budget.limitBytes);
});
