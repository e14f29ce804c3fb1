import type { RefillItem } from './shelf-decision';

/**
 * The shelf as Liquid, rendered by the storefront itself: price, currency, market, translation and stock are its own.
 * Only handles that passed `isSafeHandle` and whole numbers enter it. Its card is the one of the theme extension.
 */
export function shelfFragment(items: readonly Pick<RefillItem, 'handle' | 'variantId'>[]): string {
  return `{% layout none %}
<p class="larder-note" data-larder-heading>Time for a refill?</p>
${items.map(card).join('\n')}`;
}

// Ids are compared as text: they may be larger than the whole numbers that Liquid knows.
function card({ handle, variantId }: Pick<RefillItem, 'handle' | 'variantId'>): string {
  return `{%- assign product = all_products['${handle}'] -%}
{%- for variant in product.variants -%}
{%- assign id = variant.id | append: '' -%}
{%- if id == '${variantId}' and variant.available -%}
${CARD}
{%- endif -%}
{%- endfor -%}`;
}

const CARD = `{%- assign image = variant.featured_image | default: product.featured_image -%}
<li class="larder-card" data-larder-product="{{ product.id }}">
  <a class="larder-card__link" href="{{ variant.url }}">
    <span class="larder-card__image">{% if image != blank %}{{ image | image_url: width: 720 | image_tag: widths: '240,360,480,720', sizes: '(min-width:750px) 25vw, 50vw', loading: 'lazy', alt: '' }}{% endif %}</span>
    <span class="larder-card__title">{{ product.title | escape }}</span>
  </a>
  <p class="larder-card__detail">{% unless product.has_only_default_variant %}{{ variant.title | escape }}{% endunless %}{% if variant.unit_price_measurement %}{% assign unit = variant.unit_price_measurement %} {{ variant.unit_price | money }}/{% if unit.reference_value != 1 %}{{ unit.reference_value }}{% endif %}{{ unit.reference_unit }}{% endif %}</p>
  <p class="larder-card__price">{{ variant.price | money }}</p>
  <form class="larder-card__form" method="post" action="{{ routes.cart_add_url }}">
    <input type="hidden" name="id" value="{{ variant.id }}">
    <button class="larder-card__add" type="submit" data-larder-add="{{ variant.id }}">Buy again</button>
  </form>
</li>`;
