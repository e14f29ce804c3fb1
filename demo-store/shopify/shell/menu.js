/** On small screens the navigation opens over the page. */
export function openMenuWithButton() {
  const button = document.querySelector('.menu-button');
  const show = (open) => {
    document.body.classList.toggle('menu-open', open);
    button.setAttribute('aria-expanded', String(open));
  };
  button.addEventListener('click', () => show(!document.body.classList.contains('menu-open')));
  document.querySelector('.veil').addEventListener('click', () => show(false));
  document.addEventListener('keydown', (event) => event.key === 'Escape' && show(false));
}
