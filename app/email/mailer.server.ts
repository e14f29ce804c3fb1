import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import { MailRefused, type Mailer, type OutgoingMail } from '../ports';
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
}

/** Mail over SMTP, or as `.eml` files in a folder where no SMTP server is set. */
export function createMailer(options: MailerOptions): Mailer & { close(): void } {
  return options.smtpUrl ? overSmtp(options.smtpUrl) : intoFolder(options.mailDir);
}

function overSmtp(url: string): Mailer & { close(): void } {
  // The pool would send a mail again whose connection broke, although the server may have taken it: never requeue.
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 4,
    maxRequeues: 0,
    ...TIMEOUTS,
  });
  return {
    async send(mail) {
      try {
        const sent = await transport.sendMail(asMessage(mail));
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

function intoFolder(folder: string): Mailer & { close(): void } {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail) {
      const sent = await transport.sendMail(asMessage(mail));
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${mail.messageId}.eml`), sent.message as Buffer);
      return { providerId: sent.messageId };
    },
    close: () => undefined,
  };
}

function asMessage({ messageId, headers, from, ...rest }: OutgoingMail): SendMailOptions {
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'larder';
  return { ...rest, from, messageId: `<${messageId}@${domain}>`, headers: { ...headers } };
}
