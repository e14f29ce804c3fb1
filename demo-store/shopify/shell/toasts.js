const shown = new Map();

/** Shows a message for a while. Resolves with how it went away: 'action' or 'dismiss'. */
export function showToast({ id, message, duration = 5000, action, isError }) {
  return new Promise((resolve) => {
    const toast = document.createElement('div');
    toast.className = `toast ${isError ? 'is-error' : ''}`;
    const text = document.createElement('span');
    text.textContent = message;
    toast.append(text);
    const close = (how) => {
      clearTimeout(timer);
      shown.delete(id);
      toast.remove();
      resolve(how);
    };
    if (action) toast.append(button(action, () => close('action')));
    toast.append(button('✕', () => close('dismiss'), 'Dismiss'));
    const timer = setTimeout(() => close('dismiss'), duration);
    shown.set(id, close);
    document.querySelector('.toasts').append(toast);
  });
}

export function hideToast(id) {
  shown.get(id)?.('dismiss');
}

function button(text, press, label = text) {
  const element = document.createElement('button');
  Object.assign(element, { type: 'button', textContent: text, ariaLabel: label });
  element.addEventListener('click', press);
  return element;
}
