/** A cart drawer that draws itself and the header from the sections that come with a cart's answer. */
customElements.define(
  'cart-drawer',
  class extends HTMLElement {
    getSectionsToRender() {
      return [{ id: 'ledger-cart' }, { id: 'header' }];
    }

    renderContents(answer) {
      for (const { id } of this.getSectionsToRender()) {
        document.getElementById(`shopify-section-${id}`).outerHTML = answer.sections[id];
      }
      this.open();
    }

    open() {
      this.classList.add('active');
    }
  },
);
