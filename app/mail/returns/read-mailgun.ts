import { z } from 'zod';
import { idOfMessageId } from '../../email/return-address';
import { kindOfStatus } from './kind-of-status';
import type { ReturnedMail, ReturnKind } from './returned-mail';

const event = z.object({
  event: z.string(),
  id: z.string().min(1).max(200),
  severity: z.string().nullish(),
  reason: z.string().nullish(),
  'delivery-status': z.object({ 'enhanced-code': z.string().nullish() }).nullish(),
  recipient: z.string().max(500).optional(),
  message: z.object({ headers: z.object({ 'message-id': z.string().nullish() }).nullish() }).nullish(),
});

/** What Mailgun posts: its signature and the event. */
export const mailgunBody = z.object({
  signature: z.object({
    timestamp: z.union([z.string().regex(/^\d{1,12}$/), z.number().int().positive().max(1e12)]),
    token: z.string().min(1).max(100),
    signature: z.string().max(100),
    /** A subaccount's event is signed with the main account's key here. */
    'parent-signature': z.string().max(100).optional(),
  }),
  'event-data': z.unknown(),
});

/** The `event-data` of a Mailgun webhook. @returns null when it is none */
export function readMailgun(data: unknown): readonly ReturnedMail[] | null {
  const parsed = event.safeParse(data);
  if (!parsed.success) return null;
  const { id, recipient, message } = parsed.data;
  const kind = kindOf(parsed.data);
  if (!kind) return [];
  if (!recipient) return null;
  const header = message?.headers?.['message-id'];
  return [
    {
      kind,
      email: recipient.trim(),
      messageId: header ? idOfMessageId(header) : null,
      eventId: `mailgun:${id}`,
    },
  ];
}

/** `old`: Mailgun gave up trying. `espblock`: the provider refuses us, and not this recipient. */
const ABOUT_NOBODY = new Set(['old', 'espblock']);

function kindOf(told: z.infer<typeof event>): ReturnKind | null {
  if (told.event === 'complained') return 'complaint';
  // A temporary failure is one try of several: what Mailgun gives up at last, it tells as permanent.
  if (told.event !== 'failed' || told.severity !== 'permanent') return null;
  if (ABOUT_NOBODY.has(told.reason ?? '')) return 'soft-bounce';
  return kindOfStatus(told['delivery-status']?.['enhanced-code'] ?? '') ?? 'hard-bounce';
}
