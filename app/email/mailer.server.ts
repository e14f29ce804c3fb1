import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import DKIM from 'nodemailer/lib/dkim';
import type { DkimConfig } from '../mail-config';
import { MailRefused, type Mailer, type OutgoingMail } from '../ports';
import { isOneAddress } from './one-address';
import { idHeaders, returnTo } from './return-address';
import { serverWords, smtpRefusal } from './smtp-refusal';

// A claim is given up only after longer than all of them together.
const TIMEOUTS = {
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  dnsTimeout: 10_000,
  socketTimeout: 45_000,
};

export interface MailerOptions {
  readonly smtpUrl: string | null;
  /** Where mail is written as `.eml` files when there is no SMTP server. */
  readonly mailDir: string;
  readonly dkim?: DkimConfig | null;
  /** Bounces come back to it, with the message's id behind a +. */
  readonly returnAddress?: string | null;
}

/** Mail over SMTP, or as `.eml` files in a folder where no SMTP server is set: in development, and for a week. */
export function createMailer(options: MailerOptions): Mailer & { close(): void } {
  return options.smtpUrl ? overSmtp(options.smtpUrl, options) : intoFolder(options.mailDir);
}

function overSmtp(url: string, { dkim, returnAddress }: MailerOptions): Mailer & { close(): void } {
  // The pool would send a mail again whose connection broke, although the server may have taken it: never requeue.
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 4,
    maxRequeues: 0,
    ...TIMEOUTS,
  });
  transport.use('stream', ({ message, data }, done) => {
    // Signed here and not by an option of the transport, which would read the content too early.
    if (dkim) message.processFunc((content) => new DKIM(signature(dkim)).sign(content));
    const { beforeContent } = data as MarkedMessage;
    message.processFunc((content) => Readable.from(contentAfter(beforeContent, content), BYTES));
    done();
  });
  const { hostname } = new URL(url);

  async function send(
    mail: OutgoingMail,
    beforeContent: () => Promise<void>,
    isRepeat: boolean,
  ): Promise<{ providerId: string }> {
    // It would be read as a list, or with a name: whoever is behind it, one person is meant.
    if (!isOneAddress(mail.to)) throw new MailRefused('The recipient is no address', 'recipient-refused');
    let hasBegun = false;
    const message: MarkedMessage = {
      ...asMessage({ ...mail, headers: { ...mail.headers, ...idHeaders(hostname, mail.messageId) } }),
      ...(returnAddress && { envelope: { from: returnTo(returnAddress, mail.messageId), to: mail.to } }),
      beforeContent: async () => {
        hasBegun = true;
        await beforeContent();
      },
    };
    try {
      const sent = await transport.sendMail(message);
      return { providerId: sent.messageId };
    } catch (error) {
      const refusal = smtpRefusal(error);
      if (refusal !== 'unknown') throw new MailRefused(serverWords(error), refusal);
      if (hasBegun) throw error;
      // Not a byte was given: a connection that the server closed while it was idle, most often.
      if (!isRepeat) return send(mail, beforeContent, true);
      throw new MailRefused(serverWords(error), 'unreachable');
    }
  }
  return {
    send: (mail, beforeContent) => send(mail, beforeContent, false),
    close: () => transport.close(),
  };
}

type MarkedMessage = SendMailOptions & { readonly beforeContent: () => Promise<void> };

const BYTES = { objectMode: false };

/** The content of a mail, of which nothing is read before `mark` is done: nodemailer reads once the server said 354. */
async function* contentAfter(mark: () => Promise<void>, content: Readable): AsyncGenerator<Buffer> {
  await mark();
  for await (const chunk of content) yield chunk as Buffer;
}

/** Everything that a mailbox provider asks to be signed, both headers of RFC 8058 among them. */
const SIGNED_HEADERS =
  'From:Reply-To:To:Subject:Date:Message-ID:MIME-Version:Content-Type:Content-Transfer-Encoding:List-Unsubscribe:List-Unsubscribe-Post';

function signature({ domain, selector, privateKey }: DkimConfig) {
  return { domainName: domain, keySelector: selector, privateKey, headerFieldNames: SIGNED_HEADERS };
}

/** What lies in a developer's folder names people and holds links that work. */
const FILES_KEPT_MS = 7 * 86_400_000;

function intoFolder(folder: string): Mailer & { close(): void } {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail, beforeContent) {
      const sent = await transport.sendMail(asMessage(mail));
      await beforeContent();
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
      await removeOldMails(folder);
      await writeFile(join(folder, `${mail.messageId}.eml`), sent.message as Buffer, { mode: 0o600 });
      return { providerId: sent.messageId };
    },
    close: () => undefined,
  };
}

async function removeOldMails(folder: string): Promise<void> {
  const before = Date.now() - FILES_KEPT_MS;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (name.endsWith('.eml') && (await stat(path)).mtimeMs < before) await rm(path, { force: true });
  }
}

function asMessage({ messageId, headers, from, ...rest }: OutgoingMail): SendMailOptions {
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'larder';
  return { ...rest, from, messageId: `<${messageId}@${domain}>`, headers: { ...headers } };
}
