import { languageOf } from '../letter/locale';
import { Choices, PageFrame, type Choice } from './page-frame';
import { itemInWords } from './mail-face';
import { PAGE_WORDS } from './page-words';
import { UNSUBSCRIBE_WORDS } from './unsubscribe-words';
import type { UnsubscribeView } from './unsubscribe-view';

interface PageProps {
  readonly view: Exclude<UnsubscribeView, { state: 'invalid' }>;
  readonly nonce: string;
}

export function UnsubscribePage({ view, nonce }: PageProps) {
  const { state, choice, shopName } = view;
  const language = languageOf(view.locale);
  const words = UNSUBSCRIBE_WORDS[language];
  const ofKind = words.of[view.scope];
  const stopKind: Choice = { value: 'kind', label: ofKind.stop };
  const stopAll: Choice = { value: 'all', label: words.stopAll };
  const undo: Choice = { value: 'undo', label: words.undo };
  const ready = { title: ofKind.readyTitle, text: ofKind.readyText(shopName) };
  const stopped = view.stopped && {
    title: words.doneTitle,
    text: words.doneItem(shopName, itemInWords(language, view.stopped)),
  };
  const texts = {
    ready: stopped ?? ready,
    unsubscribed: {
      title: words.doneTitle,
      text: choice === 'all' ? words.doneAll(shopName) : ofKind.done(shopName),
    },
    undone: stopped ?? { title: words.undoneTitle, text: ofKind.undone(shopName) },
  };
  const { title, text } = texts[state];
  const choices = {
    ready: [stopKind, stopAll],
    unsubscribed: choice === 'all' ? [undo] : [undo, stopAll],
    undone: [stopKind, stopAll],
  }[state];
  const items: readonly Choice[] = view.items.map((item) => {
    const name = itemInWords(language, item);
    return item.isMuted
      ? { value: `resume:${item.productId}`, label: words.resumeItem(name) }
      : { value: `stop:${item.productId}`, label: words.stopItem(name) };
  });
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
        <p>{text}</p>
      </div>
      <Choices choices={choices} emphasis={state === 'ready' && !stopped} />
      {state !== 'unsubscribed' && items.length > 0 && <Choices choices={items} />}
    </PageFrame>
  );
}
