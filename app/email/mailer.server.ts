import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import type { DkimConfig } from '../mail-config';
import { MailRefused, type Mailer, type OutgoingMail } from '../ports';
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
    ...(dkim ? { dkim: signature(dkim) } : {}),
    ...TIMEOUTS,
  });
  const { hostname } = new URL(url);
  return {
    async send(mail) {
      try {
        const envelope = returnAddress
          ? { envelope: { from: returnTo(returnAddress, mail.messageId), to: mail.to } }
          : {};
        const sent = await transport.sendMail({
          ...asMessage({ ...mail, headers: { ...mail.headers, ...idHeaders(hostname, mail.messageId) } }),
          ...envelope,
        });
        return { providerId: sent.messageId };
      } catch (error) {
        const refusal = smtpRefusal(error);
        if (refusal === 'unknown') throw error;
        throw new MailRefused(serverWords(error), refusal);
      }
    },
    close: () => transport.close(),
  };
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
    async send(mail) {
      const sent = await transport.sendMail(asMessage(mail));
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
