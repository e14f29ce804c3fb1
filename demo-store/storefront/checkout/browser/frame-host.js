/** Beside the extension's frame: gives it the height it needs, and keeps what its `shopify.storage` writes. */
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
    if (kind !== 'storage') return;
    if (action === 'write') sessionStorage.setItem(prefix + key, value);
    if (action === 'delete') sessionStorage.removeItem(prefix + key);
    const answer = {
      id,
      value: action === 'read' ? sessionStorage.getItem(prefix + key) : null,
    };
    frame.contentWindow.postMessage(answer, '*'); // the frame's origin is opaque; nothing in here is secret
  });
})();
