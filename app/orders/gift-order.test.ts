import { expect, it } from 'vitest';
import { isGiftOrder, readNoteAttributes } from './gift-order';

it('reads attributes as an export writes them, whatever stands in the values', () => {
  expect(readNoteAttributes('Gift note: Happy birthday: enjoy!\nDelivery: back door\nnonsense')).toEqual([
    { key: 'Gift note', value: 'Happy birthday: enjoy!' },
    { key: 'Delivery', value: 'back door' },
  ]);
  expect(readNoteAttributes('')).toEqual([]);
});

it.each([
  ['Gift note: For you', true],
  ['is_gift: false', false],
  ['Delivery: with the gift', false],
])('of "%s" says %s', (text, isGift) => {
  expect(isGiftOrder(readNoteAttributes(text))).toBe(isGift);
});
