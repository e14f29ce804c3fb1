import type { Ports } from '../../ports';
import { readReport } from './read-report';
import { takeReturns } from './take-returns.server';

/** Job `mail.read-returns`: reads the mailbox that bounces and reports come to, where one is set up. */
export async function pollMailbox(
  ports: Pick<Ports, 'db' | 'jobs' | 'clock' | 'config' | 'log' | 'returnMailbox'>,
): Promise<void> {
  if (!ports.returnMailbox) return;
  const read = await ports.returnMailbox.readNew(async (raw) => takeReturns(ports, await readReport(raw)));
  if (read > 0) ports.log.info({ read }, 'Mails that came back were read');
}
