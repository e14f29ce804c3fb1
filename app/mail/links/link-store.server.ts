import { createHash } from 'node:crypto';
import type { Reader, Tx } from '../../ports';
import { LINK_DAYS, type LinkPurpose } from './link-days';

const DAY_MS = 86_400_000;

/** Only the hash of a token is kept, so that the database opens nobody's page. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Replaces the links of a message: those of an attempt that the server refused were never read by anybody. */
export async function saveLinks(
  tx: Tx,
  message: { shopId: number; messageId: string; at: Date },
  tokens: Readonly<Partial<Record<LinkPurpose, string>>>,
): Promise<void> {
  const { shopId, messageId, at } = message;
  await tx.prisma.mailLink.deleteMany({ where: { shopId, messageId } });
  for (const purpose of ['snooze', 'unsubscribe', 'choices'] as const) {
    const token = tokens[purpose];
    if (token === undefined) continue;
    const expiresAt = new Date(at.getTime() + LINK_DAYS[purpose] * DAY_MS);
    const data = { tokenHash: hashOf(token), shopId, messageId, purpose, expiresAt };
    await tx.prisma.mailLink.create({ data });
  }
}

export interface FoundLink {
  readonly tokenHash: string;
  readonly shopId: number;
  readonly choice: string | null;
  readonly usedAt: Date | null;
  readonly message: {
    readonly id: string;
    readonly kind: string;
    readonly subjectId: string;
    readonly businessKey: string;
    readonly keyId: number | null;
    readonly emailHash: string | null;
  };
}

/**
 * The link of a token for one purpose, or null: unknown, of another purpose, expired by `now` (null: whenever that was), or
 * its message is gone.
 */
export async function findLink(
  db: Reader,
  token: string,
  purpose: LinkPurpose,
  now: Date | null,
): Promise<FoundLink | null> {
  const link = await db.prisma.mailLink.findFirst({ where: { tokenHash: hashOf(token) } });
  if (!link || link.purpose !== purpose || (now && link.expiresAt <= now)) return null;
  const message = await db.prisma.message.findFirst({
    where: { id: link.messageId, shopId: link.shopId },
    select: { id: true, kind: true, subjectId: true, businessKey: true, keyId: true, emailHash: true },
  });
  if (!message) return null;
  return {
    tokenHash: link.tokenHash,
    shopId: link.shopId,
    choice: link.choice,
    usedAt: link.usedAt,
    message,
  };
}

/** What the shopper has chosen through a link, and when; a null choice is one that was taken back. */
export async function saveChoice(
  tx: Tx,
  { shopId, tokenHash }: Pick<FoundLink, 'shopId' | 'tokenHash'>,
  chosen: { readonly choice: string | null; readonly usedAt: Date },
): Promise<void> {
  await tx.prisma.mailLink.update({ where: { shopId_tokenHash: { shopId, tokenHash } }, data: chosen });
}
