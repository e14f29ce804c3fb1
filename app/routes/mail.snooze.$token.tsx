import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { MAIL_KINDS } from '../mail-kinds.server';
import { answerPage, localeOf, ONLY_POST } from '../mail/answer-page.server';
import { InvalidPage } from '../mail/invalid-page';
import { readForm } from '../mail/read-form.server';
import { SNOOZE_CHOICES } from '../mail/snooze';
import { openSnooze, snoozeMail } from '../mail/snooze-mail.server';
import { SnoozePage } from '../mail/snooze-page';
import type { SnoozeView } from '../mail/snooze-view';

/** Shows and changes nothing, for GET and HEAD alike: mail scanners open every link. */
export async function loader({ request, params, context: { ports } }: LoaderFunctionArgs): Promise<Response> {
  return answer(request, await openSnooze(ports, MAIL_KINDS, params.token ?? ''));
}

export async function action({ request, params, context: { ports } }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return new Response(null, ONLY_POST);
  const wanted = (await readForm(request)).get('choice');
  const wish = [...SNOOZE_CHOICES, 'undo' as const].find((one) => one === wanted);
  if (!wish) return new Response(null, { status: 400 });
  return answer(request, await snoozeMail(ports, MAIL_KINDS, params.token ?? '', wish));
}

function answer(request: Request, view: SnoozeView): Response {
  return view.state === 'invalid'
    ? answerPage((nonce) => <InvalidPage locale={localeOf(request)} nonce={nonce} />, 404)
    : answerPage((nonce) => <SnoozePage view={view} nonce={nonce} />);
}
