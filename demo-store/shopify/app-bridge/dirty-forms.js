/** Forms with `data-save-bar` show the save bar as soon as they are touched. */
let dirtyForm = null;
const formBar = document.createElement('ui-save-bar');
formBar.innerHTML = '<button variant="primary" type="button"></button><button type="button"></button>';
formBar.firstChild.addEventListener('click', () => dirtyForm?.requestSubmit());
formBar.lastChild.addEventListener('click', () => dirtyForm?.reset());
const soil = ({ target }) => {
  const form = target.form ?? target.closest?.('form');
  if (!form?.hasAttribute('data-save-bar')) return;
  dirtyForm = form;
  if (!formBar.isConnected) document.body.append(formBar);
  void formBar.show();
};
const clean = ({ target }) => target === dirtyForm && void formBar.hide();
document.addEventListener('input', soil);
document.addEventListener('change', soil);
document.addEventListener('submit', clean);
document.addEventListener('reset', clean);
