import { describe, expect, test } from 'vitest';
import { createLiquid } from './create-liquid';
import type { ImageDrop } from './image-filters';

const liquid = createLiquid({
  root: '/nowhere',
  timeZone: 'Europe/London',
  moneyFormat: '£{{amount}}',
  currency: 'GBP',
  locale: 'en',
  translations: () => ({
    shelf: {
      add: 'Add <now>',
      // eslint-disable-next-line id-denylist -- how Shopify's locale files name this plural form
      count: { one: '{{ count }} thing', other: '{{ count }} things' },
      from: 'From {{ price }}',
      note_html: '<b>{{ price }}</b>',
    },
  }),
  assetUrl: (name) => `/assets/${name}`,
});
const image: ImageDrop = { src: '/images/a.svg', alt: 'A "b"', width: 600, height: 300, aspect_ratio: 2 };
const render = (source: string, context: object = {}) => liquid.renderText(source, context);

describe('filters behave as on Shopify', () => {
  test.each([
    ['{{ 123450 | money }}', '£1,234.50'],
    ['{{ 990 | money_with_currency }}', '£9.90 GBP'],
    ['{{ 3500 | money_without_trailing_zeros }}', '£35'],
    ['{{ 3550 | money_without_trailing_zeros }}', '£35.50'],
    ['{{ nil | money }}', ''],
    ['{{ 10 | divided_by: 3 }}', '3'],
    ['{{ -7 | divided_by: 2 }}', '-4'],
    ['{{ 10 | divided_by: 4.0 }}', '2.5'],
    ['{{ 2.5 | divided_by: 2 }}', '1.25'],
    ["{{ 'Café au lait, 250 g!' | handleize }}", 'cafe-au-lait-250-g'],
    [
      "{{ 'x.css' | asset_url | stylesheet_tag }}",
      '<link href="/assets/x.css" rel="stylesheet" type="text/css" media="all" />',
    ],
    ["{{ 'x.js' | asset_url | script_tag }}", '<script src="/assets/x.js" type="text/javascript"></script>'],
    ["{{ 'a</script>' | json }}", '"a\\u003c/script>"'],
    ["{{ 1 | pluralize: 'a', 'b' }}{{ 2 | pluralize: 'a', 'b' }}", 'ab'],
    ["{{ '2026-07-01T23:30:00Z' | date: '%-d %B' }}", '2 July'],
  ])('%s', async (source, expected) => {
    expect(await render(source)).toBe(expected);
  });

  test('only nil and false are false', async () => {
    expect(await render("{% if '' %}1{% endif %}{% if 0 %}2{% endif %}{% if nil %}3{% endif %}")).toBe('12');
  });

  test('a filter that Shopify lacks is an error', async () => {
    await expect(render("{{ 'x' | nope }}")).rejects.toThrow(/nope/);
  });

  test('division by zero is an error', async () => {
    await expect(render('{{ 1 | divided_by: 0 }}')).rejects.toThrow(/divided by 0/);
  });
});

describe('translations', () => {
  test.each([
    ["{{ 'shelf.add' | t }}", 'Add <now>'],
    ["{{ 'shelf.count' | t: count: 1 }}", '1 thing'],
    ["{{ 'shelf.count' | t: count: 3 }}", '3 things'],
    ["{{ 'shelf.from' | t: price: '<i>' }}", 'From &lt;i&gt;'],
    ["{{ 'shelf.note_html' | t: price: '<i>' }}", '<b><i></b>'],
    ["{{ 'shelf.gone' | t }}", 'Translation missing: en.shelf.gone'],
    ["{{ 'shelf' | t }}", 'Translation missing: en.shelf'],
  ])('%s', async (source, expected) => {
    expect(await render(source)).toBe(expected);
  });
});

describe('pictures', () => {
  test('the tag knows size and alternative text', async () => {
    expect(await render('{{ image | image_url: width: 200 | image_tag }}', { image })).toBe(
      '<img src="/images/a.svg?width=200" alt="A &quot;b&quot;" width="200" height="100">',
    );
  });
  test('a product stands for its picture', async () => {
    expect(await render('{{ product | image_url: width: 80 }}', { product: { featured_image: image } })).toBe(
      '/images/a.svg?width=80',
    );
  });
  test('attributes given win', async () => {
    const html = await render("{{ image | image_url: width: 200 | image_tag: alt: '', loading: 'lazy' }}", {
      image,
    });
    expect(html).toBe('<img src="/images/a.svg?width=200" alt="" width="200" height="100" loading="lazy">');
  });
  test('a size is required', async () => {
    await expect(render('{{ image | image_url }}', { image })).rejects.toThrow(/width or a height/);
  });
});

describe('tags', () => {
  test('schema, stylesheet and javascript print nothing', async () => {
    expect(
      await render(
        'a{% schema %}{"a":1}{% endschema %}{% stylesheet %}x{}{% endstylesheet %}{% javascript %}1{% endjavascript %}b',
      ),
    ).toBe('ab');
  });
  test('form and style wrap what they hold', async () => {
    expect(await render("{% form 'product', product, class: 'f' %}{{ 1 }}{% endform %}")).toBe(
      '<form method="post" action="/cart/add" accept-charset="UTF-8" class="f"><input type="hidden" name="form_type" value="product" />1</form>',
    );
    expect(await render('{% style %}a{}{% endstyle %}')).toBe('<style data-shopify>a{}</style>');
  });
  test('an app block stands where the theme has its slot', async () => {
    expect(await render('{%- render block -%}', { block: { html: '<b>' } })).toBe('<b>');
  });
  test('break and continue reach the loop from a liquid tag', async () => {
    const source =
      '{% for i in (1..5) %}{% liquid\nif i == 2\ncontinue\nendif\nif i == 4\nbreak\nendif\n%}{{ i }}{% endfor %}';
    expect(await render(source)).toBe('13');
  });
});
