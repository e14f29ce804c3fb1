import { describe, expect, it } from 'vitest';
import { readPackSize } from './pack-size';
import { sizeFinding } from './size-finding';

const findingOf = (title: string, variants: readonly string[]) =>
  sizeFinding(
    title,
    variants.map((variant) => ({ title: variant, pack: readPackSize([variant, title]) })),
  );

describe('a size that cannot be read', () => {
  it.each([
    ['75 green fairy cake cases', ['Default Title']],
    ['Cat grass', ['Tray 12', 'Tray 24']],
    ['Dishwasher salt', ['2,5']],
  ])('is found where a number was meant as one: %s %j', (title, variants) => {
    expect(findingOf(title, variants)).toEqual({ unread: variants, of: variants.length });
  });

  it('is found where other variants have one', () => {
    expect(findingOf('House coffee', ['250 g', '1 kg', 'Sampler'])).toEqual({ unread: ['Sampler'], of: 3 });
  });

  it.each([
    ['House coffee 250 g', ['Whole bean', 'Ground']],
    ['Hand cream', ['Rose', 'Lavender']],
    ['Beeswax candle 30 x 7 cm', ['Default Title']],
    ['Sunscreen SPF 50', ['Default Title']],
    ['Nappies size 4', ['Default Title']],
    ['Vitamin D3 2000 IU', ['Default Title']],
    ['Oat milk 3,5 %', ['Default Title']],
    ['3-in-1 cleaner', ['Default Title']],
    ['Cleaner 84930', ['Default Title']],
    ['Nothing at all', []],
    ['Route 66 coffee', ['Default Title']],
    ['Lipstick', ['Shade 12', 'Shade 14']],
    ['Windows 11 key', ['Default Title']],
    ['Haarfarbe Nuance 5.1', ['Default Title']],
    ['Espresso No. 7', ['Default Title']],
    ['Eau de parfum Nº 5', ['Default Title']],
    ['Teinte n°12', ['Default Title']],
    ['Case for iPhone 15', ['Default Title']],
    ['Studio 54 candle', ['Default Title']],
    ['Comic Band 3', ['Default Title']],
    ['Baby milk stage 2', ['Default Title']],
  ])('is none where nothing is wrong or nothing was meant: %s %j', (title, variants) => {
    expect(findingOf(title, variants)).toBeNull();
  });
});
