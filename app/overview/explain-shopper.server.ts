import { wishedSilence } from '../mail/outbox/suppression-store.server';
import type { Ports } from '../ports';
import { foreseeBuyer, STATED_DAYS, type ForeseenProduct } from '../refills/forecasts/foresee-buyer.server';
import type { Buyer } from '../refills/learn/purchase-store.server';
import { keysOfPerson } from '../shoppers/key-store.server';
import { optOutsOfPerson } from '../shoppers/opt-out-store.server';
import { dayToIso, localDay } from '../shops/local-day';
import { readAbout } from '../holdout/exposure-about';
import {
  loadDecisions,
  loadTitles,
  purchasesOfOthers,
  type OthersPurchase,
} from './shopper-story-store.server';
import { switchedOff } from './switched-off';

/** Newest exposures and mails that are told; older ones are counted. */
const TOLD = 50;

type Next = NonNullable<ForeseenProduct['next']>;

export interface ShopperProduct {
  readonly productId: string;
  readonly title: string;
  /** Days as `YYYY-MM-DD` here and below. */
  /** Whose orders these are: on a shared browser another customer may have placed some or all of them. */
  readonly buyer: 'them' | 'them-and-others' | 'others';
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
  const buyers = keys.flatMap(({ kind, value }): Buyer[] =>
    kind === 'account' || kind === 'browser' ? [{ kind, value }] : [],
  );
  const [decisions, optOuts] = await Promise.all([
    loadDecisions(read, shop.id, keyIds),
    optOutsOfPerson(read, shop.id, personId),
  ]);
  const [known, silenced] = await Promise.all([
    loadKnown(ports, shop.id, buyers, todayOn),
    wishedSilence(
      read,
      shop.id,
      [...decisions.messages, ...decisions.reminders].flatMap(({ emailHash }) => emailHash ?? []),
    ),
  ]);
  const exposures = newest(decisions.exposures, (exposure) => exposure.at);
  const messages = newest(decisions.messages, (message) => message.sentOnAt ?? message.dueAt);
  const told = exposures
    .slice(0, TOLD)
    .map((exposure) => ({ ...exposure, about: readAbout(exposure.detail).productIds }));
  const titles = await loadTitles(read, shop.id, [
    ...known.flatMap(({ products }) => products.map((product) => product.productId)),
    ...told.flatMap(({ about }) => about),
    ...decisions.reminders.map((reminder) => reminder.productId),
  ]);
  const titleOf = (id: bigint) => titles.get(id) ?? 'A product that is gone';
  const layers = new Map(decisions.layers.map((layer) => [layer.id, layer]));
  return {
    today: dayToIso(todayOn),
    ids: keys.flatMap(({ kind, value }) =>
      kind === 'account' || kind === 'browser' ? [{ kind, value }] : [],
    ),
    switchedOff: switchedOff(optOuts, silenced),
    /** They set a reminder without allowing that they are counted. */
    isUncounted: decisions.reminders.some((reminder) => reminder.outsideAt !== null),
    /** By way of being known: the two are never mixed in what is shown. */
    known: known.map(({ buyer, products }) => ({
      ...buyer,
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
    reminders: decisions.reminders.map(({ productId, remindOn, id, state, endReason, snoozes }) => ({
      ...{ id, state, endReason, snoozes },
      title: titleOf(productId),
      on: dayToIso(remindOn),
    })),
    messages: messages.slice(0, TOLD).map(({ id, kind, state, reason, dueAt, sentOnAt }) => ({
      ...{ id, kind, state, reason },
      at: (sentOnAt ?? dueAt).toISOString(),
    })),
  };
}

type KnownProduct = ForeseenProduct & Pick<ShopperProduct, 'buyer'>;

/** What each way of knowing the person says, and whose orders it says it from; ways that say nothing are left out. */
async function loadKnown(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  buyers: readonly Buyer[],
  todayOn: number,
): Promise<readonly { readonly buyer: Buyer; readonly products: readonly KnownProduct[] }[]> {
  const valuesOf = (kind: Buyer['kind']) =>
    buyers.filter((buyer) => buyer.kind === kind).map((buyer) => buyer.value);
  const others = await purchasesOfOthers(ports.db.read, shopId, {
    browserIds: valuesOf('browser'),
    customerIds: valuesOf('account').map(BigInt),
  });
  const known = [];
  for (const buyer of buyers) {
    const products = await foreseeBuyer(ports, shopId, buyer, todayOn);
    const byOthers = others.filter(
      (purchase) => buyer.kind === 'browser' && purchase.browserId === buyer.value,
    );
    if (products.length > 0)
      known.push({
        buyer,
        products: products.map((product) => ({ ...product, buyer: buyerOf(product, byOthers) })),
      });
  }
  return known;
}

function buyerOf(
  { productId, purchases }: ForeseenProduct,
  others: readonly OthersPurchase[],
): ShopperProduct['buyer'] {
  const lines = others.filter((purchase) => purchase.productId === productId).length;
  if (lines === 0) return 'them';
  return lines < purchases.length ? 'them-and-others' : 'others';
}

function toProduct(
  { productId, purchases, next, buyer }: KnownProduct,
  titleOf: (id: bigint) => string,
): ShopperProduct {
  return {
    buyer,
    productId: productId.toString(),
    title: titleOf(productId),
    purchases: purchases.map(({ onDay, ...purchase }) => ({ ...purchase, on: dayToIso(onDay) })),
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
