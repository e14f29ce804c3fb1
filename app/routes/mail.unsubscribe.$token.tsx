import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { MAIL_KINDS } from '../mail-kinds.server';
import { answerPage, localeOf, ONLY_POST } from '../mail/links/answer-page.server';
import { InvalidPage } from '../mail/links/invalid-page';
import { readForm } from '../mail/links/read-form.server';
import { openUnsubscribe, stopItem, unsubscribe } from '../mail/links/unsubscribe.server';
import { UnsubscribePage } from '../mail/links/unsubscribe-page';
import type { UnsubscribeView } from '../mail/links/unsubscribe-view';

const CHOICES = ['kind', 'all', 'undo'] as const;

/** Shows and changes nothing, for GET and HEAD alike: mail scanners open every link. */
export async function loader({ request, params, context: { ports } }: LoaderFunctionArgs): Promise<Response> {
  return answer(request, await openUnsubscribe(ports, MAIL_KINDS, params.token ?? ''));
}

/**
 * RFC 8058: a mail program posts without cookies and wants 200, whatever has become of the token. Programs send all kinds
 * of bodies, so every POST without a choice of our own page is that wish.
 */
export async function action({ request, params, context: { ports } }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return new Response(null, ONLY_POST);
  const token = params.token ?? '';
  const form = await readForm(request);
  const wanted = form.get('choice');
  if (wanted === null || form.get('List-Unsubscribe') === 'One-Click') {
    await unsubscribe(ports, MAIL_KINDS, token, { choice: 'kind', source: 'one-click' });
    return new Response(null, { status: 200 });
  }
  const [, verb, id] = /^(stop|resume):(\d{1,18})$/.exec(wanted) ?? [];
  if (id !== undefined) {
    const item = { productId: BigInt(id), undo: verb === 'resume' };
    return answer(request, await stopItem(ports, MAIL_KINDS, token, item));
  }
  const choice = CHOICES.find((known) => known === wanted);
  if (!choice) return new Response(null, { status: 400 });
  return answer(request, await unsubscribe(ports, MAIL_KINDS, token, { choice, source: 'link' }));
}

function answer(request: Request, view: UnsubscribeView): Response {
  return view.state === 'invalid'
    ? answerPage((nonce) => <InvalidPage locale={localeOf(request)} nonce={nonce} />, 404)
    : answerPage((nonce) => <UnsubscribePage view={view} nonce={nonce} />);
}
