import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { persons, type KeyLink, type KeyNode } from './persons';
import type { KeyKind } from './shopper-key';

function key(id: number, kind: KeyKind): KeyNode {
  return { id, kind };
}

function link(aKeyId: number, bKeyId: number, day = 1): KeyLink {
  return { aKeyId, bKeyId, source: 'order', at: new Date(Date.UTC(2026, 0, day)) };
}

const KINDS: readonly KeyKind[] = ['browser', 'account', 'checkout'];
const keysArb = fc
  .array(fc.constantFrom(...KINDS), { minLength: 2, maxLength: 12 })
  .map((kinds) => kinds.map((kind, index) => key(index + 1, kind)));
const worldArb = keysArb.chain((keys) => {
  const id = fc.integer({ min: 1, max: keys.length });
  const links = fc.array(
    fc.tuple(id, id, fc.integer({ min: 1, max: 28 })).filter(([a, b]) => a !== b),
    { maxLength: 20 },
  );
  return links.map((all) => ({ keys, links: all.map(([a, b, day]) => link(a, b, day)) }));
});

function asObject(of: ReadonlyMap<number, number>): Record<number, number> {
  return Object.fromEntries([...of].sort(([a], [b]) => a - b));
}

describe('persons', () => {
  it('leaves a key without links alone', () => {
    expect(asObject(persons([key(1, 'browser'), key(2, 'account')], []))).toEqual({ 1: 1, 2: 2 });
  });

  it('joins browsers through their account, named by the smallest key', () => {
    const keys = [key(3, 'account'), key(5, 'browser'), key(2, 'browser')];
    expect(asObject(persons(keys, [link(3, 5), link(2, 3)]))).toEqual({ 2: 2, 3: 2, 5: 2 });
  });

  it('gives a shared browser to its first account only', () => {
    const keys = [key(1, 'account'), key(2, 'account'), key(3, 'browser')];
    expect(asObject(persons(keys, [link(2, 3, 9), link(1, 3, 10)]))).toEqual({ 1: 1, 2: 2, 3: 2 });
  });

  it('does not merge two people through a checkout on a shared browser', () => {
    const keys = [key(1, 'account'), key(2, 'account'), key(3, 'browser'), key(4, 'checkout')];
    const second = [link(2, 3, 5), link(2, 4, 5), link(3, 4, 5)];
    expect(asObject(persons(keys, [link(1, 3, 1), ...second]))).toEqual({ 1: 1, 2: 2, 3: 1, 4: 2 });
  });

  it('never depends on the order or number in which facts arrive', () => {
    const shuffled = worldArb.chain((world) => {
      const turned = world.links.map((fact) => ({ ...fact, aKeyId: fact.bKeyId, bKeyId: fact.aKeyId }));
      const facts = [...turned, ...world.links];
      const whole = <T>(list: readonly T[]) =>
        fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
      return fc.record({ world: fc.constant(world), keys: whole(world.keys), links: whole(facts) });
    });
    fc.assert(
      fc.property(shuffled, ({ world, keys, links }) => {
        expect(asObject(persons(keys, links))).toEqual(asObject(persons(world.keys, world.links)));
      }),
    );
  });

  it('names every person by its own smallest key, and joins nobody without a link', () => {
    fc.assert(
      fc.property(worldArb, ({ keys, links }) => {
        const of = persons(keys, links);
        for (const { id } of keys) {
          const members = keys.filter((other) => of.get(other.id) === of.get(id)).map((other) => other.id);
          expect(of.get(id)).toBe(Math.min(...members));
          const linked = links.some((fact) => fact.aKeyId === id || fact.bKeyId === id);
          if (!linked) expect(members).toEqual([id]);
        }
      }),
    );
  });

  it('keeps the accounts apart that only share browsers and checkouts', () => {
    fc.assert(
      fc.property(worldArb, ({ keys, links }) => {
        const kinds = new Map(keys.map((node) => [node.id, node.kind]));
        const facts = links.filter(
          (fact) => [fact.aKeyId, fact.bKeyId].filter((end) => kinds.get(end) === 'account').length === 1,
        );
        const of = persons(keys, facts);
        const accounts = keys.filter((node) => node.kind === 'account');
        expect(new Set(accounts.map((node) => of.get(node.id))).size).toBe(accounts.length);
      }),
    );
  });
});
