/**
 * Beside the extension's frame: gives it the height it needs, keeps what its `shopify.storage` writes, and tells it what was
 * chosen in the storefront's consent banner.
 */
(function () {
  const frame = document.querySelector('[data-extension]');
  if (!frame) return;
  const prefix = 'extension-storage:' + frame.getAttribute('src') + ':';
  addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow) return;
    const { kind, height, id, action, key, value } = event.data;
    if (kind === 'height') {
      frame.style.height = height + 'px';
      frame.classList.toggle('extension--empty', height === 0);
    }
    if (kind === 'consent') tellConsent();
    if (kind !== 'storage') return;
    if (action === 'write') sessionStorage.setItem(prefix + key, value);
    if (action === 'delete') sessionStorage.removeItem(prefix + key);
    tell({ id, value: action === 'read' ? sessionStorage.getItem(prefix + key) : null });
  });

  // The frame's origin is opaque; nothing in here is secret.
  const tell = (message) => frame.contentWindow.postMessage(message, '*');

  /** As customer-privacy.js keeps it; null before a choice. */
  const CONSENT = '_tracking_consent';
  function consent() {
    try {
      return JSON.parse(localStorage.getItem(CONSENT));
    } catch {
      return null; // storage is blocked: no choice is known
    }
  }
  const tellConsent = () => tell({ kind: 'consent', value: consent() });
  // The choice is changed in another tab: checkout has no banner.
  addEventListener('storage', ({ key }) => {
    if (key === CONSENT || key === null) tellConsent();
  });
  // The frame may have asked before this script was there.
  tellConsent();
})();
