import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { acceptReminder } from '../reminders/accept-reminder.server';
import { readRequest } from '../reminders/read-request.server';
import { acceptBody } from '../reminders/requests';
import { answerJson, answerPreflight, authenticateShopper } from '../shopify/authenticate-shopper.server';

export const loader = ({ request }: LoaderFunctionArgs) => answerPreflight(request);

/** The shopper says yes, or moves the day. */
export async function action({ request, context: { ports } }: ActionFunctionArgs): Promise<Response> {
  const { shopDomain } = await authenticateShopper(ports, request);
  const { checkoutToken, productId, variantId, remindOn, wording } = await readRequest(request, acceptBody);
  const answer = await acceptReminder(ports, {
    shopDomain,
    checkoutToken,
    productId,
    variantId,
    remindOn,
    wording,
  });
  switch (answer.reason) {
    case 'accepted':
      return answerJson({ state: answer.state, reminderId: answer.reminderId });
    case 'not-offered':
    case 'day-outside':
      return answerJson({ error: answer.reason }, 400);
    case 'switched-off':
    case 'not-installed':
      return answerJson({ error: answer.reason }, 409);
  }
}
