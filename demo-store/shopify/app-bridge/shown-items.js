/** Links and buttons of the app that the shell shows in its stead. */
import { nextId, onShellMessage } from './messages.js';

const shown = new Map(); // id -> element, as last reported
const idKey = Symbol('bridge id');

export function describe(element, group = null) {
  element[idKey] ??= `item-${nextId()}`;
  shown.set(element[idKey], new WeakRef(element));
  return {
    id: element[idKey],
    text: element.textContent.trim(),
    href: element.getAttribute('href'),
    rel: element.getAttribute('rel'),
    variant: element.getAttribute('variant'),
    tone: element.getAttribute('tone'),
    disabled: element.hasAttribute('disabled'),
    loading: element.hasAttribute('loading') && element.getAttribute('loading') !== 'false',
    group,
  };
}

export function press(id) {
  const element = shown.get(id)?.deref();
  const href = element?.tagName === 'A' && element.getAttribute('href');
  if (href) navigate(href, element);
  else element?.click();
}

/** The app's router listens for `shopify:navigate` and reads the target's href. */
export function navigate(href, link = null) {
  const target = link?.isConnected ? link : document.createElement('a');
  if (target !== link) {
    target.hidden = true;
    target.setAttribute('href', href);
    document.body.append(target);
  }
  target.dispatchEvent(new CustomEvent('shopify:navigate', { bubbles: true }));
  if (target !== link) target.remove();
}

onShellMessage((message) => {
  if (message.bridge === 'press') press(message.target);
  else if (message.bridge === 'navigate') navigate(message.href);
});
