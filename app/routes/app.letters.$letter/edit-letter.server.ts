import { z } from 'zod';
import { loadLook } from '../../mail/letter/letterhead-store.server';
import type { Language } from '../../mail/letter/locale';
import { restoreVersions } from '../../mail/letter/restore-versions.server';
import { saveLetter } from '../../mail/letter/save-letter.server';
import { sendTestLetter } from '../../mail/letter/send-test-letter.server';
import { previewLetter, SAMPLE_ITEMS } from '../../mail/letter/preview-letter.server';
import { sampleItems, sampleOf } from '../../mail/letter/sample-store.server';
import { checkWording, type WordingProblems } from '../../mail/letter/templates/check-wording';
import type { TemplateId } from '../../mail/letter/templates/template';
import type { VersionRef } from '../../mail/letter/version-ref';
import type { Letter } from '../../mail/kinds';
import type { Ports } from '../../ports';
import { reminderPage } from '../../reminders/reminder-list-store.server';
import type { Shop } from '../../shops/shop';
import type { Answer } from '../../ui/answer';
import type { LetterForm } from './letter-form';

export interface LetterAnswer extends Answer {
  readonly about?: 'words' | 'test' | 'history';
  readonly problems?: Readonly<Partial<Record<Language, WordingProblems>>>;
  readonly saved?: boolean;
  /** What was there before, for the undo. */
  readonly before?: readonly VersionRef[];
  readonly preview?: Letter;
}

interface Edit {
  readonly shop: Shop;
  readonly template: TemplateId;
  readonly form: LetterForm;
}

const recipient = z.string().trim().max(254).pipe(z.email());

/** One press on a letter's page, and what the page says about it. */
export async function editLetter(ports: Ports, { shop, template, form }: Edit): Promise<LetterAnswer> {
  const shopId = shop.id;
  switch (form.intent) {
    case 'save': {
      const saved = await saveLetter(ports, { shopId, template, draft: form.changes });
      return saved.ok
        ? say({ message: 'Letter saved', saved: true, before: saved.before })
        : say({
            problems: saved.problems,
            problem: 'Some words need mending. Nothing was saved.',
            about: 'words',
          });
    }
    case 'restore': {
      const before = await restoreVersions(ports, { shopId, template, versions: form.versions });
      return before
        ? say({ message: 'Brought back', saved: true, before })
        : say({ problem: 'This version is not there any more. Nothing was changed.', about: 'history' });
    }
    case 'preview':
      return say({ preview: await write(ports, shop, template, form) });
    case 'send-test':
      return sendTest(ports, shop, template, form);
  }
}

type Shown = Extract<LetterForm, { intent: 'preview' | 'send-test' }>;

async function write(ports: Ports, shop: Shop, template: TemplateId, shown: Shown): Promise<Letter> {
  const { language, words, blocks } = shown;
  const look = await loadLook(ports.db.read, shop.id);
  const items = shown.sample === 'reminder' ? await nextReminder(ports, shop) : null;
  return previewLetter(shop, {
    ...{ template, language, now: ports.clock.now() },
    letterhead: { look, wording: words, blocks },
    items: items ?? (await sampleItems(ports.db.read, shop, SAMPLE_ITEMS[template])),
  });
}

/** What the next planned reminder is about, and nothing of its person. */
async function nextReminder(ports: Ports, shop: Shop) {
  const { read } = ports.db;
  const [next] = await reminderPage(read, shop.id, {
    states: ['active'],
    after: null,
    take: 1,
    order: 'asc',
  });
  const item = next && (await sampleOf(read, shop, next));
  return item ? [item] : null;
}

async function sendTest(
  ports: Ports,
  shop: Shop,
  template: TemplateId,
  form: Extract<LetterForm, { intent: 'send-test' }>,
): Promise<LetterAnswer> {
  const about = 'test';
  const to = recipient.safeParse(form.to).data;
  if (to === undefined) return say({ problem: 'Enter an email address, such as you@your-shop.com.', about });
  const checked = checkWording(template, form.words);
  if (!checked.ok)
    return say({
      ...{ problem: 'Mend the words first; no test was sent.', about },
      problems: { [form.language]: checked.problems },
    });
  const letter = await write(ports, shop, template, { ...form, words: checked.wording });
  const sent = await sendTestLetter(ports, { shop, to, letter });
  if (sent.ok) return say({ message: 'Test sent', about });
  switch (sent.reason) {
    case 'too-many':
      return say({ problem: 'Ten tests were sent within an hour. Wait a little before the next.', about });
    case 'refused':
      return say({ problem: `The mail server did not take it: ${sent.said}`, about });
    case 'unknown-result':
      return say({ problem: 'The mail server gave no clear answer. Look into the inbox first.', about });
  }
}

const say = (answer: Omit<LetterAnswer, 'at'>): LetterAnswer => ({ ...answer, at: Date.now() });
