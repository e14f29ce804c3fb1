import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PartDeps } from '../../contract';
import type { Customer, WorldReader } from '../../world/types';
import type { PageRenderer } from '../render/render-page';
import type { Session } from '../visitors/sessions';
import { redirect, sendHtml } from '../web/answer';
import { readForm } from '../web/read-body';

const PEOPLE_SHOWN = 12;

/**
 * `/account` (where one also subscribes to the shop's mail, or not any more), `/account/login` (an account's email, or the picker) and `/account/logout`. Signing in takes no code: the
 * shop is pretend.
 * @returns false when the path is none of these.
 */
export async function answerAccountRequest(
  { world, actable, pages }: Pick<PartDeps, 'world' | 'actable'> & { pages: PageRenderer },
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  session: Session,
): Promise<boolean> {
  const page = (template: string) => ({
    url,
    template,
    designMode: false,
    session,
  });
  switch (url.pathname) {
    case '/account': {
      if (!session.customerId || !world.customer(session.customerId)) redirect(response, '/account/login');
      else if (request.method === 'POST') {
        const wanted = (await readForm(request)).get('marketing');
        if (wanted) world.setMarketing(session.customerId, wanted === 'on' ? 'SUBSCRIBED' : 'UNSUBSCRIBED');
        redirect(response, '/account');
      } else
        sendHtml(
          response,
          await pages.page(page('customers/account'), {
            page_title: 'Account',
          }),
        );
      return true;
    }
    case '/account/login': {
      const form = request.method === 'POST' ? await readForm(request) : null;
      const found = form && customerOf(world, form);
      if (found?.hasAccount) {
        session.customerId = found.id;
        redirect(response, '/account');
        return true;
      }
      const query = url.searchParams.get('q') ?? '';
      const own = {
        page_title: 'Sign in',
        people_query: query,
        people: peopleFor(actable(query, PEOPLE_SHOWN)),
        login_email: form?.get('email') ?? '',
        login_error: form
          ? 'There is no account with this address. Pick someone below, or check out as a guest.'
          : null,
      };
      sendHtml(response, await pages.page(page('customers/login'), own), form ? 422 : 200);
      return true;
    }
    case '/account/logout': {
      if (request.method === 'POST') session.customerId = null;
      redirect(response, '/');
      return true;
    }
    default:
      return false;
  }
}

function peopleFor(people: ReturnType<PartDeps['actable']>) {
  return people.map((person) => ({
    id: person.customerId,
    name: person.name || person.email,
    email: person.email,
    has_account: person.hasAccount,
    orders: person.orders,
    last_order: person.lastOrderAt === null ? null : new Date(person.lastOrderAt).toISOString(),
    browser_id: person.browserId,
    is_subscribed: person.isSubscribed,
    runs_low: person.runsLow,
  }));
}

function customerOf(world: WorldReader, form: URLSearchParams): Customer | undefined {
  const id = form.get('customer_id');
  return id ? world.customer(id) : world.customerByEmail((form.get('email') ?? '').trim());
}
