/**
 * The platform's standard storefront actions as far as they are documented: a theme may configure its own; the default
 * writes the cart and, on a theme it does not recognise, loads the page again.
 */
(() => {
  const action = (fallback) => {
    let handler = null;
    return Object.assign(
      (...args) => (handler ? handler(() => fallback(...args), ...args) : fallback(...args)),
      {
        configure: (own) => ((handler = own.handler ?? fallback), true),
        isDefault: () => handler === null,
      },
    );
  };
  const updateCart = action(async ({ lines }) => {
    const items = lines.map((line) => ({ id: line.merchandiseId.split('/').pop(), quantity: line.quantity }));
    const answer = await fetch(window.Shopify.routes.root + 'cart/add.js', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ items }),
    });
    if (!answer.ok) return { cart: {}, userErrors: [{ message: (await answer.json()).description }] };
    location.reload();
    return { cart: await answer.json() };
  });
  const openCart = action(async () => {
    const drawer = document.querySelector('cart-drawer-component, cart-drawer');
    if (drawer?.open) drawer.open();
    else location.assign(window.Shopify.routes.root + 'cart');
  });
  window.Shopify.actions = { updateCart, openCart };
})();
