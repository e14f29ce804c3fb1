import type { Life } from '../world-snapshot';
import type { Living } from './living';
import { attempt, eachAtOnce } from './several-at-once';

/** Those who want no more of the shop's mail leave it: by the mail's own one-click link, or in their account. */
export async function leaveMail(living: Living, life: Life): Promise<void> {
  const { world, acts, failures } = living;
  const leaving = life.leaving.splice(0);
  await eachAtOnce(leaving, async ({ customerId, mail }) => {
    if (!world.customer(customerId)?.email) return;
    if (mail) await attempt(() => acts.unsubscribe(mail), failures);
    else world.setMarketing(customerId, 'UNSUBSCRIBED');
  });
}
