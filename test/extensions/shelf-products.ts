/** Products as Liquid sees them, enough for the shelf's cards. Ids are beyond 2^53, as Shopify's may be. */
export function product(number: number, title: string, priceMinor: number, more: { sizes?: string[] } = {}) {
  const handle = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const url = `/products/${handle}`;
  const hue = (number * 67) % 360;
  const drawing =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><rect width='100' height='100' fill='hsl(${hue} 35% 88%)'/>` +
    `<rect x='30' y='24' width='40' height='56' rx='5' fill='hsl(${hue} 40% 45%)'/><rect x='36' y='44' width='28' height='18' fill='white'/></svg>`;
  const variants = (more.sizes ?? ['Default Title']).map((size, index) => ({
    id: `90071992547409${String(number).padStart(2, '0')}${index}`,
    title: size,
    price: priceMinor * (index + 1),
    available: true,
    url: `${url}?variant=${number}${index}`,
    featured_image: null,
    unit_price_measurement: null,
  }));
  return {
    id: `8007199254740${String(number).padStart(3, '0')}`,
    handle,
    title,
    url,
    available: true,
    price: priceMinor,
    price_min: priceMinor,
    price_varies: variants.length > 1,
    has_only_default_variant: variants.length === 1,
    featured_image: {
      src: `data:image/svg+xml,${encodeURIComponent(drawing)}#`,
      alt: title,
      width: 720,
      height: 720,
      aspect_ratio: 1,
    },
    selected_or_first_available_variant: variants[0],
    variants,
  };
}

export type ShelfProduct = ReturnType<typeof product>;

export const TOP_SELLERS = [
  product(1, 'Morning blend', 1250, { sizes: ['250 g', '1 kg'] }),
  product(2, 'Oat biscuits', 420),
  product(
    3,
    'Hand soap with rosemary and an uncommonly long name that needs a second line or even a third',
    890,
  ),
  product(4, 'Tea towel', 1400),
  product(5, 'Washing powder', 1100),
];

export const REFILLS = [
  product(11, 'Dark roast', 1350, { sizes: ['250 g', '1 kg'] }),
  product(12, 'Dishwasher tablets for hard water, unscented', 1799),
  product(13, 'Cat food', 2200),
  product(14, 'Vitamin D', 990),
  product(15, 'Olive oil', 1500),
];

/** The app's answer after the storefront has rendered it: see the contract in the extension's README. */
export function fragment(products: readonly ShelfProduct[]): string {
  const cards = products.map((each) => {
    const variant = each.variants[0];
    return `<li class="larder-card" data-larder-product="${each.id}">
      <a class="larder-card__link" href="${variant?.url}">
        <span class="larder-card__image"><img src="${each.featured_image.src}" alt="" width="720" height="720"></span>
        <span class="larder-card__title">${each.title}</span>
      </a>
      <p class="larder-card__detail">${each.has_only_default_variant ? '' : variant?.title}</p>
      <p class="larder-card__price">£${((variant?.price ?? 0) / 100).toFixed(2)}</p>
      <form class="larder-card__form" method="post" action="/cart/add">
        <input type="hidden" name="id" value="${variant?.id}">
        <button class="larder-card__add" type="submit" data-larder-add="${variant?.id}">Buy again</button>
      </form>
    </li>`;
  });
  return `<p class="larder-note" data-larder-heading>Time for a refill?</p>${cards.join('')}`;
}
