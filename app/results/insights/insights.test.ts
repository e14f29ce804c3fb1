import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCustomer, openInsights, readInsights, type CustomerOrder } from './insights';

const order = (placedOn: number, more: Partial<CustomerOrder> = {}): CustomerOrder => ({
  placedOn,
  productIds: ['1'],
  ...{ source: null, landing: null, place: null },
  ...more,
});
const about = { todayOn: 1000, isConsumable: (id: string) => id === '1' };

function insightsOf(...customers: readonly (readonly CustomerOrder[])[]) {
  const tally = openInsights();
  for (const orders of customers) addCustomer(tally, orders, about);
  return readInsights(tally);
}

describe('insights', () => {
  it('count who came back on the thirtieth day, and not who came on the next', () => {
    expect(insightsOf([order(900), order(930)], [order(900), order(931)], [order(900)]).all).toEqual({
      persons: 3,
      again: 1,
    });
  });

  it('wait until the thirty days of a customer are over', () => {
    expect(insightsOf([order(970)], [order(969)])).toMatchObject({ all: { persons: 1 }, waiting: 1 });
  });

  it('leave out a customer whose first order we cannot see', () => {
    expect(insightsOf([order(900, { place: 4 }), order(905, { place: 5 })]).all.persons).toBe(0);
  });

  it('count a product once for each customer, and not that of few', () => {
    const many = Array.from({ length: 30 }, () => [order(900, { productIds: ['1', '1', '2'] }), order(910)]);
    const { items } = insightsOf(...many, [order(900, { productIds: ['9'] })]);
    expect(items.map(({ productId, persons, again }) => [productId, persons, again])).toEqual([
      ['1', 30, 30],
      ['2', 30, 30],
    ]);
  });

  it('tell where the visit of a second order came from, and of how many nobody knows', () => {
    const second = order(950, { source: 'Google', landing: 'home' });
    const { second: told } = insightsOf([order(900), second], [order(900), order(940)], [order(900)]);
    expect(told).toEqual({
      orders: 2,
      untold: 1,
      sources: [{ name: 'Google', count: 1 }],
      landings: [{ name: 'home', count: 1 }],
    });
  });

  it('are all zeros without customers', () => {
    expect(insightsOf()).toMatchObject({ all: { persons: 0, again: 0 }, groups: [], items: [] });
  });

  it('never count more who came back than came, in whatever order they are counted', () => {
    const orders = fc.array(
      fc.record({ placedOn: fc.integer({ min: 0, max: 1200 }), id: fc.constantFrom('1', '2') }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(fc.array(orders, { maxLength: 60 }), (customers) => {
        const lists = customers.map((list) =>
          list.map(({ placedOn, id }) => order(placedOn, { productIds: [id] })),
        );
        const told = insightsOf(...lists);
        expect(insightsOf(...[...lists].reverse())).toEqual(told);
        expect(told.all.again).toBeLessThanOrEqual(told.all.persons);
        expect(told.all.persons + told.waiting).toBe(lists.length);
      }),
    );
  });
});
