import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { SHELF_CAP } from '../guardrails/caps';
import type { ShopperName } from '../shoppers/shopper-key';
import { drawHoldout, drawTactic } from './draw';
import { expose } from './expose.server';
import type { ExposureRequest } from './exposure';
import { startLayer } from './layer-store.server';
import { STANDING_HOLDOUT_BP, TACTIC_CONTROL_BP, type Layer } from './layer';

const DAY_MS = 86_400_000;

let ports: TestPorts;
let shop: { id: number; domain: string };
let layers: { holdout: Layer; shelf: Layer };
let views = 0;

beforeEach(async () => {
  ports = await makeTestPorts();
  shop = await makeTestShop(ports);
  layers = await ports.db.write(async (tx) => ({
    holdout: await startLayer(tx, { ...at(), name: 'holdout', shareBp: STANDING_HOLDOUT_BP }),
    shelf: await startLayer(tx, { ...at(), name: 'shelf', shareBp: TACTIC_CONTROL_BP }),
  }));
});

afterEach(() => ports.close());

function at(): { shopId: number; at: Date } {
  return { shopId: shop.id, at: ports.clock.now() };
}

function ask(key: ShopperName, more: Partial<ExposureRequest> = {}): ReturnType<typeof expose> {
  const businessKey = `view-${++views}`;
  return expose(ports, {
    ...at(),
    shopDomain: shop.domain,
    tactic: 'shelf',
    key,
    businessKey,
    detail: {},
    ...more,
  });
}

function browser(name: string): ShopperName {
  return { kind: 'browser', value: name.padEnd(22, '_') };
}

function account(id: number): ShopperName {
  return { kind: 'account', value: String(id) };
}

/** A shopper whom the layers put where the test wants them. */
function shopperIn(arm: 'treated' | 'control' | 'holdout', from = 0): ShopperName {
  for (let id = from; ; id += 1) {
    const heldOut = drawHoldout(shop.domain, layers.holdout, account(id), null).arm === 'in';
    const drawn = heldOut ? 'holdout' : drawTactic(shop.domain, layers.shelf, account(id)).arm;
    if (drawn === arm) return account(id);
  }
}

describe('arms', () => {
  it.each(['treated', 'control'] as const)(
    'logs a shopper drawn as %s with the tactic’s layer',
    async (arm) => {
      expect(await ask(shopperIn(arm))).toMatchObject({ reason: 'exposed', arm, repeated: false });
      const logged = await ports.db.read.prisma.exposure.findFirstOrThrow();
      expect(logged).toMatchObject({ arm, layerId: layers.shelf.id, holdoutLayerId: layers.holdout.id });
      expect(await ports.db.read.prisma.assignment.count()).toBe(2);
    },
  );

  it('draws no tactic arm for the held-out, and logs them all the same', async () => {
    expect(await ask(shopperIn('holdout'))).toMatchObject({ arm: 'holdout' });
    expect(await ports.db.read.prisma.exposure.findFirstOrThrow()).toMatchObject({
      arm: 'holdout',
      layerId: null,
    });
    expect(await ports.db.read.prisma.assignment.findMany()).toMatchObject([
      { layerId: layers.holdout.id, arm: 'in' },
    ]);
  });

  it('keeps the older arm when a browser turns out to be a known account', async () => {
    const treated = shopperIn('treated');
    const control = shopperIn('control');
    await ask(treated);
    ports.clock.advance(DAY_MS);
    await ask(control);
    expect(await ask(control, { alsoKeys: [treated] })).toMatchObject({ arm: 'treated' });
    expect(await ask(control)).toMatchObject({ arm: 'treated' });
  });

  it('keeps the held-out held out under a larger holdout', async () => {
    const held = shopperIn('holdout');
    await ask(held);
    const larger = await ports.db.write((tx) => startLayer(tx, { ...at(), name: 'holdout', shareBp: 3000 }));
    expect(larger.version).toBe(2);
    expect(await ask(held)).toMatchObject({ arm: 'holdout' });
    const kept = await ports.db.read.prisma.assignment.findFirstOrThrow({ where: { layerId: larger.id } });
    expect(kept).toMatchObject({ arm: 'in', how: 'kept' });
  });

  it('refuses a tactic that was never switched on', async () => {
    await expect(ask(account(1), { tactic: 'reminder' })).rejects.toThrow('no reminder layer');
    expect(await ports.db.read.prisma.shopperKey.count()).toBe(0);
  });

  it('keeps a layer of the same share running, and refuses a share out of bounds', async () => {
    const again = await ports.db.write((tx) =>
      startLayer(tx, { ...at(), name: 'shelf', shareBp: TACTIC_CONTROL_BP }),
    );
    expect(again).toEqual(layers.shelf);
    const tooLarge = ports.db.write((tx) => startLayer(tx, { ...at(), name: 'holdout', shareBp: 6000 }));
    await expect(tooLarge).rejects.toThrow('100 to 5000');
  });
});

describe('business keys', () => {
  it('count once, however often they come', async () => {
    const key = shopperIn('treated');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask(key, { businessKey: 'one', cap: SHELF_CAP })),
    );
    expect(answers.filter((answer) => answer.reason === 'exposed' && !answer.repeated)).toHaveLength(1);
    expect(answers.every((answer) => answer.reason === 'exposed' && answer.arm === 'treated')).toBe(true);
    expect(await ports.db.read.prisma.exposure.count()).toBe(1);
  });

  it('tell when they belong to somebody else', async () => {
    await ask(account(1), { businessKey: 'mine' });
    expect(await ask(account(2), { businessKey: 'mine' })).toMatchObject({ repeated: true, foreign: true });
    const merged = await ask(account(1), { businessKey: 'mine', alsoKeys: [browser('a')] });
    expect(merged).toMatchObject({ repeated: true, foreign: false });
  });
});

describe('the cap', () => {
  it('is exact over all browsers of a person, whatever comes at once', async () => {
    const person = shopperIn('treated');
    const browsers = ['a', 'b', 'c', 'd'].map(browser);
    await Promise.all(browsers.map((browserKey) => ask(browserKey, { tactic: 'shelf', alsoKeys: [person] })));
    ports.clock.advance(8 * DAY_MS);
    const asked = Array.from({ length: 60 }, (_, index) =>
      ask(browsers[index % 4] ?? person, { cap: SHELF_CAP }),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter((answer) => answer.reason === 'exposed')).toHaveLength(3);
    expect(answers.filter((answer) => answer.reason === 'capped')).toHaveLength(57);
  });

  it.each(['treated', 'control', 'holdout'] as const)(
    'is reserved alike in arm %s and rolls on',
    async (arm) => {
      const key = shopperIn(arm);
      for (const expected of ['exposed', 'exposed', 'exposed', 'capped']) {
        expect((await ask(key, { cap: SHELF_CAP })).reason).toBe(expected);
        ports.clock.advance(DAY_MS);
      }
      ports.clock.advance(3 * DAY_MS);
      expect((await ask(key, { cap: SHELF_CAP })).reason).toBe('exposed');
      expect((await ask(key, { cap: SHELF_CAP })).reason).toBe('capped');
    },
  );

  it('counts what two people were shown apart before they turned out to be one', async () => {
    await ask(account(1), { cap: SHELF_CAP });
    await ask(account(1), { cap: SHELF_CAP });
    await ask(browser('b'), { cap: SHELF_CAP });
    const merged = await ask(account(1), { cap: SHELF_CAP, alsoKeys: [browser('b')] });
    expect(merged.reason).toBe('capped');
  });
});
