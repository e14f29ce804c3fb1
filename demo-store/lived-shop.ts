import type { LivedShop } from './contract';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AppClient } from './contract';
import type { MerchantActs } from './shopify/merchant-acts';
import type { Placements } from './shopify/placements';

interface LivedShopDeps {
  /** Keeps until when the shop is to live, from its set-up on. */
  readonly file: string;
  readonly days: number;
  readonly merchant: MerchantActs;
  readonly app: Pick<AppClient, 'stepApp'>;
  readonly placements: Pick<Placements, 'set'>;
  readonly now: () => number;
  readonly fresh: boolean;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The merchant looks at a module after four weeks. */
const REVIEW_AFTER_DAYS = 28;

export function openLivedShop(deps: LivedShopDeps): LivedShop {
  const { file, merchant, app, placements, now } = deps;
  if (deps.fresh) rmSync(file, { force: true });
  let untilAt = readUntil(file);

  return {
    hoursLeft: () =>
      untilAt === null ? 24 * deps.days : Math.max(0, Math.round((untilAt - now()) / HOUR_MS)),
    async setUp() {
      if (untilAt !== null) return;
      await merchant.open();
      await app.stepApp(now()); // the shop's past is read and forecast
      const reviewOn = new Date(now() + REVIEW_AFTER_DAYS * DAY_MS).toISOString().slice(0, 10);
      must(await merchant.switchOn('shelf', reviewOn), 'switch the shelf on');
      const isOn = await merchant.switchOn('reminder', reviewOn);
      if (!isOn) {
        must(await merchant.saveLegalDetails(), 'take the legal details');
        must(await merchant.switchOn('reminder', reviewOn), 'switch the reminder on');
      }
      await merchant.grant(['write_discounts']);
      must(await merchant.switchOn('follow-up', reviewOn), 'switch the two-week email on');
      placements.set({
        shelfOnHome: true,
        embedOn: true,
        reminderOnThankYou: true,
        reminderOnOrderStatus: true,
      });
      untilAt = now() + deps.days * DAY_MS;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ untilAt }));
    },
  };
}

function must(isDone: boolean, what: string): void {
  if (!isDone) throw new Error(`The app did not ${what}.`);
}

function readUntil(file: string): number | null {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { untilAt: number }).untilAt;
  } catch {
    return null;
  }
}
