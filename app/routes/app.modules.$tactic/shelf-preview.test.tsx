import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import locale from '../../../extensions/refill-shelf/locales/en.default.json';
import { ShelfPreview } from './shelf-preview';

const item = (title: string, usualWeeks: number | null, requiresSellingPlan = false) => ({
  ...{ title, usualWeeks, requiresSellingPlan },
  ...{ imageUrl: null, priceMinor: 500, isSensitive: false },
});

it('speaks as the shelf on the storefront does', () => {
  const items = [item('Soap', 5), item('Milk', 1), item('Tea', null), item('Cream', 3, true)];
  const html = renderToStaticMarkup(<ShelfPreview items={items} />);
  const { refills, rhythm, runs_out, again, choose, forget, dismiss } = locale.shelf;
  const weeks = rhythm.other.replace('{{ count }}', '5');
  for (const words of [refills, weeks, rhythm.one, runs_out, again, choose, forget, dismiss])
    expect(html).toContain(words);
  expect(html.match(/×<\/span>/g)).toHaveLength(items.length);
});
