import type { ReactNode } from 'react';
import { formatLocale, languageOf } from '../../mail/letter/locale';
import { itemInWords } from '../../mail/links/mail-face';
import { PageFrame } from '../../mail/links/page-frame';
import { PAGE_WORDS } from '../../mail/links/page-words';
import { PACES } from '../../mail/outbox/pace';
import type { ChoicesView } from '../../privacy/choices/choices-view';
import { dayToIso } from '../../shops/local-day';
import { dayInWords } from '../../values-in-words';
import { CHOICES_WORDS } from './choices-words';

interface PageProps {
  readonly view: Extract<ChoicesView, { state: 'open' }>;
  readonly nonce: string;
}

/** What is set and what they want to get, each with a plain button that posts; it works without any script. */
export function ChoicesPage({ view, nonce }: PageProps) {
  const language = languageOf(view.locale);
  const words = CHOICES_WORDS[language];
  const way = formatLocale(view.locale, view.currency);
  const day = (on: number) => dayInWords(way, on, view.todayOn);
  const notices = {
    ...{ saved: words.saved, stopped: words.stopped, gone: words.gone, 'not-all': words.notAll },
    'try-later': words.tryLater,
    'day-outside': words.outside(day(view.earliestOn), day(view.latestOn)),
  };
  const form = (children: ReactNode) => (
    <form method="post" action="?">
      {view.isWhole && <input type="hidden" name="whole" value="1" />}
      {children}
    </form>
  );
  const press = (choice: string, label: string, about?: string) => (
    <button type="submit" name="choice" value={choice} aria-label={about && `${label}: ${about}`}>
      {label}
    </button>
  );
  return (
    <PageFrame
      language={language}
      title={words.title}
      shopName={view.shopName}
      nonce={nonce}
      back={{ href: view.shopAddress, words: PAGE_WORDS[language].backTo(view.shopName) }}
    >
      <h1>{words.title}</h1>
      <div role="status">{view.notice && <p>{notices[view.notice]}</p>}</div>
      {view.stoppedId && form(press(`resume:${view.stoppedId}`, PAGE_WORDS[language].snooze.undo))}

      <h2>{view.isWhole ? words.allReminders : words.theseReminders}</h2>
      {view.reminders.length === 0 && <p>{words.none}</p>}
      {view.reminders.map((reminder) => {
        const name = itemInWords(language, reminder);
        return (
          <section key={reminder.id} aria-label={name}>
            {form(
              <>
                <p>
                  <strong>{name}</strong>
                  <br />
                  {words.around(day(reminder.remindOn))}
                </p>
                <label>
                  {words.newDay}
                  <input
                    type="date"
                    name="day"
                    required
                    defaultValue={dayToIso(reminder.remindOn)}
                    min={dayToIso(view.earliestOn)}
                    max={dayToIso(view.latestOn)}
                  />
                </label>
                {press(`move:${reminder.id}`, words.move, name)}
              </>,
            )}
            {form(press(`stop:${reminder.id}`, words.stop, name))}
          </section>
        );
      })}
      {!view.isWhole && form(press('show-all', words.showAll))}

      <h2>{words.kinds}</h2>
      {view.kinds.map(({ scope, isOn }) => (
        <section key={scope}>
          {form(
            <>
              <p>
                <strong>{words.kind[scope]}</strong>
                <br />
                {isOn ? words.isOn : words.isOff}
              </p>
              {press(`${isOn ? 'off' : 'on'}:${scope}`, isOn ? words.off : words.on, words.kind[scope])}
            </>,
          )}
        </section>
      ))}

      <h2>{words.howOften}</h2>
      {form(
        <fieldset>
          <legend>{words.howOftenLegend(view.shopName)}</legend>
          {PACES.map((pace) => (
            <label key={pace} className="radio">
              <input type="radio" name="pace" value={pace} defaultChecked={pace === view.pace} />
              {words.pace[pace]}
            </label>
          ))}
          {press('pace', words.save)}
        </fieldset>,
      )}
    </PageFrame>
  );
}
