import { describe, expect, it } from 'vitest';
import { deliverInTests, DAY, NINE } from '../../../test/support/deliver-in-tests';
import type { SmtpAnswer } from '../../../test/support/test-smtp';
import { planReminders } from '../../reminders/plan-reminders.server';
import { loadPause } from './sending-pause-store.server';
import type { Mailer } from '../../ports';

const here = deliverInTests();
const { messages, reminders, deliver, planAt } = here;

describe('a server that refuses us', () => {
  const pause = () => here.world.ports.db.read.prisma.sendingPause.findFirst();
  const minutes = async (count: number) => {
    here.world.ports.clock.advance(count * 60_000);
    await here.world.ports.runJobs(here.world.handlers);
  };

  it.each<[string, SmtpAnswer, object]>([
    [
      'our login',
      { at: 'sender', says: '530 5.7.0 Authentication Required' },
      { reason: 'login-refused', said: '530 5.7.0 Authentication Required' },
    ],
    [
      'our sender',
      { at: 'sender', says: '553 5.7.1 <reminders@larder.example>: Sender address rejected' },
      { reason: 'sender-refused', said: '553 5.7.1 <…>: Sender address rejected' },
    ],
    [
      'our sender, said of the recipient’s inbox',
      {
        at: 'data',
        says: '554 Message rejected: Email address is not verified: ada@example.test, Ada <ada@example.test>',
      },
      {
        reason: 'sender-refused',
        said: '554 Message rejected: Email address is not verified: …, Ada <…>',
      },
    ],
    ['everybody', { at: 'connect', says: '421 Too busy' }, { reason: 'unreachable' }],
  ])('for %s is asked by one mail, then less and less often, and loses none', async (_who, says, kept) => {
    for (let i = 1n; i <= 5n; i += 1n) await here.world.remind({ orderId: i, remindOn: DAY });
    const sinceAt = new Date(NINE);
    await planAt();
    here.smtp.behave(says);
    await deliver();
    await deliver();
    expect(here.smtp.refused).toHaveLength(1);
    expect(await pause()).toMatchObject({ ...kept, sinceAt, refusals: 1 });
    await minutes(1);
    expect(here.smtp.refused).toHaveLength(2);
    await minutes(3);
    expect(here.smtp.refused).toHaveLength(2);
    await minutes(1);
    expect(here.smtp.refused).toHaveLength(3);
    for (let hour = 0; hour < 5; hour += 1) await minutes(60);
    expect(here.smtp.refused.length).toBeLessThanOrEqual(3 + 5);
    expect(here.smtp.refused.length).toBeGreaterThan(4);
    expect((await messages()).every((message) => message.state === 'planned')).toBe(true);
    expect(await pause()).toMatchObject({ ...kept, sinceAt });

    here.smtp.behave('accept');
    for (let hour = 0; hour < 3; hour += 1) await minutes(60);
    expect(here.smtp.received).toHaveLength(5);
    expect(await pause()).toBeNull();
    expect((await reminders()).every((reminder) => reminder.state === 'sent')).toBe(true);
  });

  it('holds up no mail that becomes due meanwhile beyond its own next try', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    here.smtp.behave({ at: 'sender', says: '550 5.7.1 Sender rejected' });
    await deliver();
    await here.world.remind({ orderId: 2n, remindOn: DAY });
    await planReminders(here.world.ports);
    await deliver();
    expect(here.smtp.refused).toHaveLength(1);
    here.smtp.behave('accept');
    await minutes(1);
    expect(here.smtp.received).toHaveLength(1);
    await minutes(1);
    expect(here.smtp.received).toHaveLength(2);
  });

  it('for one mail’s words lets the others go out first', async () => {
    for (let i = 1n; i <= 6n; i += 1n) await here.world.remind({ orderId: i, remindOn: DAY });
    await planAt();
    const { send } = here.mailer;
    const picky: Mailer = {
      async send(mail, beforeContent) {
        here.smtp.behave(
          mail.to === 'buyer-1@example.test' ? { at: 'data', says: '554 5.7.1 Spam' } : 'accept',
        );
        return send(mail, beforeContent);
      },
    };
    Object.assign(here.world.ports, { mailer: picky });
    await deliver();
    await minutes(1);
    await minutes(1);
    expect(here.smtp.received.length).toBe(5);
    expect((await messages()).filter((message) => message.state !== 'sent')).toMatchObject([
      { state: 'planned', reason: 'sender-refused' },
    ]);
  });

  it('says nothing against another shop', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    here.smtp.behave({ at: 'sender', says: '550 5.7.1 Sender rejected' });
    await deliver();
    expect(await loadPause(here.world.ports.db.read, here.world.shop.id + 1)).toBeNull();
  });

  it('of the recipient alone does not pause the rest', async () => {
    for (let i = 1n; i <= 3n; i += 1n) await here.world.remind({ orderId: i, remindOn: DAY });
    await planAt();
    here.smtp.behave('refuse-recipient');
    await deliver();
    expect((await messages()).map((message) => message.state)).toEqual(['failed', 'failed', 'failed']);
    expect(await pause()).toBeNull();
  });
});
