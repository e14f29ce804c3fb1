import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { MAIL_KINDS } from '../../mail-kinds.server';
import { answerPage, localeOf, ONLY_POST } from '../../mail/links/answer-page.server';
import { InvalidPage } from '../../mail/links/invalid-page';
import { readForm } from '../../mail/links/read-form.server';
import { choose } from '../../privacy/choices/choose.server';
import type { ChoicesView } from '../../privacy/choices/choices-view';
import { openChoices } from '../../privacy/choices/open-choices.server';
import { ChoicesPage } from './choices-page';
import { readChoice } from './read-choice';

/** Shows and changes nothing, for GET and HEAD alike: mail scanners open every link. */
export async function loader({ request, params, context: { ports } }: LoaderFunctionArgs): Promise<Response> {
  return answer(request, await openChoices(ports, MAIL_KINDS, params.token ?? ''));
}

export async function action({ request, params, context: { ports } }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return new Response(null, ONLY_POST);
  const form = await readForm(request);
  const choice = readChoice(form);
  if (!choice) return new Response(null, { status: 400 });
  const wish = { choice, whole: form.get('whole') === '1' };
  return answer(request, await choose(ports, MAIL_KINDS, params.token ?? '', wish));
}

function answer(request: Request, view: ChoicesView): Response {
  return view.state === 'invalid'
    ? answerPage((nonce) => <InvalidPage locale={localeOf(request)} nonce={nonce} />, 404)
    : answerPage((nonce) => <ChoicesPage view={view} nonce={nonce} />);
}
