/** What must hold of every letter in every language, and what a letter does with what it is given. */
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { exampleFacts, exampleItem, SECRET } from '../../../test/support/example-letters';
import { composeFromTemplate, type TemplateFacts } from './compose-from-template.server';
import { DEFAULT_LOOK } from './letter-look';
import { defaultWording, PLAIN_LETTERHEAD } from './letterhead';
import { LANGUAGES, type Language } from './locale';
import { FIELD_NAMES, namesItems } from './templates/merge-fields';
import { TEMPLATE_IDS, TEMPLATES, type TemplateId, type Wording } from './templates/template';
import { WORDS } from './templates/words';

const EACH = TEMPLATE_IDS.flatMap((id) => LANGUAGES.map((language) => [id, language] as const));

function compose(id: TemplateId, more: Partial<TemplateFacts> = {}) {
  const letter = composeFromTemplate(id, exampleFacts(id, more));
  return { ...letter, page: new JSDOM(letter.html).window.document };
}

function worded(id: TemplateId, words: Partial<Wording>, language: Language = 'en'): Partial<TemplateFacts> {
  const wording = { ...defaultWording(WORDS[language], id), ...words };
  return { letterhead: { ...PLAIN_LETTERHEAD, wording }, locale: language };
}

describe.each(EACH)('%s in %s', (id, language) => {
  const letter = compose(id, { locale: language });
  const { page } = letter;

  it('is whole: each field filled, language, direction, title', () => {
    for (const part of [letter.subject, letter.html, letter.text]) expect(part).not.toMatch(/\{\{|undefined/);
    expect(letter.html).toMatch(/^<!doctype html><html /);
    expect(page.documentElement.lang).toBe(language);
    expect(page.documentElement.dir).toBe('ltr');
    expect(page.title).toBe(letter.subject);
    expect(page.querySelector('meta[name="color-scheme"]')?.getAttribute('content')).toBe('light dark');
  });

  it('is HTML that a browser takes as it stands', () => {
    const tags = (html: string) => [...html.matchAll(/<([a-z][a-z0-9]*)[\s/>]/g)].map(([, name]) => name);
    const body = (html: string) => html.replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '');
    expect(tags(body(page.documentElement.outerHTML))).toEqual(tags(body(letter.html)));
  });

  it('tracks nobody and hides nothing: no script, no picture but those of goods, each link known', () => {
    expect(page.querySelectorAll('script, iframe, form, link, [onclick]')).toHaveLength(0);
    expect(page.querySelectorAll('img')).toHaveLength(0);
    const links = [...page.querySelectorAll('a')].map((link) => link.href);
    const known = ['https://corner.example/', 'https://larder.example/mail/'];
    expect(links.filter((href) => !known.some((start) => href.startsWith(start)))).toEqual([]);
  });

  it('says why, who and from where, and leads out, in both parts', () => {
    const why = WORDS[language].letters[id].why.split('{{')[0] ?? '';
    for (const part of [page.body.textContent, letter.text]) {
      expect(part).toContain(why);
      expect(part).toContain('Corner Ltd, 1 High Street, London');
    }
    const hrefs = [...page.querySelectorAll('a')].map((link) => link.href);
    expect(hrefs).toContain('https://larder.example/mail/unsubscribe/u');
    expect(hrefs.includes('https://larder.example/mail/snooze/s')).toBe(id === 'reminder');
    for (const href of new Set(hrefs)) expect(letter.text).toContain(href);
  });

  it('names sensitive goods neither in the subject nor beside it, whatever the merchant wrote', () => {
    const items = [exampleItem(SECRET, { isSensitive: true }), exampleItem('House blend')];
    for (const field of ['{{first item}}', '{{ITEMS}}', '{{ items }}']) {
      const words = { subject: `Now: ${field}`, preheader: `And ${field}`, greeting: field, intro: field };
      const secret = compose(id, { ...worded(id, words, language), items });
      expect(secret.subject).not.toContain(SECRET);
      expect(secret.subject).not.toContain('House blend');
      const shownBeside = secret.page.querySelector('[data-skip-in-text]')?.textContent ?? '';
      expect(shownBeside.length).toBeGreaterThanOrEqual(140);
      expect(shownBeside).not.toContain(SECRET);
      expect(secret.page.querySelector('h1')?.textContent ?? '').not.toContain(SECRET);
    }
    const standard = compose(id, { locale: language, items });
    expect(standard.subject).not.toContain(SECRET);
  });

  it('has words that fit: within the limits, only fields it knows, nothing of goods where they may be secret', () => {
    const { fields } = TEMPLATES[id];
    const words = WORDS[language].letters[id];
    for (const text of Object.values<string>({ ...words }))
      for (const [, name = ''] of text.matchAll(/\{\{(.*?)\}\}/g))
        expect(
          fields.some((field) => field === name),
          `${name} in “${text}”`,
        ).toBe(true);
    expect(namesItems(words.neutralSubject) || namesItems(words.preheader)).toBe(false);
    for (const needed of ['subject', 'greeting', 'button', 'why'] as const)
      expect(words[needed]).not.toBe('');
  });
});

it('knows a word for each field', () => {
  const all = FIELD_NAMES.map((name) => `[{{${name}}}]`).join(' ');
  expect(compose('follow-up-refill', worded('follow-up-refill', { subject: all })).subject).toBe(
    '[Corner] [House blend] [House blend and Oat milk] [2 items] [19 November] [19 November]',
  );
});

it.each([
  [1, 'en', 'Ready to reorder: Tea 1', '1 item'],
  [2, 'de', 'Bereit zum Nachbestellen: Tea 1 und Tea 2', '2 Artikel'],
  [3, 'en', 'Ready to reorder: Tea 1, Tea 2, and 1 more', '3 items'],
  [4, 'it', 'Pronto da riordinare: Tea 1, Tea 2 e 2 altri', '4 articoli'],
] as const)('counts %s items as %s does', (count, language, subject, counted) => {
  const items = Array.from({ length: count }, (_, place) => exampleItem(`Tea ${place + 1}`));
  expect(compose('follow-up-refill', { items, locale: language }).subject).toBe(subject);
  const words = worded('follow-up-refill', { intro: '{{item count}}' }, language);
  expect(compose('follow-up-refill', { items, ...words }).text).toContain(counted);
});

it.each([
  ['en', 'USD', '2 × $12.50'],
  ['de', 'EUR', '2 × 12,50 €'],
  ['fr', 'EUR', '2 × 12,50 €'],
  ['en', 'JPY', '2 × JP¥1,250'],
])('writes money as %s does in %s', (locale, currency, price) => {
  const items = [exampleItem('Tea', { quantity: 2, price: currency === 'JPY' ? '1250' : '12.50' })];
  const { shop } = exampleFacts('reminder');
  const { page } = compose('reminder', { items, locale, shop: { ...shop, currency } });
  expect(page.body.textContent?.replace(/\s/g, ' ')).toContain(price);
});

it('shows what anybody typed as text, and keeps a title inside its subject', () => {
  const title = 'Tea <img src=x onerror=alert(1)>\r\nBcc: x@y.z';
  const letter = compose('reminder', {
    items: [exampleItem(title)],
    ...worded('reminder', { intro: '<script>alert(1)</script>', greeting: '<b>{{shop}}</b>' }),
  });
  expect(letter.subject).toBe('Your reminder: Tea <img src=x onerror=alert(1)> Bcc: x@y.z');
  expect(letter.page.querySelectorAll('script, img, b')).toHaveLength(0);
  expect(letter.text).toContain('<script>alert(1)</script>');
  expect(letter.text).toContain('<b>Corner</b>');
});

it('shows pictures of goods without words, the logo with the shop’s name, a picture with its own', () => {
  const letterhead = {
    ...worded('reminder', { pictureUrl: 'https://cdn.example/p.jpg', pictureAlt: 'The {{shop}} roastery' })
      .letterhead!,
    look: {
      ...DEFAULT_LOOK,
      logoUrl: 'https://cdn.example/logo.png',
      footer: 'Open daily\nClosed on Sunday',
    },
  };
  const items = [exampleItem('Tea', { imageUrl: 'https://cdn.example/tea.jpg' })];
  const { page, text } = compose('reminder', { items, letterhead });
  expect([...page.querySelectorAll('img')].map(({ src, alt }) => [src, alt])).toEqual([
    ['https://cdn.example/logo.png', 'Corner'],
    ['https://cdn.example/p.jpg', 'The Corner roastery'],
    ['https://cdn.example/tea.jpg', ''],
  ]);
  expect(text).toContain('Open daily');
});

it('offers to choose where all must be chosen, and beside the one that must', () => {
  const plan = exampleItem('Milk', {
    requiresSellingPlan: true,
    page: 'https://corner.example/products/milk',
  });
  const alone = compose('reminder', { items: [plan] });
  expect(alone.text).toContain('Choose: https://corner.example/cart/101:1');
  const mixed = compose('follow-up-refill', { items: [plan, exampleItem('Tea')] });
  expect(mixed.text).toContain('Fill the cart: https://corner.example/cart/101:1');
  expect(mixed.text).toContain('Choose: https://corner.example/products/milk');
});

it('puts blocks where the merchant wants them, but never hides what is needed', () => {
  const blocks = (['footer', 'outro', 'button', 'items', 'greeting', 'intro', 'picture'] as const).map(
    (name) => ({ name, isHidden: true }),
  );
  const { text } = compose('reminder', { letterhead: { ...PLAIN_LETTERHEAD, blocks } });
  expect(text).not.toContain('Here is the reminder');
  const places = ['Reorder:', 'House blend', 'You get this email'].map((words) => text.indexOf(words));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThanOrEqual(0);
});

it('shows the discount only where there is one', () => {
  const { page, text } = compose('follow-up-discovery', { locale: 'de' });
  expect(text).toContain('10% Rabatt');
  expect(text).toContain('CORNER-7K2M9');
  expect(text).toContain('bis 31. Dezember');
  expect(page.querySelectorAll('a[href^="https://corner.example/products/"]')).toHaveLength(4);
  expect(text).toMatch(/Honey\n12,50.£\nOften bought together with House blend\nhttps:\/\/corner/);
  expect(compose('follow-up-discovery', { discount: null }).text).not.toContain('code');
});
