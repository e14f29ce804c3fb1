/** Messages between the app in its frame and the shell around it. `__SHELL_ORIGIN__` is filled in when the script is served. */
export const SHELL_ORIGIN = '__SHELL_ORIGIN__';
export const query = new URLSearchParams(location.search);
export const embedded = window.self !== window.top;

const waiting = new Map();
let lastId = 0;
let hear = () => {};

/** A number not used before. */
export function nextId() {
  return ++lastId;
}

/** Sets who is told of what the shell says unasked. */
export function onShellMessage(listener) {
  hear = listener;
}

export function ask(method, params = null) {
  if (!embedded) return Promise.reject(new Error('The app is not open in the admin.'));
  const id = ++lastId;
  window.parent.postMessage({ bridge: 'ask', id, method, params }, SHELL_ORIGIN);
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

export function tell(method, params = null) {
  if (embedded) window.parent.postMessage({ bridge: 'tell', method, params }, SHELL_ORIGIN);
}

window.addEventListener('message', ({ origin, source, data }) => {
  if (origin !== SHELL_ORIGIN || source !== window.parent || !data?.bridge) return;
  if (data.bridge === 'answer') {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error) call?.reject(new Error(data.error));
    else call?.resolve(data.result);
  } else hear(data);
});
