import { describe, expect, it } from 'vitest';
import { NO_JOURNEY, readJourney } from './read-journey';

const summary = (landingPage: string | null, source = 'Google', ready = true) => ({
  ready,
  customerOrderIndex: 2,
  lastVisit: { source, landingPage },
});

describe('the journey of an order', () => {
  it.each([
    ['https://corner.example/', 'home'],
    ['https://corner.example/en-gb', 'home'],
    ['https://corner.example/products/green-tea?utm_source=x', 'product'],
    ['https://corner.example/de/collections/all', 'collection'],
    ['https://corner.example/account/activate/123/secret-token', 'account'],
    ['https://corner.example/tools/track/jane@example.com', 'other'],
    ['not an address', null],
    [null, null],
  ])('that began on %s is kept as %s, and nothing else of it', (landingPage, kept) => {
    expect(readJourney(summary(landingPage))).toEqual({
      journeySource: 'Google',
      journeyLanding: kept,
      customerOrder: 2,
    });
  });

  it('waits until Shopify has worked it out', () => {
    expect(readJourney(summary('https://corner.example/', 'Google', false))).toEqual({
      ...NO_JOURNEY,
      customerOrder: 2,
    });
    expect(readJourney(null)).toEqual(NO_JOURNEY);
  });

  it('keeps a source short', () => {
    expect(readJourney(summary(null, 'x'.repeat(500))).journeySource).toHaveLength(60);
    expect(readJourney(summary(null, ' ')).journeySource).toBeNull();
  });
});
