import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import type { Mailer } from '../ports';

/** Mail over SMTP, or as `.eml` files in a folder where no SMTP server is set. */
export function createMailer(options: { smtpUrl: string | null; mailDir: string }): Mailer {
  const transport = options.smtpUrl
    ? nodemailer.createTransport(options.smtpUrl)
    : nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail) {
      const { messageId, headers, ...rest } = mail;
      const sent = await transport.sendMail({ ...rest, messageId: `<${messageId}@larder>`, headers: { ...headers } });
      if (!options.smtpUrl && 'message' in sent) {
        await mkdir(options.mailDir, { recursive: true });
        await writeFile(join(options.mailDir, `${messageId}.eml`), sent.message as Buffer);
      }
      return { providerId: sent.messageId };
    },
  };
}
