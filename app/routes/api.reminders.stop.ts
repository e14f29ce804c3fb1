import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { readRequest } from '../reminders/read-request.server';
import { stopBody } from '../reminders/requests';
import { stopReminder } from '../reminders/stop-reminder.server';
import { answerJson, answerPreflight, authenticateShopper } from '../shopify/authenticate-shopper.server';

export const loader = ({ request }: LoaderFunctionArgs) => answerPreflight(request);

/** Undo, right where the reminder was set. */
export async function action({ request, context: { ports } }: ActionFunctionArgs): Promise<Response> {
  const token = await authenticateShopper(ports, request);
  const { checkoutToken, productId } = await readRequest(request, stopBody);
  await stopReminder(ports, { ...token, checkoutToken, productId });
  return answerJson({ state: 'stopped' });
}
