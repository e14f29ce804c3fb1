import { tell } from './messages.js';
import { describe } from './shown-items.js';

/** An element that is hidden in the frame and reports its content to the shell. */
class Reporting extends HTMLElement {
  connectedCallback() {
    this.style.display = 'none';
    this.observer = new MutationObserver(() => this.report());
    this.observer.observe(this, { childList: true, subtree: true, characterData: true, attributes: true });
    queueMicrotask(() => this.isConnected && this.report());
  }
  disconnectedCallback() {
    this.observer.disconnect();
    this.withdraw();
  }
  inModal() {
    return this.closest('ui-modal');
  }
}

export class NavMenu extends Reporting {
  report() {
    tell(
      'navMenu',
      [...this.querySelectorAll('a, s-link')].map((link) => describe(link)),
    );
  }
  withdraw() {
    tell('navMenu', []);
  }
}

export class TitleBar extends Reporting {
  report() {
    if (this.inModal()) return this.inModal().paint();
    tell('titleBar', { title: this.getAttribute('title') ?? document.title, items: this.items() });
  }
  withdraw() {
    if (!this.inModal()) tell('titleBar', null);
  }
  items() {
    return [...this.querySelectorAll('a, button')].map((element) =>
      describe(element, element.closest('section')?.getAttribute('label') ?? null),
    );
  }
}

export class SaveBar extends Reporting {
  showing = false;
  report() {
    if (this.showing) tell('saveBar', this.content());
  }
  withdraw() {
    if (this.showing) tell('saveBar', null);
    this.showing = false;
  }
  content() {
    const items = [...this.querySelectorAll('button')].map((button) => describe(button));
    return {
      items,
      discardConfirmation: this.hasAttribute('discardConfirmation') || this.discardConfirmation === true,
    };
  }
  async show() {
    if (this.showing) return;
    this.showing = true;
    tell('saveBar', this.content());
    this.dispatchEvent(new Event('show'));
  }
  async hide() {
    if (!this.showing) return;
    this.showing = false;
    tell('saveBar', null);
    this.dispatchEvent(new Event('hide'));
  }
  toggle() {
    return this.showing ? this.hide() : this.show();
  }
}
