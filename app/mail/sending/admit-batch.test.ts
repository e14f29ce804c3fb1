import { expect, it } from 'vitest';
import { deliverInTests, DAY } from '../../../test/support/deliver-in-tests';

const here = deliverInTests();
const { messages, deliver, planAt } = here;

async function due(count: number): Promise<void> {
  for (let order = 1; order <= count; order += 1)
    await here.world.remind({ orderId: BigInt(order), remindOn: DAY });
  await planAt();
}
const after = async (ms: number) => {
  here.world.ports.clock.advance(ms);
  await here.world.ports.runJobs(here.world.handlers);
};
const waiting = async () =>
  (await messages()).filter(({ state }) => state === 'planned').map(({ reason }) => reason);

it('a shop that begins to send sends twice as many each day, and loses none', async () => {
  Object.assign(here.world.ports.config, { mailFirstDay: 4 });
  await due(30);
  await deliver();
  expect(here.smtp.received).toHaveLength(4);
  expect(await waiting()).toEqual(Array.from({ length: 26 }, () => 'new-sender'));
  await after(86_400_000 - 1);
  expect(here.smtp.received).toHaveLength(4);
  await after(1);
  expect(here.smtp.received).toHaveLength(4 + 8);
  await after(86_400_000);
  expect(here.smtp.received).toHaveLength(4 + 8 + 16);
  await after(86_400_000);
  expect(here.smtp.received).toHaveLength(30);
});

it('a limit to the minute lets the rest wait for the next', async () => {
  Object.assign(here.world.ports.config, { mailPerMinute: 5 });
  await due(12);
  await deliver();
  expect(here.smtp.received).toHaveLength(5);
  expect(await waiting()).toEqual(Array.from({ length: 7 }, () => 'throttled'));
  await after(59_999);
  expect(here.smtp.received).toHaveLength(5);
  await after(1);
  expect(here.smtp.received).toHaveLength(10);
  await after(60_000);
  expect(here.smtp.received).toHaveLength(12);
});

it('a server that asks to be left alone for a while is, beyond our own pause', async () => {
  await due(1);
  here.smtp.behave({ at: 'recipient', says: '450 4.2.0 Greylisted, try again in 600 seconds' });
  await deliver();
  here.smtp.behave('accept');
  await after(599_999);
  expect(here.smtp.received).toHaveLength(0);
  await after(1);
  expect(here.smtp.received).toHaveLength(1);
});
