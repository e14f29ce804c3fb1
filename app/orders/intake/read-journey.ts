import type { OrderAnswer } from '../../shopify/answers';

interface Journey {
  readonly journeySource: string | null;
  readonly journeyLanding: string | null;
  readonly customerOrder: number | null;
}

/** Of an order whose visits nobody tells us about. */
export const NO_JOURNEY: Journey = { journeySource: null, journeyLanding: null, customerOrder: null };

const LONGEST_SOURCE = 60;

/**
 * What is kept of the visits that led to an order: where the last one came from, and on what kind of page it began. Never
 * an address: it may carry names, tokens or searches. Shopify tells it some time after the order; until then nothing.
 */
export function readJourney(summary: OrderAnswer['customerJourneySummary']): Journey {
  if (!summary) return NO_JOURNEY;
  const customerOrder = summary.customerOrderIndex;
  const visit = summary.ready ? summary.lastVisit : null;
  if (!visit) return { ...NO_JOURNEY, customerOrder };
  return {
    journeySource: visit.source.trim().slice(0, LONGEST_SOURCE) || null,
    journeyLanding: pageKind(visit.landingPage),
    customerOrder,
  };
}

const KINDS: Readonly<Record<string, string>> = {
  products: 'product',
  collections: 'collection',
  pages: 'page',
  blogs: 'blog',
  search: 'search',
  cart: 'cart',
  account: 'account',
};

function pageKind(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const parts = new URL(address).pathname.split('/').filter(Boolean);
  if (parts.length === 0) return 'home';
  // A market's or language's prefix comes first: /en-gb/products/tea.
  const isPrefixed = /^[a-z]{2}(-[a-z]{2})?$/i.test(parts[0] ?? '');
  if (isPrefixed && parts.length === 1) return 'home';
  return KINDS[parts[isPrefixed ? 1 : 0] ?? ''] ?? 'other';
}
