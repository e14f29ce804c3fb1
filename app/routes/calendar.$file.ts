import type { LoaderFunctionArgs } from '@remix-run/node';
import { loadCalendar } from '../tactics/load-calendar.server';

/** `/calendar/TOKEN.ics`: whoever knows the address may read the days of the reviews, and nothing else. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const token = /^([A-Za-z0-9_-]{22})\.ics$/.exec(params.file ?? '')?.[1];
  const calendar = token ? await loadCalendar(context.ports, token) : null;
  if (calendar === null) return new Response('There is no calendar at this address.', { status: 404 });
  return new Response(calendar, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="larder-reviews.ics"',
      'cache-control': 'private, max-age=900',
      'referrer-policy': 'no-referrer',
    },
  });
}
