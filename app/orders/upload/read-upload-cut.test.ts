/** A file in which every line names its order, cut in the middle of one and uploaded in two. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exportedOrder, type ExportLine } from '../../../test/support/order-export';
import { makeUploadShop, type UploadShop } from '../../../test/support/upload-shop';

let at: UploadShop;
beforeEach(async () => void (at = await makeUploadShop()));
afterEach(() => at.ports.close());

const whole = { Subtotal: '64.00', Total: '67.50' };
const small = exportedOrder(2, whole);
const large = exportedOrder(2, {
  ...{ ...whole, 'Lineitem name': 'Coffee - 1 kg', 'Lineitem sku': 'COF-1000', 'Lineitem price': '24.00' },
});
const tea = exportedOrder(2, {
  ...{ ...whole, 'Lineitem name': 'Tea', 'Lineitem sku': '', 'Lineitem price': '32.00' },
});
const first: readonly ExportLine[] = [exportedOrder(1), small];
const second: readonly ExportLine[] = [large, tea, exportedOrder(3)];
const bought = async () =>
  (await at.purchases()).map(({ orderId, variantId }) => `${orderId} ${variantId}`).sort();
const WHOLE = ['1 11', '2 11', '2 12', '2 21', '3 11'];

it.each([
  ['as it was', first, second],
  ['the other way round', second, first],
])('adds the lines of the second to those of the first, %s', async (_how, uploaded, other) => {
  await at.take(uploaded);
  const { linesAdded, linesKnown } = await at.take(other);
  expect({ linesAdded, linesKnown }).toEqual({ linesAdded: other.length, linesKnown: 0 });
  expect(await bought()).toEqual(WHOLE);
  expect(at.count.rebuilds).toBe(2);
});

it('takes no line twice when a part comes again, or the whole file', async () => {
  await at.take(first);
  await at.take(second);
  const before = await at.everything();
  for (const again of [first, second, [...first, ...second]])
    expect(await at.take(again)).toMatchObject({ ordersAdded: 0, linesAdded: 0 });
  expect(await at.everything()).toEqual(before);
});

it('an order that is whole in the later file is replaced by it, as is one in the middle of it', async () => {
  await at.take([exportedOrder(1), large]);
  await at.take([exportedOrder(2, { 'Lineitem name': 'Tea', 'Lineitem sku': '' }), exportedOrder(3)]);
  expect(await bought()).toEqual(['1 11', '2 21', '3 11']);
  await at.take([exportedOrder(1), large, exportedOrder(3)]);
  expect(await bought()).toEqual(['1 11', '2 12', '3 11']);
});

it('a later file that says the order was refunded takes all its lines away', async () => {
  await at.take(first);
  await at.take([{ ...large, 'Financial Status': 'refunded' }, exportedOrder(3)]);
  expect(await bought()).toEqual(['1 11', '3 11']);
});
