import { describe, expect, it } from 'vitest';
import { deliverInTests, DAY } from '../../../test/support/deliver-in-tests';

const here = deliverInTests();
const { messages, reminders, deliver, planAt } = here;

describe('the server’s answer', () => {
  it('that it is busy is waited for, and counts for no cap', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    here.smtp.behave('busy');
    await deliver();
    expect(await messages()).toMatchObject([
      { state: 'planned', reason: 'asked-to-wait', sentOnAt: null, attempts: 1 },
    ]);
    here.smtp.behave('accept');
    await deliver();
    expect(here.smtp.received).toHaveLength(0);
    here.world.ports.clock.advance(61_000);
    await here.world.ports.runJobs(here.world.handlers);
    expect(here.smtp.received).toHaveLength(1);
    expect(await messages()).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(await here.world.ports.db.read.prisma.mailLink.count()).toBe(3);
  });

  it('that it never takes it fails for good', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    here.smtp.behave('refuse-recipient');
    await deliver();
    here.smtp.behave('accept');
    await here.world.live('2026-12-14T12:00:00Z');
    expect(await messages()).toMatchObject([{ state: 'failed', reason: 'refused' }]);
    expect(await reminders()).toMatchObject([{ state: 'expired', endReason: 'refused' }]);
    expect(here.smtp.received).toHaveLength(0);
  });

  it('that never came is held, shown and not asked for again', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    here.smtp.behave('drop-after-data');
    await deliver();
    here.smtp.behave('accept');
    await here.world.live('2026-12-20T12:00:00Z');
    expect(here.smtp.received).toHaveLength(1);
    expect(await messages()).toMatchObject([{ state: 'held', reason: 'result-unknown' }]);
    expect(await reminders()).toMatchObject([{ state: 'sent', endReason: 'result-unknown' }]);
  });

  it('that it is busy is waited for as long as the mail is wanted', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    here.smtp.behave('busy');
    for (let days = 0; days <= 8; days += 1) {
      await deliver();
      expect(await messages()).toMatchObject([{ state: 'planned', reason: 'asked-to-wait' }]);
      here.world.ports.clock.advance(86_400_000);
    }
    await deliver();
    expect(await messages()).toMatchObject([{ state: 'skipped', reason: 'too-late' }]);
  });
});
