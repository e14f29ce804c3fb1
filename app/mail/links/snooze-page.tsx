import { dayInWords } from '../../values-in-words';
import { formatLocale, languageOf } from '../letter/locale';
import { Choices, PageFrame, type Choice } from './page-frame';
import { itemsInWords } from './mail-face';
import { PAGE_WORDS } from './page-words';
import { PRESS_FOR_A_PERSON } from './snooze-script';
import type { SnoozeView } from './snooze-view';

interface PageProps {
  readonly view: Exclude<SnoozeView, { state: 'invalid' }>;
  readonly nonce: string;
  /** When it was opened, as `stampOpening` writes it; without it nothing happens by looking. */
  readonly opened?: string;
}

export function SnoozePage({ view, nonce, opened }: PageProps) {
  const { state, shopName, choice, remindOn } = view;
  const language = languageOf(view.locale);
  const words = PAGE_WORDS[language].snooze;
  // In the same places before and after, so that a press which meets the next page means the same there.
  const all: readonly Choice[] = [
    { value: 'week', label: words.week },
    { value: 'two-weeks', label: words.twoWeeks },
    { value: 'month', label: words.month },
  ].map((option) => ({ ...option, isChosen: state === 'snoozed' && option.value === choice }));
  const locale = formatLocale(view.locale, view.currency);
  const day = remindOn === null ? '' : dayInWords(locale, remindOn, view.todayOn);
  const texts = {
    ready: { title: words.readyTitle, text: words.readyText },
    snoozed: { title: words.doneTitle, text: words.doneText(day) },
    undone: { title: words.undoneTitle, text: words.undoneText },
    ended: { title: words.endedTitle, text: words.endedText },
  };
  const { title, text } = texts[state];
  const items = itemsInWords(language, view.items);
  const choices = {
    ready: all,
    snoozed: [...all, { value: 'undo', label: words.undo }],
    undone: all,
    ended: [],
  }[state];
  return (
    <PageFrame
      language={language}
      title={title}
      shopName={shopName}
      nonce={nonce}
      back={{ href: view.shopAddress, words: PAGE_WORDS[language].backTo(shopName) }}
    >
      <div role="status">
        <h1>{title}</h1>
        {items && <p className="items">{items}</p>}
        <p className="two-lines">{text}</p>
      </div>
      {choices.length > 0 && (
        <Choices id="later" choices={choices} emphasis={state === 'ready'} opened={opened} />
      )}
      {state === 'ready' && (
        <>
          <div role="status" className="note">
            <p id="wait" hidden>
              {words.waitText}
            </p>
          </div>
          <script nonce={nonce} dangerouslySetInnerHTML={{ __html: PRESS_FOR_A_PERSON }} />
        </>
      )}
    </PageFrame>
  );
}
