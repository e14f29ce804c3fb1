import type { Reader, Tx } from '../../ports';
import { PACES, type Pace } from './pace';

/** How often an address wants mail; null address: nobody said anything. */
export async function loadPace(db: Reader, shopId: number, emailHash: string | null): Promise<Pace> {
  if (emailHash === null) return 'each';
  const row = await db.prisma.mailPace.findUnique({ where: { shopId_emailHash: { shopId, emailHash } } });
  return PACES.find((pace) => pace === row?.pace) ?? 'each';
}

export async function savePace(
  tx: Tx,
  { shopId, emailHash, pace, at }: { shopId: number; emailHash: string; pace: Pace; at: Date },
): Promise<void> {
  await tx.prisma.mailPace.deleteMany({ where: { shopId, emailHash } });
  if (pace !== 'each') await tx.prisma.mailPace.create({ data: { shopId, emailHash, pace, at } });
}
