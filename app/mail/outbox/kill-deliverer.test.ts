import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeReminderWorld, type ReminderWorld } from '../../../test/support/reminder-world';
import { startTestSmtp, type TestSmtp } from '../../../test/support/test-smtp';
import { createMailer } from '../../email/mailer.server';
import { MAIL_KINDS } from '../../mail-kinds.server';
import type { Mailer, Ports } from '../../ports';
import { planReminders } from '../../reminders/plan-reminders.server';
import { deliverMessages } from './deliver-messages.server';
import { CLAIM_LEASE_MS, takeBackAllClaims } from './take-back-claims.server';

const DAY = '2026-12-12';

/** Where a process may die, in the order in which one message meets them. */
type KillPoint =
  | 'before-write'
  | 'inside-write'
  | 'after-write'
  | 'before-send'
  | 'before-mark'
  | 'after-mark'
  | 'after-send';

/** Ports of a process that dies at the `nth` time it reaches a point, and does nothing at all from then on. */
function mortal(
  ports: Ports,
  mailer: Mailer,
  dies: (point: KillPoint) => boolean,
): Ports & { died(): boolean } {
  let dead = false;
  const reach = (point: KillPoint) => {
    if (!dead && dies(point)) dead = true;
    if (dead) throw new Error('killed');
  };
  return {
    ...ports,
    died: () => dead,
    db: {
      ...ports.db,
      async write(work) {
        reach('before-write');
        const value = await ports.db.write(async (tx) => {
          const made = await work(tx);
          reach('inside-write');
          return made;
        });
        reach('after-write');
        return value;
      },
    },
    mailer: {
      async send(mail, beforeContent) {
        reach('before-send');
        const sent = await mailer.send(mail, async () => {
          reach('before-mark');
          await beforeContent();
          reach('after-mark');
        });
        reach('after-send');
        return sent;
      },
    },
  };
}

let smtp: TestSmtp;
let mailer: ReturnType<typeof createMailer>;
let world: ReminderWorld;

beforeEach(async () => {
  smtp = await startTestSmtp();
  mailer = createMailer({ smtpUrl: smtp.url, mailDir: '' });
  world = await makeReminderWorld();
});

afterEach(async () => {
  await world.ports.close();
  mailer.close();
  await smtp.close();
});

/** One life of a process: delivers until it is done or dies. */
async function liveOnce(dies: (point: KillPoint) => boolean): Promise<boolean> {
  const ports = mortal(world.ports, mailer, dies);
  try {
    await deliverMessages(ports, MAIL_KINDS);
  } catch (error) {
    if (!ports.died()) throw error;
  }
  return ports.died();
}

async function states(): Promise<Record<string, number>> {
  const rows = await world.ports.db.read.prisma.message.groupBy({ by: ['state'], _count: { _all: true } });
  return Object.fromEntries(rows.map((row) => [row.state, row._count._all]));
}

async function sentIds(): Promise<readonly string[]> {
  return (await smtp.parsed()).map((mail) => mail.messageId ?? '');
}

/** Claims whose mail the server may have. */
async function marked(): Promise<number> {
  const where = { state: 'claimed', handedOverAt: { not: null } };
  return world.ports.db.read.prisma.message.count({ where });
}

function toNine(): void {
  const { clock } = world.ports;
  clock.advance(new Date(`${DAY}T09:00:00Z`).getTime() - clock.now().getTime());
}

describe('a deliverer that is killed', () => {
  it.each([
    ['before the claim is written', 'before-write', 2, 'sent'],
    ['inside the claim, before it commits', 'inside-write', 2, 'sent'],
    ['after the claim, before the server is asked', 'before-send', 1, 'sent'],
    ['when the server has said yes, before that is written', 'before-mark', 1, 'sent'],
    ['when that is written, before the server has the mail', 'after-mark', 1, 'held'],
    ['after the server took the mail, before that is written', 'after-send', 1, 'held'],
    ['before the end is written', 'before-write', 3, 'held'],
    ['after the end is written', 'after-write', 3, 'sent'],
  ] as const)('%s', async (_name, point, nth, end) => {
    await world.remind({ orderId: 1n, remindOn: DAY });
    toNine();
    // Writes of one life: the facts, the claim, the end.
    await planReminders(world.ports);
    let seen = 0;
    const died = await liveOnce((reached) => reached === point && ++seen === nth);
    expect(died).toBe(true);
    await liveOnce(() => false);
    world.ports.clock.advance(CLAIM_LEASE_MS + 1000);
    await liveOnce(() => false);
    expect(await states()).toEqual({ [end]: 1 });
    expect((await sentIds()).length).toBeLessThanOrEqual(1);
    if (end === 'sent') expect(smtp.received).toHaveLength(1);
  });

  it('is taken over at once by a process that knows it is alone', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY });
    await world.remind({ orderId: 2n, remindOn: DAY });
    toNine();
    await planReminders(world.ports);
    await liveOnce((reached) => reached === 'after-mark');
    await takeBackAllClaims(world.ports, MAIL_KINDS);
    await liveOnce((reached) => reached === 'before-mark');
    await takeBackAllClaims(world.ports, MAIL_KINDS);
    expect(await states()).toEqual({ held: 1, planned: 1 });
    await liveOnce(() => false);
    expect(await states()).toEqual({ held: 1, sent: 1 });
    expect(smtp.received).toHaveLength(1);
  });

  it('at random points, over and over, sends nothing twice, loses nothing and holds only what was in flight', async () => {
    const KILLS = 30;
    let reminders = 0;
    toNine();
    const random = mulberry(20261120);
    let kills = 0;
    let claimedAtDeath = 0;
    for (;;) {
      let left = Math.floor(random() * (kills % 10 === 0 ? 40 : 6));
      if (!(await liveOnce(() => left-- <= 0))) {
        if (kills >= KILLS) break;
        // How often one may die over so many mails depends on how many were in flight: there are more until it was enough.
        for (let more = 0; more < 12; more += 1)
          await world.remind({ orderId: BigInt((reminders += 1)), remindOn: DAY });
        await planReminders(world.ports);
        continue;
      }
      kills += 1;
      const claimed = await marked();
      expect(claimed - claimedAtDeath).toBeLessThanOrEqual(4);
      claimedAtDeath = claimed;
    }
    world.ports.clock.advance(CLAIM_LEASE_MS + 1000);
    await liveOnce(() => false);
    const ids = await sentIds();
    const heldFor = await world.ports.db.read.prisma.message.findMany({ where: { state: 'held' } });
    const byId = new Map((await world.ports.db.read.prisma.reminder.findMany()).map((row) => [row.id, row]));
    for (const { subjectId } of heldFor)
      expect(smtp.begun).toContain(`buyer-${byId.get(subjectId)?.orderId}@example.test`);
    expect(new Set(ids).size).toBe(ids.length);
    const { sent = 0, held = 0, ...others } = await states();
    expect(others).toEqual({});
    expect(sent + held).toBe(reminders);
    expect(held).toBe(claimedAtDeath);
    expect(ids.length).toBeGreaterThanOrEqual(sent);
  });
});

describe('a clock that jumps', () => {
  it('by weeks sends no more than one mail for each key', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY });
    await world.remind({ orderId: 2n, remindOn: '2027-01-20' });
    for (const at of [
      '2026-12-12T09:00:00Z',
      '2026-12-12T09:00:00Z',
      '2027-01-22T15:00:00Z',
      '2027-06-01T12:00:00Z',
    ]) {
      world.ports.clock.set(at);
      for (let again = 0; again < 2; again += 1) {
        await planReminders(world.ports);
        await liveOnce(() => false);
      }
    }
    expect(await states()).toEqual({ sent: 2 });
    expect(smtp.received).toHaveLength(2);
  });

  it('over the day on which clocks change still means nine in the morning', async () => {
    await world.remind({ orderId: 1n, remindOn: '2027-03-28' });
    world.ports.clock.set('2027-03-28T07:59:00Z');
    await planReminders(world.ports);
    await liveOnce(() => false);
    expect(smtp.received).toHaveLength(0);
    world.ports.clock.set('2027-03-28T08:00:00Z');
    await liveOnce(() => false);
    expect(smtp.received).toHaveLength(1);
  });
});

/** A small seeded generator, so that a failure can be run again. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
