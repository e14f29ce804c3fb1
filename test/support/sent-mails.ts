/** Mails that went out, put straight into the ledger. */
import type { TestPorts } from './test-ports';

export async function addSentMails(
  ports: TestPorts,
  shopId: number,
  mails: readonly { readonly id: string; readonly emailHash: string; readonly at: Date }[],
): Promise<void> {
  await ports.db.write((tx) =>
    tx.prisma.message.createMany({
      data: mails.map(({ id, emailHash, at }) => ({
        shopId,
        id,
        kind: 'reminder',
        businessKey: id,
        subjectId: id,
        state: 'sent',
        emailHash,
        meantFor: at,
        dueAt: at,
        createdAt: at,
        sentAt: at,
        sentOnAt: at,
        acceptedTimes: 1,
      })),
    }),
  );
}
