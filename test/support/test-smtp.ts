/** A real SMTP server for tests: it keeps what it takes, and misbehaves on request. */
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** `drop-after-data`: the mail is taken and kept, but the connection breaks before the server says so. */
export type SmtpBehaviour = 'accept' | 'refuse-recipient' | 'busy' | 'refuse-data' | 'drop-after-data';

export interface TestSmtp {
  readonly url: string;
  /** Raw mails as they arrived. */
  readonly received: string[];
  behave(behaviour: SmtpBehaviour): void;
  parsed(): Promise<Email[]>;
  close(): Promise<void>;
}

export async function startTestSmtp(): Promise<TestSmtp> {
  let behaviour: SmtpBehaviour = 'accept';
  const received: string[] = [];
  const refuse = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo(_address, _session, done) {
      if (behaviour === 'refuse-recipient') done(refuse(550, 'No such mailbox'));
      else if (behaviour === 'busy') done(refuse(451, 'Try again later'));
      else done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (behaviour === 'refuse-data') return done(refuse(554, 'Not wanted'));
        received.push(Buffer.concat(chunks).toString('utf8'));
        if (behaviour !== 'drop-after-data') return done();
        for (const connection of server.connections) {
          const { id, _socket } = connection as unknown as { id: string; _socket: { destroy(): void } };
          if (id === session.id) _socket.destroy();
        }
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    behave: (next) => void (behaviour = next),
    parsed: () => Promise.all(received.map((raw) => PostalMime.parse(raw))),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
