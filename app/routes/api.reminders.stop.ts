import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { admitShopper } from '../reminders/admit-shopper.server';
import { readRequest } from '../reminders/read-request.server';
import { stopBody } from '../reminders/requests';
import { stopReminder } from '../reminders/stop-reminder.server';
import { answerJson, answerPreflight } from '../shopify/authenticate-shopper.server';

export const loader = ({ request }: LoaderFunctionArgs) => answerPreflight(request);

/** Undo, right where the reminder was set. */
export async function action({ request, context: { ports } }: ActionFunctionArgs): Promise<Response> {
  const token = await admitShopper(ports, request);
  const { checkoutToken, productId } = await readRequest(request, stopBody);
  const answer = await stopReminder(ports, { ...token, checkoutToken, productId });
  return answer === 'stopped' ? answerJson({ state: answer }) : answerJson({ error: answer }, 403);
}
