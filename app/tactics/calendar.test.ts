import { afterEach, beforeEach, expect, it } from 'vitest';
import { localDay } from '../shops/local-day';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { makeCalendarAddress, revokeCalendarAddress } from './change-calendar.server';
import { draftNote } from './decision-note';
import { loadCalendar } from './load-calendar.server';
import { recordDecision } from './record-decision.server';
import { reviewCalendar } from './review-calendar';
import { switchOn } from './switch-on.server';

let ports: TestPorts;
let shopId: number;
const tokenOf = (address: string) => /\/calendar\/(.+)\.ics$/.exec(address)?.[1] ?? '';

beforeEach(async () => {
  ports = await makeTestPorts({ now: '2026-11-20T23:30:00Z' });
  shopId = (await makeTestShop(ports, { timeZone: 'Pacific/Auckland' })).id;
  const todayOn = localDay(ports.clock.now(), 'Pacific/Auckland');
  await switchOn(ports, { shopId, tactic: 'shelf', note: draftNote('shelf', { owner: 'Corner', todayOn }) });
});
afterEach(() => ports.close());

it('holds both looks of a running review as whole days of the shop', async () => {
  const calendar = await loadCalendar(ports, tokenOf(await makeCalendarAddress(ports, shopId)));
  expect(calendar).toContain('BEGIN:VCALENDAR\r\n');
  expect(calendar).toContain('DTSTART;VALUE=DATE:20261219');
  expect(calendar).toContain('DTEND;VALUE=DATE:20261220');
  expect(calendar).toContain('SUMMARY:Refill shelf: decide');
  expect(calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(2);
});

it('forgets a review once it was decided', async () => {
  const token = tokenOf(await makeCalendarAddress(ports, shopId));
  const draft = { decision: 'retire', why: 'Enough seen.', decidedBy: 'Ada' };
  await recordDecision(ports, { shopId, tactic: 'shelf', draft });
  expect(await loadCalendar(ports, token)).not.toContain('BEGIN:VEVENT');
});

it('opens for the newest address only, and for none once revoked', async () => {
  const [first, second] = [
    tokenOf(await makeCalendarAddress(ports, shopId)),
    tokenOf(await makeCalendarAddress(ports, shopId)),
  ];
  expect(await loadCalendar(ports, first)).toBeNull();
  expect(await loadCalendar(ports, second)).not.toBeNull();
  await revokeCalendarAddress(ports, shopId);
  expect(await loadCalendar(ports, second)).toBeNull();
});

it('closes when the shop has left', async () => {
  const token = tokenOf(await makeCalendarAddress(ports, shopId));
  await ports.db.write((tx) =>
    tx.prisma.shop.update({ where: { id: shopId }, data: { uninstalledAt: ports.clock.now() } }),
  );
  expect(await loadCalendar(ports, token)).toBeNull();
});

it('keeps a name with commas, semicolons and line breaks inside its line', () => {
  const text = reviewCalendar([{ id: 1, title: 'Shelf', dueOn: 20_000, closedDueOn: 20_028 }], {
    shopName: 'Tea, Coffee; more\nBEGIN:VEVENT',
    resultsUrl: 'https://corner.myshopify.com/admin',
    at: new Date('2026-11-20T12:00:00Z'),
  });
  expect(text.match(/^BEGIN:VEVENT\r?$/gm)).toHaveLength(2);
  expect(text).toContain('Tea Coffee more BEGIN:VEVENT');
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});
