import { describe, expect, it } from 'vitest';
import { readStates, UNKNOWN } from './extension-states';
import { setupSteps } from './setup-steps';

const facts = {
  historyIsRead: true,
  anyTacticOn: false,
  shopDomain: 'corner.myshopify.com',
  clientId: 'abc',
};
const block = (handle: string, status: string) => ({ target: 'section', handle, status });

describe('where the blocks stand', () => {
  it('is read from what App Bridge answers', () => {
    const extensions = [
      {
        type: 'theme_app_extension',
        activations: [block('refill-shelf', 'active'), block('visitor-embed', 'available')],
      },
      { type: 'ui_extension', activations: [{ target: 'purchase.thank-you.block.render' }] },
    ];
    expect(readStates(extensions)).toEqual({
      shelf: 'placed',
      embed: 'missing',
      reminder: 'placed',
      orderStatus: 'missing',
    });
  });

  it('is missing for an app without placed extensions', () => {
    expect(readStates([])).toEqual({
      shelf: 'missing',
      embed: 'missing',
      reminder: 'missing',
      orderStatus: 'missing',
    });
  });
});

describe('the setup guide', () => {
  it('claims nothing about blocks before Shopify has answered', () => {
    const steps = setupSteps({ ...facts, extensions: UNKNOWN });
    expect(steps.filter((step) => step.isUnknown).map((step) => step.id)).toEqual([
      'shelf',
      'embed',
      'reminder',
      'order-status',
    ]);
    expect(steps.filter((step) => step.isDone).map((step) => step.id)).toEqual(['history']);
  });

  it('leads to the place in Shopify where each step is done', () => {
    const extensions = {
      shelf: 'missing',
      embed: 'placed',
      reminder: 'missing',
      orderStatus: 'placed',
    } as const;
    const steps = setupSteps({ ...facts, extensions });
    expect(steps.map((step) => step.action?.url ?? null)).toEqual([
      null,
      'https://corner.myshopify.com/admin/themes/current/editor?template=index&addAppBlockId=abc/refill-shelf&target=newAppsSection',
      'https://corner.myshopify.com/admin/themes/current/editor?context=apps&template=index&activateAppId=abc/visitor-embed',
      'shopify:admin/settings/checkout/editor?page=thank-you&context=apps&app=abc',
      'shopify:admin/settings/checkout/editor?page=order-status&context=apps&app=abc',
      '/app/modules',
    ]);
    expect(steps.filter((step) => step.isDone).map((step) => step.id)).toEqual([
      'history',
      'embed',
      'order-status',
    ]);
  });
});
