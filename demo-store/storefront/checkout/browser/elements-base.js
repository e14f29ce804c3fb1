/**
 * Our own elements under the names of Shopify's checkout components, as far as an extension here uses them. Attributes
 * and properties mirror each other; each element draws into its shadow root and keeps its children in slots.
 */
window.defineElement = (function () {
  const camel = (name) => name.replace(/-(\w)/g, (_whole, letter) => letter.toUpperCase());

  /**
   * @param name tag, e.g. "s-button"
   * @param spec `text`: names of text attributes; `flags`: names of boolean ones; `css`; `draw(element, root)` runs once
   * and may return an update function that runs on each change of an attribute.
   */
  return function defineElement(name, { text = [], flags = [], css = '', draw }) {
    class CheckoutElement extends HTMLElement {
      static observedAttributes = [...text, ...flags];
      #update = null;

      connectedCallback() {
        if (this.shadowRoot) return;
        const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
        const style = document.createElement('style');
        style.textContent = ':host{display:block}[hidden]{display:none!important}' + css;
        root.append(style);
        this.#update = draw(this, root) ?? null;
        this.#update?.();
      }
      attributeChangedCallback() {
        this.#update?.();
      }
      redraw() {
        this.#update?.();
      }
    }
    for (const attribute of text) {
      Object.defineProperty(CheckoutElement.prototype, camel(attribute), {
        get() {
          return this.getAttribute(attribute) ?? undefined;
        },
        set(value) {
          if (value === undefined || value === null || value === '') this.removeAttribute(attribute);
          else this.setAttribute(attribute, String(value));
        },
      });
    }
    for (const attribute of flags) {
      Object.defineProperty(CheckoutElement.prototype, camel(attribute), {
        get() {
          return this.hasAttribute(attribute);
        },
        set(value) {
          this.toggleAttribute(attribute, Boolean(value) && value !== 'false');
        },
      });
    }
    customElements.define(name, CheckoutElement);
  };
})();

/** Makes an element with properties and children. */
window.make = function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};
