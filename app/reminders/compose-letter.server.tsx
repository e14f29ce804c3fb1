import { renderToStaticMarkup } from 'react-dom/server';
import type { Letter, LetterFacts } from '../mail/kinds';
import {
  LetterButton,
  LetterFrame,
  LetterHeading,
  LetterItemRow,
  LetterLink,
} from '../mail/letter/letter-frame';
import { formatLocale, languageOf } from '../mail/letter/locale';
import { localDay } from '../shops/local-day';
import { dayInWords, priceIn } from '../values-in-words';
import { LETTER_WORDS } from './letter-words';

/** The reminder's one mail: what it is, what it costs today, one button, and two ways to say not now. */
export function composeLetter({ shop, subject, items, addresses, todayOn }: LetterFacts): Letter {
  const [item] = items;
  if (!item) throw new Error('A reminder is about an item');
  const language = languageOf(subject.locale);
  const words = LETTER_WORDS[language];
  const locale = formatLocale(subject.locale, shop.currency);
  const askedOn = dayInWords(locale, localDay(subject.askedAt, shop.timeZone), todayOn);
  const price = priceIn(locale, shop.currency, item.price);
  const amount = item.quantity > 1 ? `${item.quantity} × ${price}` : price;
  const title = item.isSensitive ? words.neutralSubject(shop.name) : words.subject(item.productTitle);
  const lines = [...(item.variantTitle ? [item.variantTitle] : []), amount];
  const button = item.requiresSellingPlan ? words.choose : words.reorder;
  const why = words.why(shop.name, askedOn);
  const address = (shop.postalAddress ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const html = renderToStaticMarkup(
    <LetterFrame
      language={language}
      title={title}
      preview={words.preview(askedOn)}
      shopName={shop.name}
      footer={
        <>
          <p style={{ margin: '0 0 12px' }}>{why}</p>
          <p style={{ margin: '0 0 12px' }}>
            <LetterLink href={addresses.unsubscribe}>{words.stop}</LetterLink>
          </p>
          <p style={{ margin: 0 }}>
            {words.sentBy} {[shop.legalName, ...address].join(', ')}
          </p>
        </>
      }
    >
      <LetterHeading>{words.heading}</LetterHeading>
      <LetterItemRow imageUrl={item.imageUrl} title={item.productTitle} lines={lines} />
      <LetterButton href={addresses.reorder}>{button}</LetterButton>
      <p style={{ margin: '18px 0 0', textAlign: 'center', fontSize: 14 }}>
        <LetterLink href={addresses.snooze ?? '#'}>{words.later}</LetterLink>
      </p>
    </LetterFrame>,
  );
  const text = [
    words.heading,
    '',
    [item.productTitle, ...lines].join(' · '),
    '',
    `${button}: ${addresses.reorder}`,
    `${words.later}: ${addresses.snooze}`,
    `${words.stop}: ${addresses.unsubscribe}`,
    '',
    why,
    `${words.sentBy} ${[shop.legalName, ...address].join(', ')}`,
    '',
  ].join('\n');
  return { subject: title, html: `<!doctype html>${html}`, text };
}
