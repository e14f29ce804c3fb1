/** The theme's own standard actions: the cart is changed and shown in place. */
document.addEventListener('DOMContentLoaded', () => {
  const { updateCart, openCart } = window.Shopify.actions;
  updateCart.configure({
    async handler(_default, { lines }) {
      const items = lines.map((line) => ({
        id: line.merchandiseId.split('/').pop(),
        quantity: line.quantity,
      }));
      const answer = await fetch(window.Shopify.routes.root + 'cart/add.js', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ items }),
      });
      if (answer.ok) return { cart: await answer.json() };
      return { cart: {}, userErrors: [{ message: (await answer.json()).description }] };
    },
  });
  openCart.configure({
    async handler() {
      document.querySelector('[data-loft-cart]').hidden = false;
    },
  });
});
