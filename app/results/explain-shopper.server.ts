import { inParts } from '../db/in-parts';
import type { Ports } from '../ports';
import { foreseeSubject, STATED_DAYS, type ForeseenProduct } from '../refills/foresee-subject.server';
import type { Subject } from '../refills/purchase-store.server';
import { keysOfPerson } from '../shoppers/key-store.server';
import { optOutsOfPerson } from '../shoppers/opt-out-store.server';
import { dayToIso, localDay } from '../shops/local-day';
import { readAbout } from './exposure-about';
import { loadDecisions, loadTitles } from './shopper-story-store.server';

/** Newest exposures and mails that are told; older ones are counted. */
const TOLD = 50;

type Next = NonNullable<ForeseenProduct['next']>;

export interface ShopperProduct {
  readonly productId: string;
  readonly title: string;
  /** Days as `YYYY-MM-DD` here and below. */
  readonly purchases: readonly {
    readonly on: string;
    readonly quantity: number;
    readonly isSubscription: boolean;
  }[];
  readonly next: {
    readonly from: string;
    readonly best: string;
    readonly to: string;
    readonly expires: string;
    readonly chances: readonly { readonly days: number; readonly chance: number }[];
    readonly pReturn: number;
    readonly evidence: Next['evidence'];
  } | null;
}

export type ShopperStory = Awaited<ReturnType<typeof explainShopper>>;

/** What Larder knows of a person and did about them, by ids alone: the answer to "why did this person get this?". */
export async function explainShopper(
  ports: Pick<Ports, 'db' | 'clock'>,
  shop: { readonly id: number; readonly timeZone: string },
  personId: number,
) {
  const { read } = ports.db;
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  const keys = await keysOfPerson(read, shop.id, personId);
  const keyIds = keys.map((key) => key.id);
  const subjects = keys.flatMap(({ kind, value }): Subject[] =>
    kind === 'account' || kind === 'browser' ? [{ kind, value }] : [],
  );
  const [decisions, optOuts] = await Promise.all([
    loadDecisions(read, shop.id, keyIds),
    optOutsOfPerson(read, shop.id, personId),
  ]);
  const known = [];
  for (const subject of subjects) {
    const products = await foreseeSubject(ports, shop.id, subject, todayOn);
    if (products.length > 0) known.push({ subject, products });
  }
  const exposures = newest(decisions.exposures, (one) => one.at);
  const messages = newest(decisions.messages, (one) => one.sentOnAt ?? one.dueAt);
  const told = exposures.slice(0, TOLD).map((one) => ({ ...one, about: readAbout(one.detail).productIds }));
  const titles = await titlesOf(ports, shop.id, [
    ...known.flatMap(({ products }) => products.map((one) => one.productId)),
    ...told.flatMap(({ about }) => about),
    ...decisions.reminders.map((one) => one.productId),
  ]);
  const titleOf = (id: bigint) => titles.get(id) ?? 'A product that is gone';
  const layers = new Map(decisions.layers.map((layer) => [layer.id, layer]));
  return {
    today: dayToIso(todayOn),
    ids: keys.flatMap(({ kind, value }) =>
      kind === 'account' || kind === 'browser' ? [{ kind, value }] : [],
    ),
    optOuts,
    /** By way of being known: the two are never mixed in what is shown. */
    known: known.map(({ subject, products }) => ({
      ...subject,
      products: products.map((product) => toProduct(product, titleOf)),
    })),
    arms: decisions.assignments.flatMap(({ layerId, arm, drawnAt }) => {
      const layer = layers.get(layerId);
      return layer ? [{ layer: layer.name, version: layer.version, arm, at: drawnAt.toISOString() }] : [];
    }),
    exposures: told.map(({ id, tactic, arm, at, device, about }) => ({
      ...{ id, tactic, arm, device },
      at: at.toISOString(),
      titles: about.map(titleOf),
    })),
    earlierExposures: Math.max(0, exposures.length - TOLD),
    reminders: decisions.reminders.map(({ productId, remindOn, ...reminder }) => ({
      ...reminder,
      title: titleOf(productId),
      on: dayToIso(remindOn),
    })),
    messages: messages.slice(0, TOLD).map(({ id, kind, state, reason, dueAt, sentOnAt }) => ({
      ...{ id, kind, state, reason },
      at: (sentOnAt ?? dueAt).toISOString(),
    })),
  };
}

function toProduct(
  { productId, purchases, next }: ForeseenProduct,
  titleOf: (id: bigint) => string,
): ShopperProduct {
  return {
    productId: productId.toString(),
    title: titleOf(productId),
    purchases: purchases.map(({ onDay, ...one }) => ({ ...one, on: dayToIso(onDay) })),
    next: next && {
      from: dayToIso(next.windowFromOn),
      best: dayToIso(next.bestOn),
      to: dayToIso(next.windowToOn),
      expires: dayToIso(next.expiresOn),
      chances: next.chances.map((chance, i) => ({ days: STATED_DAYS[i] ?? 0, chance })),
      pReturn: next.pReturn,
      evidence: next.evidence,
    },
  };
}

function newest<T>(rows: readonly T[], at: (row: T) => Date): readonly T[] {
  return [...rows].sort((a, b) => at(b).getTime() - at(a).getTime());
}

async function titlesOf(ports: Pick<Ports, 'db'>, shopId: number, ids: readonly bigint[]) {
  const titles = new Map<bigint, string>();
  for (const part of inParts([...new Set(ids)]))
    for (const [id, title] of await loadTitles(ports.db.read, shopId, part)) titles.set(id, title);
  return titles;
}
