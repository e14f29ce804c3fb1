/** Opens everything that is folded for as long as the page is printed. @returns how to stop doing so */
export function openForPrint(): () => void {
  const opened: HTMLDetailsElement[] = [];
  const open = () => {
    for (const one of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
      one.open = true;
      opened.push(one);
    }
  };
  const close = () => {
    for (const one of opened.splice(0)) one.open = false;
  };
  window.addEventListener('beforeprint', open);
  window.addEventListener('afterprint', close);
  return () => {
    window.removeEventListener('beforeprint', open);
    window.removeEventListener('afterprint', close);
  };
}
