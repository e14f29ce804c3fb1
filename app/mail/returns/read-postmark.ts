import { z } from 'zod';
import { POSTMARK_METADATA } from '../../email/return-address';
import type { ReturnedMail, ReturnKind } from './returned-mail';

const webhook = z.object({
  RecordType: z.string(),
  MessageID: z.string().min(1).max(100).optional(),
  Type: z.string().optional(),
  Email: z.string().max(500).optional(),
  Metadata: z.record(z.string(), z.unknown()).nullish(),
});

/** Names of https://postmarkapp.com/developer/api/bounce-api; what is not about the recipient is left out. */
const KINDS: Readonly<Record<string, ReturnKind>> = {
  HardBounce: 'hard-bounce',
  BadEmailAddress: 'hard-bounce',
  ManuallyDeactivated: 'hard-bounce',
  SoftBounce: 'soft-bounce',
  Transient: 'soft-bounce',
  DnsError: 'soft-bounce',
  Blocked: 'soft-bounce',
  SpamNotification: 'soft-bounce',
  VirusNotification: 'soft-bounce',
  Undeliverable: 'soft-bounce',
  SpamComplaint: 'complaint',
};

/** A webhook of Postmark. @returns null when it is none */
export function readPostmark(body: unknown): readonly ReturnedMail[] | null {
  const parsed = webhook.safeParse(body);
  if (!parsed.success) return null;
  const { RecordType, MessageID, Type = RecordType, Email, Metadata } = parsed.data;
  if (RecordType !== 'Bounce' && RecordType !== 'SpamComplaint') return [];
  if (!MessageID || !Email) return null;
  const kind = Object.hasOwn(KINDS, Type) ? KINDS[Type] : undefined;
  if (!kind) return [];
  const id = Metadata?.[POSTMARK_METADATA];
  return [
    {
      kind,
      email: Email.trim(),
      messageId: typeof id === 'string' ? id : null,
      // Its own number is larger than what JavaScript reads of a number in JSON without rounding.
      eventId: `postmark:${MessageID}:${Type}`,
    },
  ];
}
