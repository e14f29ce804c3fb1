import type { AppClient, AppFailure, DemoClock, Inbox } from './contract';
import type { Placements } from './shopify/placements';
import type { OpenedWorld } from './world/open-world';
import type { ShopperActs } from './world/types';

interface ClockDeps {
  readonly opened: Pick<OpenedWorld, 'clock' | 'advance' | 'save'>;
  readonly acts: ShopperActs;
  readonly app: AppClient;
  readonly inbox: Pick<Inbox, 'mails'>;
  readonly placements: Placements;
}

/** The clock that the landing page moves: shoppers and app live on hour by hour, and the world is kept at the end. */
export function createDemoClock({ opened, acts, app, inbox, placements }: ClockDeps): DemoClock {
  let under: { readonly hour: number; readonly hours: number } | null = null;
  return {
    now: () => opened.clock.now(),
    advancing: () => under,
    async advance(hours) {
      if (under) throw new Error('The clock is moving already.');
      if (!Number.isInteger(hours) || hours < 1)
        throw new Error('The clock moves by whole hours, at least one.');
      under = { hour: 0, hours };
      const fromAt = opened.clock.now();
      const mailsBefore = inbox.mails().length;
      const failures = new Map<string, AppFailure>();
      try {
        const life = await opened.advance({
          hours,
          acts,
          embedOn: () => placements.get().embedOn,
          async stepApp(nowAt) {
            for (const failure of await app.stepApp(nowAt)) failures.set(JSON.stringify(failure), failure);
          },
          onHour: (hour, total) => void (under = { hour, hours: total }),
        });
        for (const error of new Set(life.failures)) failures.set(error, { what: 'shoppers', error });
        await opened.save();
        return {
          fromAt,
          toAt: opened.clock.now(),
          ordersPlaced: life.orders,
          visits: life.visits,
          refillViews: life.refillViews,
          offersSeen: life.offersSeen,
          remindersAccepted: life.remindersAccepted,
          mailsReceived: inbox.mails().length - mailsBefore,
          failures: [...failures.values()],
        };
      } finally {
        under = null;
      }
    },
  };
}
