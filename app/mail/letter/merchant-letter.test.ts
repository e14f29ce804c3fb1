/** What merchants do to their letters: kept, seen in the next mail, taken back; and tests to themselves. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeReminderWorld, type ReminderWorld } from '../../../test/support/reminder-world';
import { makeTestShop } from '../../../test/support/test-ports';
import { MailRefused } from '../../ports';
import { loadShop } from '../../shops/shop-store.server';
import { DEFAULT_LOOK } from './letter-look';
import { defaultWording } from './letterhead';
import { changedLetters, loadLetterhead } from './letterhead-store.server';
import { loadLetter } from './load-letter.server';
import { loadLetterPreview } from './load-letter-preview.server';
import { restoreVersions } from './restore-versions.server';
import { saveLetter } from './save-letter.server';
import { saveLetterLook } from './save-letter-look.server';
import { sendTestLetter, TESTS_OF_SHOP } from './send-test-letter.server';
import { WORDS } from './templates/words';

const DAY = '2026-12-12';
const OURS = defaultWording(WORDS.en, 'reminder');

let world: ReminderWorld;

beforeEach(async () => {
  world = await makeReminderWorld();
});

afterEach(() => world.ports.close());

const save = (words: Partial<typeof OURS>, blocks?: { name: 'intro' | 'footer'; isHidden: boolean }[]) =>
  saveLetter(world.ports, {
    shopId: world.shop.id,
    template: 'reminder',
    draft: { words: { en: { ...OURS, ...words } }, blocks },
  });

const letter = () => loadLetter(world.ports, world.shop.id, 'reminder');

it('writes the next mail in the shop’s words and colours', async () => {
  await save({ subject: 'Psst: {{first item}}', intro: 'From {{shop}} with care' });
  await saveLetterLook(world.ports, world.shop.id, { ...DEFAULT_LOOK, buttonColour: '#003366' });
  await world.remind({ orderId: 1n, remindOn: DAY, email: 'ada@example.test' });
  await world.live(`${DAY}T09:00:00Z`);
  const [mail] = world.ports.sentMail;
  expect(mail?.subject).toBe('Psst: House blend');
  expect(mail?.text).toContain('From Corner with care');
  expect(mail?.html).toContain('#003366');
});

it('keeps versions, makes none of what is as it was, and brings each back', async () => {
  expect(await save({})).toEqual({ ok: true, before: [] });
  expect(await save({ greeting: 'First' })).toEqual({ ok: true, before: [{ part: 'en', version: 0 }] });
  expect(await save({ greeting: 'Second' })).toEqual({ ok: true, before: [{ part: 'en', version: 1 }] });
  const about = { shopId: world.shop.id, template: 'reminder' } as const;
  const restore = (version: number) =>
    restoreVersions(world.ports, { ...about, versions: [{ part: 'en', version }] });
  expect(await restore(1)).toEqual([{ part: 'en', version: 2 }]);
  expect((await letter()).words.en.greeting).toBe('First');
  expect(await changedLetters(world.ports.db.read, world.shop.id)).toEqual(['reminder']);
  expect(await restore(0)).toEqual([{ part: 'en', version: 3 }]);
  const { words, changed, changes } = await letter();
  expect(words.en).toEqual(OURS);
  expect(changed).toEqual([]);
  expect(await changedLetters(world.ports.db.read, world.shop.id)).toEqual([]);
  expect(changes.map(({ version, isReset }) => [version, isReset])).toEqual([
    ...[
      [4, true],
      [3, false],
      [2, false],
      [1, false],
    ],
  ]);
  expect(await restore(99)).toBeNull();
  expect((await letter()).changes).toHaveLength(4);
});

it('saves all or nothing', async () => {
  const draft = { words: { en: { ...OURS, greeting: 'New' }, de: { ...OURS, subject: '{{nobody}}' } } };
  const about = { shopId: world.shop.id, template: 'reminder', draft } as const;
  const answer = await saveLetter(world.ports, about);
  expect(answer.ok ? {} : answer.problems.de?.subject).toMatch(/no field {{nobody}}/);
  expect((await letter()).changes).toEqual([]);
});

it('keeps the order of blocks, with what cannot be hidden shown and the footer last', async () => {
  const before = await save({}, [
    { name: 'footer', isHidden: true },
    { name: 'intro', isHidden: true },
  ]);
  expect(before).toEqual({ ok: true, before: [{ part: 'blocks', version: 0 }] });
  const { blocks } = await letter();
  expect(blocks[0]).toEqual({ name: 'intro', isHidden: true });
  expect(blocks.at(-1)).toEqual({ name: 'footer', isHidden: false });
});

it('is the shop’s own alone', async () => {
  const other = await makeTestShop(world.ports, { domain: 'other.myshopify.com' });
  await save({ greeting: 'Ours' });
  expect((await loadLetterhead(world.ports.db.read, other.id, 'reminder', 'en')).wording).toBeNull();
  const about = { shopId: other.id, template: 'reminder', versions: [{ part: 'en', version: 1 }] } as const;
  expect(await restoreVersions(world.ports, about)).toBeNull();
});

it('shows a letter with goods of the shop, and says what is missing of the sender', async () => {
  const shop = await loadShop(world.ports.db.read, world.shop.id);
  if (!shop) throw new Error('There is no shop');
  const { subject, text } = await loadLetterPreview(
    world.ports,
    { ...shop, legalName: null, postalAddress: null },
    'reminder',
  );
  expect(subject).toMatch(/^Your reminder: (House blend|Espresso beans)$/);
  expect(text).toContain('Your legal name, your postal address');
});

async function sendTest(to = 'me@corner.test') {
  const shop = await loadShop(world.ports.db.read, world.shop.id);
  if (!shop) throw new Error('There is no shop');
  const letter = { subject: 'Hello', html: '<p>Hello</p>', text: 'Hello' };
  return sendTestLetter(world.ports, { shop, to, letter });
}

it('sends a test past the ledger, ten an hour', async () => {
  for (let sent = 0; sent < TESTS_OF_SHOP.max; sent += 1) expect(await sendTest()).toEqual({ ok: true });
  expect(world.ports.sentMail[0]).toMatchObject({
    subject: '[Test] Hello',
    to: 'me@corner.test',
    headers: {},
  });
  expect(await sendTest()).toEqual({ ok: false, reason: 'too-many' });
  expect(world.ports.sentMail).toHaveLength(TESTS_OF_SHOP.max);
  expect(await world.ports.db.read.prisma.message.count()).toBe(0);
  world.ports.clock.advance(TESTS_OF_SHOP.windowMs);
  expect(await sendTest()).toEqual({ ok: true });
});

it('says what the server said of a test, without the address', async () => {
  const answers = [
    new MailRefused('550 me@corner.test: no such user', 'recipient-refused'),
    new Error('lost'),
  ];
  const send = () => Promise.reject(answers.shift() ?? new Error('asked too often'));
  Object.assign(world.ports, { mailer: { send } });
  const refused = await sendTest();
  expect(refused).toMatchObject({ ok: false, reason: 'refused' });
  expect(JSON.stringify(refused)).not.toContain('me@corner.test');
  expect(await sendTest()).toEqual({ ok: false, reason: 'unknown-result' });
});
