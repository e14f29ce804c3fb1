import { languageOf } from '../letter/locale';
import { Choices, PageFrame, type Choice } from './page-frame';
import { PAGE_WORDS } from './page-words';
import type { UnsubscribeView } from './unsubscribe-view';

interface PageProps {
  readonly view: Exclude<UnsubscribeView, { state: 'invalid' }>;
  readonly nonce: string;
}

export function UnsubscribePage({ view, nonce }: PageProps) {
  const { state, choice, shopName } = view;
  const language = languageOf(view.locale);
  const words = PAGE_WORDS[language].unsubscribe;
  const stopKind: Choice = { value: 'kind', label: words.stopKind };
  const stopAll: Choice = { value: 'all', label: words.stopAll };
  const undo: Choice = { value: 'undo', label: words.undo };
  const texts = {
    ready: { title: words.readyTitle, text: words.readyText(shopName) },
    unsubscribed: {
      title: words.doneTitle,
      text: choice === 'all' ? words.doneAll(shopName) : words.doneKind(shopName),
    },
    undone: { title: words.undoneTitle, text: words.undoneText(shopName) },
  };
  const { title, text } = texts[state];
  const choices = {
    ready: [stopKind, stopAll],
    unsubscribed: choice === 'all' ? [undo] : [undo, stopAll],
    undone: [stopKind, stopAll],
  }[state];
  return (
    <PageFrame language={language} title={title} shopName={shopName} nonce={nonce}>
      <div role="status">
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
      <Choices choices={choices} emphasis={state === 'ready'} />
    </PageFrame>
  );
}
