import { LOOKED_AT_MS } from './looked-at';

/** So that the server's clock, which counts from when it answered, has come as far as the page's. */
const SLACK_MS = 250;

/** Between a person's first move and the press, so that who goes for a button presses it themselves. */
const GRACE_MS = 600;

/** A pointer that rests on the buttons is choosing; after this long without a move it has not chosen. */
const CHOOSING_MS = 3_000;

/** Moves of a pointer by fewer pixels than this are the browser's own, made when a page appears under a resting mouse. */
const MOVED_PX = 10;

/**
 * Presses the first button once a person is seen: the page is visible and the browser vouches for a move, a touch, a wheel
 * or a key, or the page is looked at for a while in a browser that no program steers: then the server's clock must say so,
 * too. Programs open every link of a mail; docs/decisions/025-who-opens-a-link-in-a-mail.md has what they do. Scrolling does
 * not count: scripts can scroll.
 * Whoever goes into the form with the keyboard, or presses a button there, chooses alone.
 */
export const PRESS_FOR_A_PERSON = `
(() => {
  const form = document.getElementById('later');
  const note = document.getElementById('wait');
  let first = null, timer = 0, lookedMs = 0, over = false;
  const visible = () => document.visibilityState === 'visible';
  const leave = () => { over = true; clearTimeout(timer); note.hidden = true; };
  const press = () => { if (!over && visible()) { over = true; form.querySelector('button').click(); } };
  const soon = (ms) => { clearTimeout(timer); timer = setTimeout(press, ms); };
  const seen = (event) => event.isTrusted && visible() && !over;
  addEventListener('pointermove', (event) => {
    if (!seen(event)) return;
    first = first || event;
    if (Math.hypot(event.screenX - first.screenX, event.screenY - first.screenY) < ${MOVED_PX}) return;
    soon(form.contains(event.target) ? ${CHOOSING_MS} : ${GRACE_MS});
  });
  addEventListener('pointerdown', (event) => {
    if (!seen(event)) return;
    if (event.target.closest('button')) leave(); else soon(${GRACE_MS});
  });
  addEventListener('wheel', (event) => { if (seen(event)) soon(${GRACE_MS}); }, { passive: true });
  addEventListener('keydown', (event) => {
    if (seen(event) && !/^(Tab|Shift|Control|Alt|AltGraph|Meta|CapsLock|Escape|F\\d+)$/.test(event.key)) soon(${GRACE_MS});
  });
  form.addEventListener('focusin', leave);
  if (navigator.webdriver || !form.dataset.opened) return;
  note.hidden = false;
  const every = setInterval(() => {
    lookedMs = visible() && document.hasFocus() ? lookedMs + 250 : 0;
    if (over) clearInterval(every);
    else if (lookedMs > ${LOOKED_AT_MS + SLACK_MS}) {
      form.action = location.pathname + '?opened=' + form.dataset.opened;
      press();
    }
  }, 250);
})();
`;
