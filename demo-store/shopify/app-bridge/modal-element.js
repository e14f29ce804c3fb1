import { press } from './shown-items.js';

const MODAL = `<style>
  dialog { border: 0; border-radius: 12px; padding: 0; width: min(620px, 92vw); font: 14px/1.5 Inter, system-ui, sans-serif }
  dialog::backdrop { background: rgb(0 0 0 / .5) }
  header, footer { display: flex; gap: 8px; align-items: center; padding: 12px 16px; background: #f3f3f3 }
  footer { justify-content: flex-end; background: none; border-top: 1px solid #e3e3e3 }
  strong { flex: 1 } section { padding: 16px }
  button { font: inherit; font-weight: 550; padding: 6px 12px; border: 1px solid #ccc; border-radius: 8px; background: #fff; cursor: pointer }
  button[data-variant=primary] { background: #303030; color: #fff; border-color: #303030 }
  button[data-tone=critical] { background: #c70a24; color: #fff; border-color: #c70a24 }
</style><dialog><header><strong></strong><button type="button" data-close aria-label="Close">✕</button></header>
<section><slot></slot></section><footer></footer></dialog>`;

export class Modal extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = MODAL;
    this.dialog = this.shadowRoot.querySelector('dialog');
    this.shadowRoot.querySelector('[data-close]').addEventListener('click', () => this.hide());
    this.dialog.addEventListener('close', () => this.dispatchEvent(new Event('hide')));
  }
  get content() {
    return this.querySelector(':scope > div') ?? undefined;
  }
  get showing() {
    return this.dialog.open;
  }
  paint() {
    const bar = this.querySelector('ui-title-bar');
    this.shadowRoot.querySelector('strong').textContent = bar?.getAttribute('title') ?? '';
    const buttons = (bar?.items() ?? []).map((item) => {
      const button = document.createElement('button');
      Object.assign(button, { type: 'button', textContent: item.text, disabled: item.disabled });
      Object.assign(button.dataset, { variant: item.variant ?? '', tone: item.tone ?? '' });
      button.addEventListener('click', () => press(item.id));
      return button;
    });
    this.shadowRoot.querySelector('footer').replaceChildren(...buttons.reverse());
  }
  async show() {
    if (this.showing || !this.isConnected) return;
    this.paint();
    this.dialog.showModal();
    this.dispatchEvent(new Event('show'));
  }
  async hide() {
    this.dialog.close();
  }
  toggle() {
    return this.showing ? this.hide() : this.show();
  }
}
