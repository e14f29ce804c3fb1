import { localDay } from '../../shops/local-day';
import type { Shop } from '../../shops/shop';
import type { Letter, LetterItem } from '../kinds';
import { composeFromTemplate } from './compose-from-template.server';
import type { Letterhead } from './letterhead';
import { languageOf, type Language } from './locale';
import { TEMPLATES, type TemplateId } from './templates/template';

/** So many items a letter is shown with. */
export const SAMPLE_ITEMS: Readonly<Record<TemplateId, number>> = {
  reminder: 1,
  'follow-up-refill': 2,
  'follow-up-discovery': 4,
  'follow-up-generic': 0,
};

const SINCE_DAYS = 14;
const DISCOUNT_DAYS = 14;

const REASONS: Readonly<Record<Language, string>> = {
  en: 'Popular in the shop',
  de: 'Beliebt im Shop',
  fr: 'Apprécié dans la boutique',
  es: 'Popular en la tienda',
  it: 'Apprezzato nel negozio',
  nl: 'Populair in de winkel',
};

/** Of a shop whose products are not known yet. */
const UNKNOWN: LetterItem = {
  ...{ productId: 0n, variantId: 0n, quantity: 1, productTitle: 'Your product', variantTitle: null },
  ...{ imageUrl: null, isSensitive: false, price: '10', requiresSellingPlan: false, page: '#' },
};

interface PreviewFacts {
  readonly template: TemplateId;
  readonly language: Language;
  readonly letterhead: Letterhead;
  readonly items: readonly LetterItem[];
  readonly now: Date;
}

/** A letter as it would go out now, to be looked at: its links lead nowhere, and what the shop has not said yet is named. */
export function previewLetter(shop: Shop, facts: PreviewFacts): Letter {
  const { template, language, letterhead, items, now } = facts;
  const todayOn = localDay(now, shop.timeZone);
  const shown = items.length > 0 ? items : [UNKNOWN];
  return composeFromTemplate(template, {
    shop: {
      ...shop,
      legalName: shop.legalName ?? 'Your legal name',
      postalAddress: shop.postalAddress ?? 'your postal address',
    },
    letterhead,
    locale: languageOf(shop.locale) === language ? shop.locale : language,
    items: shown
      .slice(0, SAMPLE_ITEMS[template])
      .map((item) => ({ ...item, page: '#', ...(TEMPLATES[template].items === 'grid' && reason(language)) })),
    discount:
      template === 'follow-up-discovery'
        ? { code: 'SAMPLE-CODE', amount: '10%', expiresOn: todayOn + DISCOUNT_DAYS }
        : null,
    addresses: { reorder: '#', snooze: template === 'reminder' ? '#' : null, unsubscribe: '#', choices: '#' },
    sinceOn: todayOn - SINCE_DAYS,
    todayOn,
  });
}

const reason = (language: Language) => ({ reason: REASONS[language] });
