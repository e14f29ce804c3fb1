import { NavMenu, SaveBar, TitleBar } from './bar-elements.js';
import { Modal } from './modal-element.js';

const elements = { 'ui-nav-menu': NavMenu, 's-app-nav': class extends NavMenu {}, 'ui-title-bar': TitleBar };
Object.assign(elements, { 'ui-save-bar': SaveBar, 'ui-modal': Modal });
for (const [name, element] of Object.entries(elements)) customElements.define(name, element);
