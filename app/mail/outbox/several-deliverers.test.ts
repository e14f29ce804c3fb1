import { describe, expect, it } from 'vitest';
import { deliverInTests, DAY } from '../../../test/support/deliver-in-tests';
import { MAIL_KINDS } from '../../mail-kinds.server';
import { planReminders } from '../../reminders/plan-reminders.server';
import { hashAddress } from './address-hash.server';
import { deliverMessages } from './deliver-messages.server';
import { CLAIM_LEASE_MS } from './hold-silent-claims.server';

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

  it('a claim that is silent beyond its lease is held, and healed when its owner speaks after all', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    let during: () => Promise<void> = async () => undefined;
    const slow = {
      ...here.world.ports,
      mailer: {
        async send(mail: Parameters<typeof here.mailer.send>[0]) {
          await during();
          return here.mailer.send(mail);
        },
      },
    };
    during = async () => {
      here.world.ports.clock.advance(CLAIM_LEASE_MS + 1000);
      await deliver();
      expect(await messages()).toMatchObject([{ state: 'held' }]);
    };
    await deliverMessages(slow, MAIL_KINDS);
    expect(await messages()).toMatchObject([{ state: 'sent', reason: null }]);
    expect(here.smtp.received).toHaveLength(1);
  });
});
