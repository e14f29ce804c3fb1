import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { deviceOf } from '../holdout/device';
import { admitShopper, answerTooMany } from '../reminders/admit-shopper.server';
import { offerReminders } from '../reminders/offer-reminders.server';
import { readRequest } from '../reminders/read-request.server';
import { offerBody } from '../reminders/requests';
import { answerJson, answerPreflight } from '../shopify/authenticate-shopper.server';
import { dayToIso } from '../shops/local-day';

export const loader = ({ request }: LoaderFunctionArgs) => answerPreflight(request);

/** The extension asks on the thank-you and order-status pages: show or hide, products and days; never anything personal. */
export async function action({ request, context: { ports } }: ActionFunctionArgs): Promise<Response> {
  const token = await admitShopper(ports, request);
  const { checkoutToken, consent, visitor, lines } = await readRequest(request, offerBody);
  const answer = await offerReminders(ports, {
    ...token,
    checkoutToken,
    consents: consent,
    browserId: visitor ?? null,
    lines,
    device: deviceOf(request.headers.get('user-agent')),
  });
  if (answer.reason === 'too-many') return answerTooMany();
  if (answer.reason !== 'offered') return answerJson({ show: false });
  const limits = { earliestOn: dayToIso(answer.earliestOn), latestOn: dayToIso(answer.latestOn) };
  return answerJson({
    show: true,
    todayOn: dayToIso(answer.todayOn),
    offers: answer.offers.map(({ productId, variantId, offeredOn }) => ({
      productId: String(productId),
      variantId: String(variantId),
      remindOn: dayToIso(offeredOn),
      ...limits,
    })),
    existing: answer.existing.map(({ productId, variantId, remindOn, ...reminder }) => ({
      ...reminder,
      productId: String(productId),
      variantId: String(variantId),
      remindOn: dayToIso(remindOn),
      ...limits,
    })),
  });
}
