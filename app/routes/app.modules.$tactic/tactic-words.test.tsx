import { AppProvider } from '@shopify/polaris';
import en from '@shopify/polaris/locales/en.json';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { SHELF_VIEWS_MAX, SHELF_CAP_DAYS } from '../../guardrails/caps';
import { draftNote } from '../../tactics/decision-note';
import { TACTICS, type TacticName } from '../../tactics/tactic';
import { NoteForm } from './note-form';
import { WhoSeesWhat } from './who-sees-what';

const shown = (page: ReactElement) => renderToStaticMarkup(<AppProvider i18n={en}>{page}</AppProvider>);

function noteOf(tactic: TacticName, isDraft: boolean): string {
  const values = draftNote(tactic, { owner: 'Corner', todayOn: 20_788 });
  const note = { values, problems: {}, isDirty: false, set: () => undefined, reset: () => undefined };
  return shown(<NoteForm {...{ note, tactic, isDraft }} isReviewRunning={false} answer={null} />);
}

it('offers a draft only while no note is kept', () => {
  expect(noteOf('shelf', true)).toContain('This draft is ready to use');
  expect(noteOf('shelf', false)).not.toContain('draft');
});

it('asks to tolerate only what shoppers can do to the module', () => {
  expect(noteOf('shelf', true)).not.toMatch(/unsubscribe/i);
  expect(noteOf('reminder', true)).toMatch(/unsubscribe/);
});

it('says how often the shelf is shown, and what shoppers can do about it', () => {
  const html = shown(
    <WhoSeesWhat
      tactic={{ ...TACTICS.shelf, name: 'shelf' }}
      shares={{ holdoutBp: 1000, controlBp: 1000 }}
    />,
  );
  expect(html).toContain(`at most ${SHELF_VIEWS_MAX} times in ${SHELF_CAP_DAYS} days`);
  for (const words of TACTICS.shelf.shoppersCan) expect(html).toContain(words);
});
