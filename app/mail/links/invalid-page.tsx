import { languageOf } from '../letter/locale';
import { PageFrame } from './page-frame';
import { PAGE_WORDS } from './page-words';

/** For a link that is unknown, expired or of another purpose: the three are not told apart. */
export function InvalidPage({ locale, nonce }: { readonly locale: string; readonly nonce: string }) {
  const language = languageOf(locale);
  const { invalidTitle, invalidText } = PAGE_WORDS[language];
  return (
    <PageFrame language={language} title={invalidTitle} nonce={nonce}>
      <h1>{invalidTitle}</h1>
      <p>{invalidText}</p>
    </PageFrame>
  );
}
