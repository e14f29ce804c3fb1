import { planMessage } from '../mail/outbox/plan-message.server';
import type { Ports } from '../ports';
import { instantOn, localDay } from '../shops/local-day';
import type { Shop } from '../shops/shop';
import { listInstalledShops } from '../shops/shop-store.server';
import { loadOrders } from '../orders/arrived-order-store.server';
import { gatheredOn } from './gathered-on';
import { activeAtAddresses } from './beside-store.server';
import { PENDING_DAYS, reminderKey, SEND_AT_MINUTES } from './reminder';
import type { ReminderRow } from './reminder-row';
import { endReminder, openReminders } from './reminder-store.server';

const DAY_MS = 86_400_000;
const CHUNK = 200;

type Needs = Pick<Ports, 'db' | 'jobs' | 'clock' | 'random'>;

/** Plans the mail of every reminder whose day has come in its shop, and lets go of those whose order never came. */
export async function planReminders(ports: Needs): Promise<void> {
  for (const shop of await listInstalledShops(ports.db.read)) {
    await planDue(ports, shop);
    await settlePending(ports, shop);
  }
}

async function planDue(ports: Needs, shop: Shop): Promise<void> {
  const dueBy = localDay(ports.clock.now(), shop.timeZone);
  for await (const chunk of chunks(ports, shop.id, { state: 'active', dueBy })) {
    await ports.db.write(async (tx) => {
      const beside = await activeAtAddresses(tx, shop.id, chunk);
      for (const reminder of chunk) {
        await planMessage(ports, tx, {
          shopId: shop.id,
          kind: 'reminder',
          businessKey: reminderKey(reminder),
          subjectId: reminder.id,
          keyId: reminder.keyId,
          meantFor: sendAt(reminder, gatheredOn(reminder, beside), shop),
        });
      }
    });
  }
}

/** Nine in the morning of the day; at once when its order arrived after that. */
function sendAt({ activatedAt }: ReminderRow, gathered: number, shop: Shop): Date {
  const morning = instantOn(gathered, SEND_AT_MINUTES, shop.timeZone);
  return activatedAt && activatedAt > morning ? activatedAt : morning;
}

/** An order that arrived unnoticed is taken up; without one a reminder expires. */
async function settlePending(ports: Needs, shop: Shop): Promise<void> {
  const now = ports.clock.now();
  const acceptedBefore = new Date(now.getTime() - PENDING_DAYS * DAY_MS);
  for await (const chunk of chunks(ports, shop.id, { state: 'pending' })) {
    const expired = chunk.filter((reminder) => reminder.acceptedAt < acceptedBefore);
    const checkoutTokens = chunk
      .filter((reminder) => !expired.includes(reminder))
      .map((reminder) => reminder.checkoutToken);
    const orders = await loadOrders(ports.db.read, shop.id, { checkoutTokens });
    if (orders.length + expired.length === 0) continue;
    await ports.db.write(async (tx) => {
      for (const reminder of expired)
        await endReminder(tx, reminder, { state: 'expired', reason: 'no-order', at: now });
      if (orders.length === 0) return;
      const payload = { orderIds: orders.map((order) => String(order.orderId)) };
      await ports.jobs.enqueue(tx, { kind: 'reminders.activate', shopId: shop.id, payload });
    });
  }
}

async function* chunks(
  ports: Needs,
  shopId: number,
  which: { state: 'active' | 'pending'; dueBy?: number },
): AsyncGenerator<readonly ReminderRow[]> {
  let after = '';
  for (;;) {
    const chunk = await openReminders(ports.db.read, shopId, { ...which, after, take: CHUNK });
    const last = chunk.at(-1);
    if (!last) return;
    yield chunk;
    after = last.id;
  }
}
