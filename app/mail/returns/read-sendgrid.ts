import { z } from 'zod';
import { idOfMessageId } from '../../email/return-address';
import type { ReturnedMail, ReturnKind } from './returned-mail';

const event = z.object({
  event: z.string(),
  email: z.string().max(500).optional(),
  type: z.string().nullish(),
  reason: z.string().nullish(),
  sg_event_id: z.string().min(1).max(200).optional(),
  'smtp-id': z.string().nullish(),
});

/** A batch of SendGrid's event webhook. @returns null when it is none */
export function readSendgrid(body: unknown): readonly ReturnedMail[] | null {
  const parsed = z.array(event).max(10_000).safeParse(body);
  if (!parsed.success) return null;
  const returned: ReturnedMail[] = [];
  for (const told of parsed.data) {
    const kind = kindOf(told);
    if (!kind) continue;
    if (!told.email || !told.sg_event_id) return null;
    returned.push({
      kind,
      email: told.email.trim(),
      messageId: told['smtp-id'] ? idOfMessageId(told['smtp-id']) : null,
      eventId: `sendgrid:${told.sg_event_id}`,
    });
  }
  return returned;
}

/** `blocked` may pass; what was dropped had bounced, or had been refused, before. `deferred` is still being tried. */
function kindOf({ event: name, type, reason }: z.infer<typeof event>): ReturnKind | null {
  if (name === 'spamreport') return 'complaint';
  if (name === 'bounce') return type === 'blocked' ? 'soft-bounce' : 'hard-bounce';
  if (name !== 'dropped') return null;
  return /bounced address|invalid|spam reporting address/i.test(reason ?? '') ? 'hard-bounce' : null;
}
