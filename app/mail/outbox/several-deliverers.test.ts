import { describe, expect, it } from 'vitest';
import { deliverInTests, DAY } from '../../../test/support/deliver-in-tests';
import { MAIL_KINDS } from '../../mail-kinds.server';
import type { Mailer } from '../../ports';
import { planReminders } from '../../reminders/plan-reminders.server';
import { hashAddress } from './address-hash.server';
import { deliverMessages } from './deliver-messages.server';
import { CLAIM_LEASE_MS } from './take-back-claims.server';

const here = deliverInTests();
const { messages, deliver, planAt } = here;

describe('several at once', () => {
  it('two deliverers send each message once', async () => {
    for (let i = 1n; i <= 12n; i += 1n) await here.world.remind({ orderId: i, remindOn: DAY });
    await planAt();
    await Promise.all([deliver(), deliver(), planReminders(here.world.ports), deliver()]);
    expect(here.smtp.received).toHaveLength(12);
    expect(new Set((await here.smtp.parsed()).map((mail) => mail.messageId)).size).toBe(12);
  });

  it('an unsubscribe that commits before the claim wins', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY, email: 'ada@example.test' });
    await planAt();
    const emailHash = hashAddress(here.world.ports.config.apiSecret, here.world.shop.id, 'ada@example.test');
    const data = {
      shopId: here.world.shop.id,
      emailHash,
      scope: 'reminder',
      source: 'one-click',
      at: new Date(),
    };
    await Promise.all([here.world.ports.db.write((tx) => tx.prisma.suppression.create({ data })), deliver()]);
    expect(here.smtp.received).toHaveLength(0);
  });

  /** A deliverer that is silent for longer than a lease, before or after it marked its claim; others deliver meanwhile. */
  async function deliverSlowly(when: 'before the mark' | 'after it'): Promise<void> {
    const { mailer, world } = here;
    const wait = async () => {
      world.ports.clock.advance(CLAIM_LEASE_MS + 1000);
      await deliver();
      if (when === 'after it') expect(await messages()).toMatchObject([{ state: 'held' }]);
    };
    const slow: Mailer = {
      send: (mail, beforeContent) =>
        mailer.send(mail, async () => {
          if (when === 'before the mark') await wait();
          await beforeContent();
          if (when === 'after it') await wait();
        }),
    };
    await deliverMessages({ ...world.ports, mailer: slow }, MAIL_KINDS);
  }

  it('a claim that is silent beyond its lease is held, and healed when its owner speaks after all', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    await deliverSlowly('after it');
    expect(await messages()).toMatchObject([{ state: 'sent', reason: null }]);
    expect(here.smtp.received).toHaveLength(1);
  });

  it('a claim that is silent before its mark is taken over, and its owner sends nothing', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    await deliverSlowly('before the mark');
    expect(await messages()).toMatchObject([{ state: 'sent', reason: null, acceptedTimes: 1 }]);
    expect(here.smtp.received).toHaveLength(1);
  });
});
