import { z } from 'zod';
import { ID_HEADER, idOfMessageId } from '../../email/return-address';
import type { ReturnedMail, ReturnKind } from './returned-mail';

const recipient = z.object({ emailAddress: z.string().max(500) });

const notification = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  bounce: z
    .object({
      bounceType: z.string(),
      bouncedRecipients: z.array(recipient).max(100),
      feedbackId: z.string().min(1).max(300),
    })
    .optional(),
  complaint: z
    .object({
      complainedRecipients: z.array(recipient).max(100),
      complaintFeedbackType: z.string().nullish(),
      feedbackId: z.string().min(1).max(300),
    })
    .optional(),
  mail: z.object({
    headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
    commonHeaders: z.object({ messageId: z.string().nullish() }).optional(),
  }),
});

/**
 * A notification of Amazon SES, or an event that it publishes: the same but for the name of its type. Deliveries and the
 * like are nothing.
 * @returns null when it is none
 */
export function readSes(message: unknown): readonly ReturnedMail[] | null {
  const parsed = notification.safeParse(message);
  if (!parsed.success) return null;
  const { notificationType, eventType, bounce, complaint, mail } = parsed.data;
  const type = notificationType ?? eventType;
  if (type === undefined) return null;
  const messageId = idOf(mail);
  const told = (
    kind: ReturnKind,
    { feedbackId }: { readonly feedbackId: string },
    recipients: readonly z.infer<typeof recipient>[],
  ) =>
    recipients.map(({ emailAddress }, place) => ({
      kind,
      email: bare(emailAddress),
      // One of several recipients is not known by the mail's id. We write to one each; a list may have been put in between.
      messageId: recipients.length === 1 ? messageId : null,
      eventId: `ses:${feedbackId}:${place}`,
    }));
  if (type === 'Bounce')
    return bounce
      ? told(
          bounce.bounceType === 'Permanent' ? 'hard-bounce' : 'soft-bounce',
          bounce,
          bounce.bouncedRecipients,
        )
      : null;
  if (type === 'Complaint') {
    if (!complaint) return null;
    return complaint.complaintFeedbackType === 'not-spam'
      ? []
      : told('complaint', complaint, complaint.complainedRecipients);
  }
  return [];
}

/** There only where the notifications were set to include the original headers. */
function idOf({ headers = [], commonHeaders }: z.infer<typeof notification>['mail']): string | null {
  const own = headers.find(({ name }) => name.toLowerCase() === ID_HEADER.toLowerCase())?.value.trim();
  return own ?? (commonHeaders?.messageId ? idOfMessageId(commonHeaders.messageId) : null);
}

/** `Ada <ada@example.com>` as its address alone. */
function bare(address: string): string {
  return (/<([^<>]+)>\s*$/.exec(address)?.[1] ?? address).trim();
}
