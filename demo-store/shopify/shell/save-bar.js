import { askMerchant } from './ask-merchant.js';

const bar = document.querySelector('.save-bar');

/** Shows the app's save bar, or with null takes it away. `press` tells the app which of its buttons was pressed. */
export function showSaveBar(content, press) {
  bar.hidden = content === null;
  bar.classList.remove('shake');
  const buttons = (content?.items ?? []).map((item) => {
    const button = document.createElement('button');
    const primary = item.variant === 'primary';
    Object.assign(button, { type: 'button', disabled: item.disabled || item.loading });
    button.className = `button ${primary ? 'primary' : ''}`;
    button.textContent = item.text || (primary ? 'Save' : 'Discard');
    button.addEventListener('click', async () => {
      const asks = !primary && content.discardConfirmation;
      if (
        !asks ||
        (await askMerchant('Discard all unsaved changes?', 'What you typed is lost.', 'Discard changes'))
      )
        press(item);
    });
    return button;
  });
  buttons.sort((a, b) => a.classList.contains('primary') - b.classList.contains('primary'));
  bar.querySelector('.save-bar-actions').replaceChildren(...buttons);
}

export function saveBarShown() {
  return !bar.hidden;
}

/** While it is shown, nothing leads away from the page: links of the admin shake it, and the browser asks before it closes. */
export function holdThePage() {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (!link || !saveBarShown() || event.defaultPrevented || link.target === '_blank') return;
    event.preventDefault();
    shakeSaveBar();
  });
  window.addEventListener('beforeunload', (event) => {
    if (saveBarShown()) event.preventDefault();
  });
}

/** Says that there is something to save or discard first. */
export function shakeSaveBar() {
  bar.classList.remove('shake');
  void bar.offsetWidth; // lets the animation start again
  bar.classList.add('shake');
}
