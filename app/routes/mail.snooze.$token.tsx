import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { isbot } from 'isbot';
import { MAIL_KINDS } from '../mail-kinds.server';
import { answerPage, localeOf, ONLY_POST } from '../mail/links/answer-page.server';
import { InvalidPage } from '../mail/links/invalid-page';
import { stampOpening, wasLookedAt } from '../mail/links/looked-at';
import { readForm } from '../mail/links/read-form.server';
import { SNOOZE_CHOICES } from '../mail/links/snooze';
import { openSnooze, snoozeMail } from '../mail/links/snooze-mail.server';
import { SnoozePage } from '../mail/links/snooze-page';
import type { SnoozeView } from '../mail/links/snooze-view';

/** Shows and changes nothing, for GET and HEAD alike: mail scanners open every link. */
export async function loader({ request, params, context: { ports } }: LoaderFunctionArgs): Promise<Response> {
  const { token = '' } = params;
  const opened = isbot(request.headers.get('User-Agent'))
    ? undefined
    : stampOpening(ports.config.apiSecret, token, ports.clock.wall());
  return answer(request, await openSnooze(ports, MAIL_KINDS, token), opened);
}

export async function action({ request, params, context: { ports } }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return new Response(null, ONLY_POST);
  const { token = '' } = params;
  const wanted = (await readForm(request)).get('choice');
  const wish = [...SNOOZE_CHOICES, 'undo' as const].find((known) => known === wanted);
  if (!wish) return new Response(null, { status: 400 });
  // Only a press that nobody made, after a while of looking, brings it.
  const opened = new URL(request.url).searchParams.get('opened');
  if (opened !== null && !wasLookedAt(ports.config.apiSecret, token, opened, ports.clock.wall()))
    return answer(request, await openSnooze(ports, MAIL_KINDS, token));
  return answer(request, await snoozeMail(ports, MAIL_KINDS, token, wish));
}

function answer(request: Request, view: SnoozeView, opened?: string): Response {
  return view.state === 'invalid'
    ? answerPage((nonce) => <InvalidPage locale={localeOf(request)} nonce={nonce} />, 404)
    : answerPage((nonce) => <SnoozePage view={view} nonce={nonce} opened={opened} />);
}
