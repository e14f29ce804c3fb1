// @vitest-environment jsdom
import { join } from 'node:path';
import { getExtension } from '@shopify/ui-extensions-tester';
import { configure, fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import messages from '../../extensions/refill-reminder/locales/en.default.json';

configure({ asyncUtilTimeout: 10_000 }); // a guard against hanging

const APP = 'https://larder.example.test';
const VISITOR = 'AAAAAAAAAAAAAAAAAAAAAA';
const COFFEE = { productId: '9007199254740993', variantId: '9007199254740995' };
const TODAY = '2026-11-30';
const OFFER = {
  ...COFFEE,
  remindOn: '2026-12-12',
  earliestOn: '2026-12-01',
  latestOn: '2027-01-15',
};

/** The parts of the host's API that the tests set; the tester types them as read-only or as not there. */
interface Host {
  checkoutToken: { value: string | undefined };
  attributes: { value: { key: string; value: string }[] };
  customerPrivacy: {
    value: { allowedProcessing: Record<'preferences' | 'analytics' | 'marketing' | 'saleOfData', boolean> };
    subscribe(listener: () => void): () => void;
  };
  lines: { value: ReturnType<typeof line>[] };
  localization: { language: { value: { isoCode: string } } };
  extension: { editor?: { type: string } };
  i18n: {
    translate(key: keyof typeof messages, values?: Record<string, string>): string;
    formatDate(date: Date, options: Intl.DateTimeFormatOptions): string;
  };
}

interface Call {
  url: string;
  authorization: string | null;
  body: unknown;
}
let calls: Call[];
let answers: Record<string, () => Response>;

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });

describe.each(['purchase.thank-you.block.render', 'customer-account.order-status.block.render'] as const)(
  '%s',
  (target) => {
    const extension = getExtension(target, {
      configSearchDir: join(import.meta.dirname, '../../extensions/refill-reminder'),
    });

    const host = () => extension.shopify as unknown as Host;
    const allow = (preferences: boolean, analytics = preferences) => {
      const allowedProcessing = { preferences, analytics, marketing: true, saleOfData: true };
      host().customerPrivacy.value = { ...host().customerPrivacy.value, allowedProcessing };
      for (const tell of toldOfConsent) tell();
    };
    let toldOfConsent: (() => void)[] = [];

    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${TODAY}T12:00:00Z`) });
      vi.stubEnv('SHOPIFY_APP_URL', `${APP}/`);
      extension.setUp();
      calls = [];
      answers = {
        '/api/reminders/offer': () => json({ show: true, todayOn: TODAY, offers: [OFFER] }),
        '/api/reminders': () => json({ state: 'pending', reminderId: 'r1' }),
        '/api/reminders/stop': () => json({ state: 'stopped' }),
      };
      extension.fetch = async (input, init) => {
        const url = String(input);
        const headers = new Headers(init?.headers);
        calls.push({
          url,
          authorization: headers.get('authorization'),
          body: JSON.parse(String(init?.body)),
        });
        return answers[url.replace(APP, '')]?.() ?? json({}, 404);
      };
      const shopify = host();
      shopify.checkoutToken.value = 'checkout-1';
      toldOfConsent = [];
      shopify.customerPrivacy.subscribe = (listener) => {
        toldOfConsent.push(listener);
        return () => undefined;
      };
      allow(true);
      shopify.attributes.value = [{ key: '__larder_visitor', value: VISITOR }];
      shopify.lines.value = [
        line('House blend', '250 g', COFFEE.productId, COFFEE.variantId, 2),
        line('Tea towel', undefined, '20', '21', 1),
      ];
      shopify.localization.language.value = { isoCode: 'en' };
      shopify.i18n.translate = (key, values = {}) =>
        messages[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
      shopify.i18n.formatDate = (date, options) => date.toLocaleDateString('en-GB', options);
    });
    afterEach(() => {
      extension.tearDown();
      vi.unstubAllEnvs();
      vi.useRealTimers();
    });

    const text = () => document.body.textContent ?? '';
    const button = (words: string) =>
      [...document.querySelectorAll('s-button, s-link')].find(
        (each) => each.textContent === words,
      ) as HTMLElement;
    /** One tap, well after the one before: the second tap of a double tap counts for nothing. */
    async function press(words: string) {
      await waitFor(() => expect(button(words)).toBeTruthy());
      vi.setSystemTime(Date.now() + 1000);
      fireEvent.click(button(words));
    }

    test('asks with ids only: no name, no address, no title', async () => {
      await extension.render();
      await waitFor(() => expect(calls).toHaveLength(1));
      expect(calls[0]).toMatchObject({
        url: `${APP}/api/reminders/offer`,
        authorization: 'Bearer mock-session-token',
      });
      expect(calls[0]?.body).toMatchObject({
        checkoutToken: 'checkout-1',
        visitor: VISITOR,
        locale: 'en',
        lines: [
          { ...COFFEE, quantity: 2 },
          { productId: '20', variantId: '21', quantity: 1 },
        ],
      });
      expect(JSON.stringify(calls[0]?.body)).not.toMatch(/House blend|@|name/);
    });

    test.each([
      ['declined', false, false],
      ['half allowed', true, false],
    ])('says that consent is %s, and keeps the browser to itself', async (_, preferences, analytics) => {
      allow(preferences, analytics);
      await extension.render();
      await press('Remind me');
      await waitFor(() => expect(calls).toHaveLength(2));
      expect(calls[0]?.body).toMatchObject({ consent: { preferences, analytics }, visitor: null });
      expect(calls[1]?.body).toMatchObject({ consent: { preferences, analytics } });
      expect(JSON.stringify(calls)).not.toContain(VISITOR);
    });

    test('asks again when consent comes, and carries it no longer once it is gone', async () => {
      allow(false);
      await extension.render();
      await waitFor(() => expect(calls).toHaveLength(1));
      allow(true);
      await waitFor(() => expect(calls).toHaveLength(2));
      expect(calls[1]?.body).toMatchObject({
        consent: { preferences: true, analytics: true },
        visitor: VISITOR,
      });
      allow(false);
      await press('Remind me');
      await waitFor(() => expect(calls).toHaveLength(3));
      expect(calls[2]?.body).toMatchObject({ consent: { preferences: false, analytics: false } });
    });

    test.each([
      ['the app has nothing to offer', () => json({ show: false })],
      ['the app offers an empty list', () => json({ show: true, todayOn: TODAY, offers: [] })],
      ['the app fails', () => json({}, 500)],
      ['the answer is not JSON', () => new Response('<html>')],
    ])('shows nothing when %s', async (_, answer) => {
      answers['/api/reminders/offer'] = answer;
      await extension.render();
      await waitFor(() => expect(calls).toHaveLength(1));
      await new Promise((done) => setTimeout(done, 5));
      expect(document.body.innerHTML).toBe('');
    });

    test('asks nothing without a checkout token', async () => {
      host().checkoutToken.value = undefined;
      await extension.render();
      expect(calls).toEqual([]);
      expect(document.body.innerHTML).toBe('');
    });

    test('one tap sets the reminder, another cancels it, a third sets it again', async () => {
      await extension.render();
      await waitFor(() => expect(text()).toContain('House blend, 250 g: around 12 December'));
      expect(text()).not.toContain('Tea towel');
      expect(text()).not.toContain('We’ll email you');

      await press('Remind me');
      await waitFor(() => expect(text()).toContain('We’ll email you around 12 December.'));
      expect(calls[1]?.body).toMatchObject({
        checkoutToken: 'checkout-1',
        ...COFFEE,
        remindOn: '2026-12-12',
        wording: 'v1',
      });

      await press('Cancel reminder');
      await waitFor(() => expect(text()).toContain('Reminder cancelled.'));
      expect(calls[2]).toMatchObject({
        url: `${APP}/api/reminders/stop`,
        body: { checkoutToken: 'checkout-1', productId: COFFEE.productId },
      });

      await press('Remind me');
      await waitFor(() => expect(text()).toContain('We’ll email you around 12 December.'));
    });

    test('the date can be moved within its limits', async () => {
      await extension.render();
      await press('Remind me');
      await press('Change date');
      await waitFor(() => expect(document.querySelector('s-date-field')).toBeTruthy());
      const field = document.querySelector('s-date-field') as HTMLElement & {
        value: string;
      };
      expect(field.getAttribute('allow')).toBe('2026-12-01--2027-01-15');

      field.value = '2027-02-01';
      fireEvent.change(field);
      await press('Save date');
      await waitFor(() =>
        expect(field.getAttribute('error')).toBe('Please choose a day from 1 December to 15 January 2027.'),
      );
      expect(calls).toHaveLength(2);

      field.value = '2026-12-20';
      fireEvent.change(field);
      await new Promise((done) => setTimeout(done, 5));
      await press('Save date');
      await waitFor(() => expect(text()).toContain('We’ll email you around 20 December.'));
      expect(calls[2]?.body).toMatchObject({ remindOn: '2026-12-20' });

      await press('Change date');
      await waitFor(() => expect(button('Keep 20 December')).toBeTruthy());
      expect(document.querySelector('s-date-field')?.getAttribute('value')).toBe('2026-12-20');
    });

    test('a failure is told in plain words and can be tried again', async () => {
      const works = answers['/api/reminders']!;
      answers['/api/reminders'] = () => json({}, 500);
      await extension.render();
      await press('Remind me');
      await waitFor(() => expect(text()).toContain('That did not work. Please try again.'));
      expect(text()).not.toContain('We’ll email you');

      answers['/api/reminders'] = works;
      await press('Remind me');
      await waitFor(() => expect(text()).toContain('We’ll email you around 12 December.'));
      expect(text()).not.toContain('That did not work');
    });

    test('the editor shows a sample and asks the app nothing', async () => {
      host().extension = { editor: { type: 'checkout' } };
      await extension.render();
      await press('Remind me');
      expect(text()).toContain('House blend, 250 g: around');
      expect(calls).toEqual([]);
    });

    test('shows three, says how many more there are, and shows them', async () => {
      const names = ['Beans', 'Filters', 'Tea', 'Soap'];
      host().lines.value.push(...names.map((name, i) => line(name, undefined, `3${i}`, `4${i}`, 1)));
      const more = names.map((_, i) => ({ ...OFFER, productId: `3${i}`, variantId: `4${i}` }));
      answers['/api/reminders/offer'] = () => json({ show: true, todayOn: TODAY, offers: [OFFER, ...more] });
      await extension.render();
      await waitFor(() => expect(button('And 2 more')).toBeTruthy());
      expect(text()).not.toContain('Soap');
      await press('And 2 more');
      await waitFor(() => expect(text()).toContain('Soap: around 12 December'));
      await press('Show fewer');
      await waitFor(() => expect(text()).not.toContain('Soap'));
    });

    test('what is set is shown though it is offered no longer, first, and under its own heading', async () => {
      const set = { ...OFFER, id: 'r9', remindOn: '2027-01-07', state: 'active' };
      const existing = [
        { ...set, name: null },
        { ...set, productId: '50', variantId: '51', name: 'Espresso beans, 1 kg' },
        { ...set, productId: '60', variantId: '61', name: null },
      ];
      answers['/api/reminders/offer'] = () => json({ show: true, todayOn: TODAY, offers: [], existing });
      await extension.render();
      await waitFor(() =>
        expect(text()).toContain('House blend, 250 gWe’ll email you around 7 January 2027.'),
      );
      expect(text()).toContain('Espresso beans, 1 kg');
      expect(text()).toContain('From an earlier order');
      expect(document.querySelector('s-section')?.getAttribute('heading')).toBe('Your reminders');
      await press('Cancel reminder');
      await waitFor(() => expect(text()).toContain('Reminder cancelled.'));
    });

    test('a reminder the shopper already has is shown as set', async () => {
      const existing = [{ ...OFFER, id: 'r9', remindOn: '2026-12-30', state: 'active', name: null }];
      answers['/api/reminders/offer'] = () => json({ show: true, todayOn: TODAY, offers: [OFFER], existing });
      await extension.render();
      await waitFor(() => expect(text()).toContain('We’ll email you around 30 December.'));
    });
  },
);

function line(
  title: string,
  subtitle: string | undefined,
  product: string,
  variant: string,
  quantity: number,
) {
  return {
    quantity,
    merchandise: {
      id: `gid://shopify/ProductVariant/${variant}`,
      title,
      subtitle,
      product: { id: `gid://shopify/Product/${product}` },
    },
  };
}
