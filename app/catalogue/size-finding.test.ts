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
  ])('is none where nothing is wrong or nothing was meant: %s %j', (title, variants) => {
    expect(findingOf(title, variants)).toBeNull();
  });
});
