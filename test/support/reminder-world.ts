/** A small shop in which reminders are on: two consumables, orders placed straight into the mirror, a pretend Shopify. */
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { followAcceptedReminders } from '../../app/follow-orders.server';
import { startLayer } from '../../app/holdout/layer-store.server';
import { MAIL_KINDS } from '../../app/mail-kinds.server';
import { writeConsent } from '../../app/mail/consent/write-consent.server';
import { deliverMessages } from '../../app/mail/outbox/deliver-messages.server';
import { loadOrders } from '../../app/orders/arrived-order-store.server';
import type { JobHandlers, Mailer, ShopifyAdmin } from '../../app/ports';
import { activateReminders } from '../../app/reminders/activate-reminders.server';
import { createReminder } from '../../app/reminders/reminder-store.server';
import { planReminders } from '../../app/reminders/plan-reminders.server';
import { settleOffers } from '../../app/reminders/settle-offers.server';
import { collectResults } from '../../app/results/counting/collect-results.server';
import { learnFromOrders } from '../../app/shoppers/learn-from-orders.server';
import { isoToDay, localDay } from '../../app/shops/local-day';
import { saveTacticState } from '../../app/tactics/tactic-store.server';
import {
  makeTestPorts,
  makeTestShop,
  TEST_SECRET,
  type TestPorts,
  type TestPortsOptions,
} from './test-ports';

export const COFFEE = {
  productId: 9_007_199_254_740_993n,
  variantId: 9_007_199_254_741_093n,
  title: 'House blend',
};
export const BEANS = { productId: 12n, variantId: 112n, title: 'Espresso beans' };

const HOUR_MS = 3_600_000;

export interface PlacedOrder {
  orderId: bigint;
  checkoutToken?: string | null;
  customerId?: bigint | null;
  browserId?: string | null;
  email?: string | null;
  placedAt?: Date;
  lines?: readonly { productId: bigint; variantId: bigint; quantity?: number; isSubscription?: boolean }[];
  cancelled?: boolean;
  isTest?: boolean;
}

export interface ReminderWorld {
  readonly ports: TestPorts;
  readonly shop: { id: number; domain: string; timeZone: string };
  /** What Shopify says about a variant; absent: it is there, published, at 7.50. */
  readonly variants: Map<
    bigint,
    { price?: string; available?: boolean; published?: boolean; gone?: boolean; byPlanOnly?: boolean }
  >;
  readonly emails: Map<bigint, string | null>;
  /** Addresses that Shopify says are not subscribed to marketing. */
  readonly unsubscribed: Set<string>;
  /** The address of the customer's record, by order, where it is not the order's. */
  readonly records: Map<bigint, string>;
  /** Answers to other documents, by a word that stands in them. */
  readonly questions: [string, (variables: Record<string, unknown>) => unknown][];
  readonly handlers: Partial<JobHandlers>;
  /** Thrown by the next questions to Shopify, until null. */
  failAdmin: Error | null;
  place(order: PlacedOrder): Promise<void>;
  /** Tells the rooms about orders as the job `orders.arrived` does. */
  arrive(...orderIds: bigint[]): Promise<void>;
  /** An active reminder, as after an opt-in whose order arrived. Returns its id. */
  remind(about: {
    orderId: bigint;
    remindOn: string;
    email?: string;
    customerId?: bigint | null;
    item?: typeof COFFEE;
  }): Promise<string>;
  /** Moves the clock, in days and at last in hours, with the recurring planning, and runs every job due. */
  live(until: string | Date): Promise<void>;
  token(claims?: Record<string, unknown>): Promise<string>;
  request(path: string, body: unknown, claims?: Record<string, unknown>): Promise<Request>;
}

export async function makeReminderWorld(
  options: TestPortsOptions & { shareBp?: number; mailer?: Mailer } = {},
): Promise<ReminderWorld> {
  const variants: ReminderWorld['variants'] = new Map();
  const emails: ReminderWorld['emails'] = new Map();
  const admin: ShopifyAdmin = {
    async query(_shop, document, variables, schema) {
      if (world.failAdmin) throw world.failAdmin;
      const asked = world.questions.find(([name]) => document.includes(name));
      if (asked) return schema.parse(await asked[1](variables));
      if (document.includes('OrderBuyers')) return schema.parse(orderBuyers(variables));
      return schema.parse(
        document.includes('VariantAvailability') ? availability(variables) : orderEmail(variables),
      );
    },
  };
  const customers = new Map<bigint, bigint>();
  const orderBuyers = ({ ids }: Record<string, unknown>) => ({
    nodes: (ids as string[]).map((id) => {
      const orderId = gidNumber(id);
      const email = emails.get(orderId);
      const customerId = customers.get(orderId);
      if (email === undefined) return null;
      const marketingState = world.unsubscribed.has(email ?? '') ? 'UNSUBSCRIBED' : 'SUBSCRIBED';
      const record = world.records.get(orderId) ?? email;
      const customer = customerId !== undefined &&
        record !== null && {
          id: `gid://shopify/Customer/${customerId}`,
          defaultEmailAddress: { emailAddress: record, marketingState },
        };
      return { id, email, customerLocale: 'en', customer: customer || null };
    }),
  });
  const availability = ({ ids }: Record<string, unknown>) => ({
    nodes: (ids as string[]).map((id) => {
      const about = variants.get(gidNumber(id)) ?? {};
      const { price = '7.50', available = true, published = true, gone, byPlanOnly = false } = about;
      const product = {
        id: 'gid://shopify/Product/1',
        status: 'ACTIVE',
        onlineStoreUrl: published ? 'https://x.test/' : null,
        requiresSellingPlan: byPlanOnly,
      };
      return gone ? null : { id, availableForSale: available, price, product };
    }),
  });
  const orderEmail = ({ id }: Record<string, unknown>) => {
    const email = emails.get(gidNumber(String(id)));
    return { order: email === undefined ? null : { email, customerLocale: 'en', customer: null } };
  };
  const ports = await makeTestPorts({ now: '2026-11-12T10:00:00Z', admin, ...options });
  if (options.mailer) Object.assign(ports, { mailer: options.mailer });
  const shop = await makeTestShop(ports, { legalName: 'Corner Ltd', postalAddress: '1 High Street\nLondon' });
  const shopId = shop.id;
  const at = ports.clock.now();
  await ports.db.write(async (tx) => {
    await startLayer(tx, { shopId, name: 'holdout', shareBp: 100, at });
    await startLayer(tx, { shopId, name: 'reminder', shareBp: options.shareBp ?? 100, at });
    await saveTacticState(tx, shopId, 'reminder', { state: 'on', at });
    for (const { productId, variantId, title } of [COFFEE, BEANS]) {
      await tx.prisma.product.create({
        data: {
          shopId,
          productId,
          handle: title.toLowerCase().replace(' ', '-'),
          title,
          tags: [],
          imageUrl: `https://cdn.example.test/${variantId}.png`,
          isLive: true,
          isAvailable: true,
          shopifyUpdatedAt: at,
        },
      });
      await tx.prisma.variant.create({
        data: { shopId, variantId, productId, title: '250 g', priceMinor: 750, isAvailable: true },
      });
      await tx.prisma.consumable.create({
        data: { shopId, productId, modelSays: true, holds: true, score: 0.9, evidence: {}, decidedAt: at },
      });
      const days = productId === COFFEE.productId ? 30 : 60;
      await tx.prisma.productRhythm.create({
        data: {
          shopId,
          productId,
          intervals: 50,
          buyers: 40,
          repeatBuyers: 20,
          logMean: Math.log(days),
          logSd: 0.3,
          source: 'product',
          quartiles: [],
          curve: { binDays: 1, shares: [] },
          refreshedAt: at,
        },
      });
    }
  });

  const world: ReminderWorld = {
    ports,
    shop,
    variants,
    emails,
    unsubscribed: new Set(),
    records: new Map(),
    questions: [],
    failAdmin: null,
    handlers: {
      'mail.plan': planReminders,
      'results.collect': collectResults,
      'mail.deliver': (p) => deliverMessages(p, MAIL_KINDS),
      'mail.write-consent': (p, { shopId }) => writeConsent(p, { shopId }),
      'reminders.activate': followAcceptedReminders,
    },
    async place({
      orderId,
      email,
      placedAt = ports.clock.now(),
      lines = [{ ...COFFEE }],
      cancelled,
      isTest = false,
      ...rest
    }) {
      if (email !== undefined) emails.set(orderId, email);
      const placedOn = localDay(placedAt, shop.timeZone);
      const { customerId = null, browserId = null, checkoutToken = null } = rest;
      if (customerId !== null) customers.set(orderId, customerId);
      const order = { name: '#1', currency: 'GBP', netMinor: 750, shopifyUpdatedAt: placedAt, isTest };
      const cancelledAt = cancelled ? ports.clock.now() : null;
      const data = { ...order, placedAt, placedOn, customerId, browserId, checkoutToken, cancelledAt };
      await ports.db.write(async (tx) => {
        await tx.prisma.purchase.deleteMany({ where: { shopId, orderId } });
        await tx.prisma.order.upsert({
          where: { shopId_orderId: { shopId, orderId } },
          create: { shopId, orderId, ...data },
          update: data,
        });
        if (cancelled || isTest) return;
        for (const [
          index,
          { productId, variantId, quantity = 1, isSubscription = false },
        ] of lines.entries()) {
          const line = {
            lineId: orderId * 100n + BigInt(index),
            orderId,
            productId,
            variantId,
            quantity,
            isSubscription,
          };
          await tx.prisma.purchase.create({
            data: { shopId, ...line, boughtOn: placedOn, unitPriceMinor: 750, customerId, browserId },
          });
        }
      });
    },
    async arrive(...orderIds) {
      const orders = await loadOrders(ports.db.read, shopId, { orderIds });
      await settleOffers(ports, { shopId, orders });
      await learnFromOrders(ports, { shopId, orders });
      await activateReminders(ports, { shopId, orders });
    },
    async remind({
      orderId,
      remindOn,
      email = `buyer-${orderId}@example.test`,
      customerId = null,
      item = COFFEE,
    }) {
      const checkoutToken = `checkout-${orderId}`;
      const { productId, variantId } = item;
      const id = `reminder-${String(orderId).padStart(6, '0')}`;
      await ports.db.write((tx) =>
        createReminder(tx, {
          id,
          shopId,
          checkoutToken,
          productId,
          variantId,
          quantity: 1,
          remindOn: isoToDay(remindOn) ?? 0,
          offeredOn: isoToDay(remindOn) ?? 0,
          wording: 'v1',
          acceptedAt: ports.clock.now(),
        }),
      );
      await world.place({ orderId, checkoutToken, email, customerId, lines: [item] });
      await world.arrive(orderId);
      return id;
    },
    async live(until) {
      const end = new Date(until).getTime();
      for (;;) {
        await planReminders(ports);
        await ports.runJobs(world.handlers);
        const left = end - ports.clock.now().getTime();
        if (left <= 0) return;
        ports.clock.advance(Math.min(left, left > 26 * HOUR_MS ? 24 * HOUR_MS : HOUR_MS));
      }
    },
    token: (claims = {}) => {
      const nowS = Math.floor(Date.now() / 1000);
      return new SignJWT({
        dest: shop.domain,
        aud: ports.config.apiKey,
        iat: nowS,
        nbf: nowS,
        exp: nowS + 300,
        jti: randomUUID(),
        ...claims,
      })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(TEST_SECRET));
    },
    async request(path, body, claims) {
      return new Request(`https://larder.example.test${path}`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${await world.token(claims)}`,
          'Content-Type': 'application/json',
          Origin: 'https://extensions.shopifycdn.com',
          'User-Agent':
            'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
    },
  };
  return world;
}

function gidNumber(gid: string): bigint {
  return BigInt(gid.split('/').pop() ?? '0');
}
