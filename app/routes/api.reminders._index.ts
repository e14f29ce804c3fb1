import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { acceptReminder } from '../reminders/accept-reminder.server';
import { admitShopper, answerTooMany } from '../reminders/admit-shopper.server';
import { readRequest } from '../reminders/read-request.server';
import { acceptBody } from '../reminders/requests';
import { answerJson, answerPreflight } from '../shopify/authenticate-shopper.server';

export const loader = ({ request }: LoaderFunctionArgs) => answerPreflight(request);

/** The shopper says yes, or moves the day. */
export async function action({ request, context: { ports } }: ActionFunctionArgs): Promise<Response> {
  const token = await admitShopper(ports, request);
  const { consent, orderId: _orderId, ...wish } = await readRequest(request, acceptBody);
  const answer = await acceptReminder(ports, { ...token, ...wish, consents: consent });
  switch (answer.reason) {
    case 'accepted':
      return answerJson({ state: answer.state, reminderId: answer.reminderId });
    case 'not-offered':
    case 'day-outside':
      return answerJson({ error: answer.reason }, 400);
    case 'not-theirs':
      return answerJson({ error: answer.reason }, 403);
    case 'too-many':
      return answerTooMany();
    case 'switched-off':
    case 'not-installed':
      return answerJson({ error: answer.reason }, 409);
  }
}
