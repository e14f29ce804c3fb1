import type { RefillItem } from './shelf-decision';

type ShownItem = Pick<RefillItem, 'handle' | 'variantId' | 'usualWeeks'>;

/**
 * The shelf as Liquid, rendered by the storefront itself: price, currency, market, translation and stock are its own.
 * Only handles that passed `isSafeHandle` and whole numbers enter it. Its card is the one of the theme extension, whose
 * script puts the texts into the shopper's language.
 */
export function shelfFragment(items: readonly ShownItem[]): string {
  return `{% layout none %}\n${items.map(card).join('\n')}`;
}

// Ids are compared as text: they may be larger than the whole numbers that Liquid knows.
function card({ handle, variantId, usualWeeks }: ShownItem): string {
  return `{%- assign product = all_products['${handle}'] -%}
{%- assign weeks = ${usualWeeks ?? 0} -%}
{%- for variant in product.variants -%}
{%- assign id = variant.id | append: '' -%}
{%- if id == '${variantId}' and variant.available -%}
${CARD}
{%- endif -%}
{%- endfor -%}`;
}

const BUTTON = 'larder-card__add button button--secondary button-secondary btn btn--secondary';

const CARD = `{%- assign image = variant.featured_image | default: product.featured_image -%}
<li class="larder-card" data-larder-product="{{ product.id }}">
  <a class="larder-card__link" href="{{ variant.url }}">
    <span class="larder-card__image">{% if image != blank %}{{ image | image_url: width: 720 | image_tag: widths: '240,360,480,720', sizes: '(min-width:750px) 25vw, 50vw', loading: 'lazy', alt: '' }}{% endif %}</span>
    <span class="larder-card__title" dir="auto">{{ product.title | escape }}</span>
  </a>
  <p class="larder-card__note"><span dir="auto" data-larder-note data-larder-weeks="{{ weeks }}"></span></p>
  <p class="larder-card__detail">{% unless product.has_only_default_variant %}<bdi>{{ variant.title | escape }}</bdi> {% endunless %}{% if variant.unit_price_measurement %}{% assign unit = variant.unit_price_measurement %}<bdi>{{ variant.unit_price | money }}/{% if unit.reference_value != 1 %}{{ unit.reference_value }}{% endif %}{{ unit.reference_unit }}</bdi>{% endif %}</p>
  <p class="larder-card__price" dir="auto">{{ variant.price | money }}</p>
  {%- if product.requires_selling_plan or variant.requires_selling_plan -%}
  <a class="${BUTTON}" href="{{ variant.url }}" dir="auto">Choose</a>
  {%- else -%}
  <form class="larder-card__form" method="post" action="{{ routes.cart_add_url }}">
    <input type="hidden" name="id" value="{{ variant.id }}">
    <button class="${BUTTON}" type="submit" dir="auto" data-larder-add="{{ variant.id }}">Buy again</button>
  </form>
  {%- endif -%}
</li>`;
