import { isbot } from 'isbot';
import { expect, it } from 'vitest';
import { asVisitor } from './admit-tools';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';

it('leaves a browser as it is', () => {
  expect(asVisitor(CHROME)).toBe(CHROME);
});

it('takes a browser without a screen for the browser that it is', () => {
  expect(asVisitor(CHROME.replace('Chrome/', 'HeadlessChrome/'))).toBe(CHROME);
  const phone = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 HeadlessChrome/140.0.0.0 Mobile';
  expect(asVisitor(phone)).toBe(phone.replace('Headless', ''));
});

it.each(['curl/8.5.0', 'Playwright/1.50', 'python-requests/2.32', 'Chrome-Lighthouse', 'Cypress/13'])(
  'gives %s the name of a browser',
  (userAgent) => expect(isbot(asVisitor(userAgent))).toBe(false),
);
