/** Letters as a shop would send them, for looking at and for what must hold of all of them. */
import type { TemplateFacts } from '../../app/mail/letter/compose-from-template.server';
import { PLAIN_LETTERHEAD } from '../../app/mail/letter/letterhead';
import type { TemplateId } from '../../app/mail/letter/templates/template';

const dayOf = (iso: string) => Date.parse(iso) / 86_400_000;

type Shown = TemplateFacts['items'][number];

export const SECRET = 'Glow gel for intimate moments';

export function exampleItem(title: string, more: Partial<Shown> = {}): Shown {
  return {
    ...{ productId: 1n, variantId: 101n, quantity: 1, productTitle: title, variantTitle: null },
    ...{ imageUrl: null, isSensitive: false, price: '12.50', requiresSellingPlan: false },
    page: 'https://corner.example/products/a?variant=101',
    ...more,
  };
}

/** Facts of a letter from Corner, in pounds, written on 3 December 2026 about the 19th of November. */
export function exampleFacts(id: TemplateId, more: Partial<TemplateFacts> = {}): TemplateFacts {
  const at = new Date('2026-11-01T00:00:00Z');
  return {
    shop: {
      ...{ id: 1, domain: 'corner.example', name: 'Corner', currency: 'GBP', timeZone: 'Europe/London' },
      ...{ country: 'GB', locale: 'en', scopes: '', installedAt: at, uninstalledAt: null },
      ...{ legalName: 'Corner Ltd', postalAddress: '1 High Street\nLondon' },
      ...{ proxyPath: '/apps/larder', proxyHeardAt: null, guideDismissedAt: null },
    },
    letterhead: PLAIN_LETTERHEAD,
    locale: 'en',
    items: exampleItems(id),
    discount:
      id === 'follow-up-discovery'
        ? { code: 'CORNER-7K2M9', amount: '10%', expiresOn: dayOf('2026-12-31') }
        : null,
    addresses: {
      reorder: 'https://corner.example/cart/101:1',
      snooze: id === 'reminder' ? 'https://larder.example/mail/snooze/s' : null,
      unsubscribe: 'https://larder.example/mail/unsubscribe/u',
      choices: 'https://larder.example/mail/choices/c',
    },
    sinceOn: dayOf('2026-11-19'),
    todayOn: dayOf('2026-12-03'),
    ...more,
  };
}

function exampleItems(id: TemplateId): readonly Shown[] {
  switch (id) {
    case 'reminder':
      return [exampleItem('House blend', { variantTitle: '500 g', quantity: 2 })];
    case 'follow-up-refill':
      return [exampleItem('House blend', { variantTitle: '500 g' }), exampleItem('Oat milk', { price: '3' })];
    case 'follow-up-discovery':
      return ['Espresso beans', 'Paper filters', 'Enamel mug', 'Honey'].map((title) =>
        exampleItem(title, { reason: 'Often bought together with House blend' }),
      );
    case 'follow-up-generic':
      return [];
  }
}
