import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { InboxDeps, Inbox, Pages } from '../contract';
import { redirect, sendHtml, sendText } from '../storefront/web/answer';
import { listPage, mailBody, mailPage } from './inbox-pages';
import { listenForMail } from './listen-for-mail';
import { openMailStore, type MailStore } from './mail-store';
import { oneClickAddress, unsubscribeByPost } from './one-click-unsubscribe';

/** Takes mail at config.ports.smtp, keeps it in the state folder, and has the pages to read it. */
export async function startInbox(deps: InboxDeps): Promise<Inbox> {
  const { config, world } = deps;
  const file = join(config.stateDir, `${config.shopDomain.split('.')[0]}.inbox.jsonl`);
  if (config.fresh) rmSync(file, { force: true });
  const store = openMailStore(file);
  const listener = await listenForMail(
    config.ports.smtp,
    () => world.now(),
    (mail) => {
      store.add(mail);
      deps.onMail(mail);
    },
  );
  return {
    pages: inboxPages(deps, store),
    smtpPort: listener.port,
    mails: () => store.all(),
    close: () => listener.close(),
  };
}

function inboxPages({ config, world }: InboxDeps, store: MailStore): Pages {
  return async (request, response) => {
    const url = new URL(request.url ?? '/', config.urls.demo);
    const path = /^\/inbox(?:\/([\w-]+)(?:\/(body|unsubscribe))?)?\/?$/.exec(url.pathname);
    if (!path) return false;
    const [, id, part] = path;
    if (!id) {
      const page = Math.max(1, Math.floor(Number(url.searchParams.get('page') ?? '1')) || 1);
      sendHtml(response, listPage(world, store.all(), { query: url.searchParams.get('q') ?? '', page }));
      return true;
    }
    const mail = store.find(id);
    if (!mail) {
      sendText(response, 'There is no such mail.', 404);
    } else if (part === 'body') {
      sendHtml(response, mailBody(mail, config.shopDomain, config.urls.storefront));
    } else if (part === 'unsubscribe') {
      const address = oneClickAddress(mail);
      if (request.method !== 'POST' || !address) redirect(response, `/inbox/${id}`);
      else sendHtml(response, mailPage(world, mail, await unsubscribeByPost(address)));
    } else {
      store.markRead(id);
      sendHtml(response, mailPage(world, mail, null));
    }
    return true;
  };
}
