import { ImapFlow } from 'imapflow';
import type { ReturnMailbox } from '../mail-ports';

/** Of one look; the rest comes at the next. */
const TAKEN_MAX = 200;
/** The report stands at the beginning; what follows is the mail that came back. */
const MAIL_MAX_BYTES = 512 * 1024;

/** Reads a mailbox over IMAP. @param url imaps://user:password@host:port/FOLDER; INBOX where none is named */
export function createReturnMailbox(url: string): ReturnMailbox {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === 'imaps:';
  const folder = decodeURIComponent(pathname.slice(1)) || 'INBOX';
  return {
    async readNew(take) {
      const client = new ImapFlow({
        host: hostname,
        port: port ? Number(port) : secure ? 993 : 143,
        secure,
        auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
        logger: false,
        disableAutoIdle: true,
        connectionTimeout: 15_000,
        greetingTimeout: 15_000,
        socketTimeout: 60_000,
      });
      // What breaks is thrown by the command that was under way; an event that nobody hears would end the process.
      client.on('error', () => undefined);
      await client.connect();
      try {
        await client.mailboxOpen(folder);
        return await readUnread(client, take);
      } finally {
        await client.logout().catch(() => client.close());
      }
    },
  };
}

async function readUnread(client: ImapFlow, take: (raw: Uint8Array) => Promise<void>): Promise<number> {
  const unread = (await client.search({ seen: false }, { uid: true })) || [];
  let taken = 0;
  for (const uid of unread.slice(0, TAKEN_MAX)) {
    const source = { maxLength: MAIL_MAX_BYTES };
    const mail = await client.fetchOne(`${uid}`, { source }, { uid: true });
    // Somebody else may have deleted it meanwhile.
    if (!mail || !mail.source) continue;
    await take(mail.source);
    await client.messageFlagsAdd(`${uid}`, ['\\Seen'], { uid: true });
    taken += 1;
  }
  return taken;
}
