import { renderToStaticMarkup } from 'react-dom/server';
import type { Letter, LetterFacts } from '../mail/kinds';
import { LetterButton, LetterFrame, LetterHeading, LetterItemRow } from '../mail/letter/letter-frame';
import { formatLocale, languageOf } from '../mail/letter/locale';
import { priceIn } from '../values-in-words';
import type { FollowUpSubject } from './follow-up-kind.server';

/** One of the three letters. */
export function composeFollowUp({ shop, subject, items, addresses }: LetterFacts<FollowUpSubject>): Letter {
  const locale = formatLocale(subject.locale, shop.currency);
  const title = `From ${shop.name}`;
  const rows = items.map((item) => ({ ...item, amount: priceIn(locale, shop.currency, item.price) }));
  const html = renderToStaticMarkup(
    <LetterFrame
      language={languageOf(subject.locale)}
      title={title}
      preview=""
      shopName={shop.name}
      footer={null}
    >
      <LetterHeading>{title}</LetterHeading>
      {rows.map((item) => (
        <LetterItemRow
          key={String(item.variantId)}
          imageUrl={item.imageUrl}
          title={item.productTitle}
          lines={[item.amount]}
        />
      ))}
      <LetterButton href={addresses.reorder}>Shop</LetterButton>
    </LetterFrame>,
  );
  const lines = rows.map((item) => `${item.productTitle} · ${item.amount}`);
  return {
    subject: title,
    html: `<!doctype html>${html}`,
    text: [...lines, addresses.reorder, addresses.unsubscribe].join('\n'),
  };
}
