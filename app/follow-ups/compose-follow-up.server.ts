import { currencyExponent } from '../currency-exponent';
import type { Letter, LetterFacts } from '../mail/kinds';
import { composeFromTemplate, type LetterDiscount } from '../mail/letter/compose-from-template.server';
import { formatLocale, languageOf } from '../mail/letter/locale';
import type { TemplateId } from '../mail/letter/templates/template';
import { localDay } from '../shops/local-day';
import type { Shop } from '../shops/shop';
import { priceIn } from '../values-in-words';
import type { FollowUpSubject, GivenDiscount } from './follow-up-subject';
import { reasonWords } from './reason-words';

const DAY_MS = 86_400_000;

export function templateOf({ letter }: Pick<FollowUpSubject, 'letter'>): TemplateId {
  return `follow-up-${letter}`;
}

/** One of the three letters: what was bought, what they do not have, or the shop's own for all. */
export function composeFollowUp({ subject, ...facts }: LetterFacts<FollowUpSubject>): Letter {
  const { shop, items } = facts;
  const { locale, discount } = subject;
  const language = languageOf(locale);
  return composeFromTemplate(templateOf(subject), {
    ...facts,
    locale,
    items: items.map((item) => {
      const reason = subject.items.find((chosen) => chosen.variantId === item.variantId)?.reason;
      return reason ? { ...item, reason: reasonWords(reason, language) } : item;
    }),
    discount: discount && toWords(discount, shop, formatLocale(locale, shop.currency)),
    sinceOn: localDay(subject.askedAt, shop.timeZone),
  });
}

function toWords({ code, worth, endsAt }: GivenDiscount, shop: Shop, way: string): LetterDiscount {
  const exponent = currencyExponent(shop.currency);
  const amount =
    worth.kind === 'percent'
      ? new Intl.NumberFormat(way, { style: 'percent' }).format(worth.percent / 100)
      : priceIn(way, shop.currency, (worth.minor / 10 ** exponent).toFixed(exponent));
  // It ends with the first instant of the day after its last.
  return { code, amount, expiresOn: localDay(new Date(endsAt.getTime() - DAY_MS / 2), shop.timeZone) };
}
