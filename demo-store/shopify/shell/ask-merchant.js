/** A question with two answers; true for yes. */
export function askMerchant(title, text, yes) {
  const dialog = document.createElement('dialog');
  dialog.innerHTML = `<h2></h2><p></p><form method="dialog">
    <button class="button" value="no">Cancel</button><button class="button primary" value="yes"></button></form>`;
  dialog.querySelector('h2').textContent = title;
  dialog.querySelector('p').textContent = text;
  dialog.querySelector('[value=yes]').textContent = yes;
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
