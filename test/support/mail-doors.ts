/** The pages behind a mail's links on a real HTTP server, with the links of one reminder that was sent. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ActionFunctionArgs } from '@remix-run/node';
import { createRequest, sendResponse } from '@remix-run/node-fetch-server';
import * as snooze from '../../app/routes/mail.snooze.$token';
import * as unsubscribe from '../../app/routes/mail.unsubscribe.$token';
import { makeReminderWorld, type ReminderWorld } from './reminder-world';

export interface MailDoors {
  readonly world: ReminderWorld;
  readonly url: string;
  /** Addresses of the links in the mail. */
  readonly links: { readonly snooze: string; readonly unsubscribe: string };
  /** Bodies that were posted so far. */
  readonly posted: string[];
  close(): Promise<void>;
}

export async function openMailDoors(): Promise<MailDoors> {
  const world = await makeReminderWorld();
  await world.remind({ orderId: 1n, remindOn: '2026-12-12', email: 'ada@example.test', customerId: 7n });
  await world.live('2026-12-12T09:00:00Z');
  const posted: string[] = [];
  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    const [, purpose, token = ''] = /^\/mail\/(snooze|unsubscribe)\/([^/?]*)/.exec(req.url ?? '') ?? [];
    if (!purpose) return void res.writeHead(404).end();
    const route = purpose === 'snooze' ? snooze : unsubscribe;
    const request = createRequest(req, res);
    if (purpose === 'snooze' && req.method === 'POST') posted.push(await request.clone().text());
    const args = {
      request,
      params: { token },
      context: { ports: world.ports },
    } as unknown as ActionFunctionArgs;
    const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(req.method ?? '');
    await sendResponse(res, await (isRead ? route.loader(args) : route.action(args)));
  };
  const server = createServer((req, res) => void answer(req, res));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const text = world.ports.sentMail[0]?.text ?? '';
  const link = (purpose: string) => `${url}${new RegExp(`/mail/${purpose}/[\\w-]+`).exec(text)?.[0] ?? ''}`;
  return {
    world,
    url,
    links: { snooze: link('snooze'), unsubscribe: link('unsubscribe') },
    posted,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await world.ports.close();
    },
  };
}
