import type { LoaderFunctionArgs } from '@remix-run/node';
import { checkSender } from '../mail/sending/check-sender.server';
import { authenticateAdmin } from '../shops/authenticate-admin.server';

/** What the DNS says of the address that mail comes from; asked for by a button, because it asks others. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  await authenticateAdmin({ request, context });
  return Response.json(await checkSender(context.ports));
}
