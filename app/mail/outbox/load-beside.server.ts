import type { Ports, Reader } from '../../ports';
import { hashAddress } from './address-hash.server';
import type { MailKind, MailSubject } from '../kinds';
import { keysOf } from './last-check-store.server';
import { dueBeside, type MessageId, type PlannedMessage } from './outbox-store.server';

/** A message that may go in another one's mail. */
export interface Rider {
  readonly row: PlannedMessage;
  readonly subject: MailSubject;
}

type Needs = Pick<Ports, 'clock' | 'config' | 'seals'>;

/** What else of this kind is due for the same person at the same address. None for a kind that is not gathered. */
export async function loadBeside(
  ports: Needs,
  kind: MailKind,
  db: Reader,
  { message, subject }: { readonly message: MessageId; readonly subject: MailSubject },
): Promise<readonly Rider[]> {
  if (!kind.isGathered || subject.standing !== 'wanted') return [];
  const { shopId } = message;
  const address = addressHash(ports, shopId, subject);
  const keyIds = (await keysOf(db, shopId, subject.keyId)).map((key) => key.id);
  const when = { now: ports.clock.now(), wall: ports.clock.wall() };
  const riders: Rider[] = [];
  for (const row of await dueBeside(db, message, { kind: kind.id, keyIds, ...when })) {
    const other = await kind.loadSubject(db, row);
    if (other?.standing !== 'wanted' || addressHash(ports, shopId, other) !== address) continue;
    riders.push({ row, subject: other });
  }
  return riders;
}

function addressHash(ports: Needs, shopId: number, { address }: MailSubject): string | null {
  if (!address) return null;
  return hashAddress(ports.config.apiSecret, shopId, ports.seals.open(address.sealed, address.place));
}
