import { createHash } from 'node:crypto';
import PostalMime, { type Email } from 'postal-mime';
import { ID_HEADER, idOfMessageId, idOfReturn } from '../../email/return-address';
import { kindOfStatus } from './kind-of-status';
import type { ReturnedMail, ReturnKind } from './returned-mail';

/**
 * What a mail reports of one of ours that came back: a delivery status (RFC 3464) or a reader's complaint (ARF, RFC 5965).
 * Only one that brings back our message's own id is taken: anybody can write to the mailbox and claim that an address
 * bounced, but the id stands in the mail alone.
 * @returns an empty list for any other mail
 */
export async function readReport(raw: Uint8Array): Promise<readonly ReturnedMail[]> {
  const mail = await parse(raw);
  if (!mail) return [];
  const parts = mail.attachments.map((part) => ({
    type: part.mimeType.toLowerCase(),
    text: textOf(part.content),
  }));
  const textOfType = (type: RegExp) => parts.find((part) => type.test(part.type))?.text ?? null;
  const status = textOfType(/^message\/(global-)?delivery-status$/);
  const feedback = textOfType(/^message\/feedback-report$/);
  const kind = feedback !== null ? complaintOf(feedback) : status !== null ? bounceOf(status) : null;
  if (!kind) return [];
  const returned = textOfType(/^(message\/(rfc822|global)(-headers)?|text\/rfc822-headers)$/);
  const messageId = (returned && idOfHeaders(returned)) ?? idOfEnvelope(mail) ?? null;
  if (!messageId) return [];
  // Not the mail's own id, which its writer chooses: a mailbox may hold the same report twice.
  const eventId = `mail:${createHash('sha256').update(raw).digest('base64url')}`;
  return [{ kind, email: addressOf(status ?? feedback ?? ''), messageId, eventId }];
}

/** A mail that is none, or too deep, is like one that reports nothing. */
async function parse(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw, { forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' });
  } catch {
    return null;
  }
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** The value of a field in a block of `Name: value` lines; one that goes on in the next line is put together. */
function field(text: string, name: string): string | null {
  const unfolded = text.replace(/\r?\n[ \t]+/g, ' ');
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? null;
}

/** `delayed` is still being tried; `delivered`, `relayed` and `expanded` are no bounces. */
function bounceOf(status: string): ReturnKind | null {
  if (field(status, 'Action')?.toLowerCase() !== 'failed') return null;
  return kindOfStatus(field(status, 'Status') ?? '');
}

function complaintOf(feedback: string): ReturnKind | null {
  const type = field(feedback, 'Feedback-Type')?.toLowerCase();
  return type === 'abuse' || type === 'fraud' ? 'complaint' : null;
}

function idOfHeaders(text: string): string | null {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  const own = field(head, ID_HEADER);
  if (own && /^[\w-]{8,40}$/.test(own)) return own;
  const messageId = field(head, 'Message-ID');
  return messageId === null ? null : idOfMessageId(messageId);
}

/** The address that it came to, which names the message where MAIL_RETURN_ADDRESS is set. */
function idOfEnvelope({ headers }: Email): string | null {
  const names = new Set(['delivered-to', 'x-original-to', 'envelope-to', 'to']);
  for (const { key, value } of headers) {
    const id = names.has(key) ? idOfReturn(value) : null;
    if (id) return id;
  }
  return null;
}

function addressOf(report: string): string | null {
  const named =
    field(report, 'Original-Recipient') ??
    field(report, 'Final-Recipient') ??
    field(report, 'Original-Rcpt-To');
  const address = named
    ?.replace(/^\s*[\w-]+\s*;/, '')
    .replace(/[<>]/g, '')
    .trim();
  return address?.includes('@') ? address : null;
}
