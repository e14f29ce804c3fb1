/** A real SMTP server for tests: it keeps what it takes, and misbehaves on request. */
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** Where in a session the server says no. */
export type SmtpStep = 'connect' | 'login' | 'sender' | 'recipient' | 'data';

/** The server's answer at a step, such as `550 5.1.1 No such user`; several lines are one answer. */
export interface SmtpAnswer {
  readonly at: SmtpStep;
  readonly says: string;
}

/**
 * `drop-after-data`: the mail is taken and kept, but the connection breaks before the server says so. `drop-before-data`: it
 * breaks before the server asks for the mail.
 */
export type SmtpBehaviour =
  | 'accept'
  | 'refuse-recipient'
  | 'busy'
  | 'refuse-data'
  | 'drop-after-data'
  | 'drop-before-data'
  | SmtpAnswer;

const NAMED: Readonly<Record<string, SmtpAnswer>> = {
  'refuse-recipient': { at: 'recipient', says: '550 No such mailbox' },
  busy: { at: 'recipient', says: '451 Try again later' },
  'refuse-data': { at: 'data', says: '554 Not wanted' },
};

export interface TestSmtp {
  readonly url: string;
  /** Raw mails as they arrived. */
  readonly received: string[];
  /** Of each mail, the address that bounces would go to. */
  readonly senders: string[];
  /** Recipients of each mail that the server asked for, whether it then came or not. */
  readonly begun: string[];
  /** Of mails that are coming in. */
  readonly bytes: number;
  /** Every time a client came as far as a step that was refused. */
  readonly refused: SmtpStep[];
  behave(behaviour: SmtpBehaviour): void;
  /** Breaks every connection, as a server does that was left alone too long. */
  dropConnections(): Promise<void>;
  parsed(): Promise<Email[]>;
  close(): Promise<void>;
}

type Done = (error?: Error | null) => void;

export async function startTestSmtp(options: { readonly login?: boolean } = {}): Promise<TestSmtp> {
  let behaviour: SmtpBehaviour = 'accept';
  const received: string[] = [];
  const senders: string[] = [];
  const refused: SmtpStep[] = [];
  const begun: string[] = [];
  let bytes = 0;
  const drop = (which: (id: string) => boolean) => {
    for (const connection of server.connections) {
      const { id, _socket } = connection as unknown as { id: string; _socket: { destroy(): void } };
      if (which(id)) _socket.destroy();
    }
  };
  /** Goes on, or refuses as it was told. */
  const answer = (at: SmtpStep, done: Done) => {
    const told = typeof behaviour === 'string' ? NAMED[behaviour] : behaviour;
    if (told?.at !== at) return done();
    refused.push(at);
    const lines = told.says.split('\n').map((line) => line.slice('550 '.length));
    // The server writes a list as the lines of one answer.
    const message = (lines.length > 1 ? lines : lines[0]) as string;
    done(Object.assign(new Error(), { message, responseCode: Number(told.says.slice(0, 3)) }));
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    allowInsecureAuth: true,
    hideENHANCEDSTATUSCODES: true,
    closeTimeout: 100,
    onConnect: (_session, done) => answer('connect', done),
    onAuth: (_auth, _session, done) =>
      answer('login', (error) => done(error, error ? undefined : { user: 1 })),
    onMailFrom: (_address, _session, done) => answer('sender', done),
    onRcptTo(_address, session, done) {
      if (behaviour === 'drop-before-data') return drop((id) => id === session.id);
      answer('recipient', done);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      begun.push(...session.envelope.rcptTo.map(({ address }) => address));
      stream.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        chunks.push(chunk);
      });
      stream.on('end', () =>
        answer('data', (error) => {
          if (error) return done(error);
          received.push(Buffer.concat(chunks).toString('utf8'));
          const { mailFrom } = session.envelope;
          senders.push(mailFrom ? mailFrom.address : '');
          if (behaviour !== 'drop-after-data') return done();
          drop((id) => id === session.id);
        }),
      );
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://${options.login ? 'larder:secret@' : ''}127.0.0.1:${port}`,
    received,
    senders,
    refused,
    begun,
    get bytes() {
      return bytes;
    },
    async dropConnections() {
      drop(() => true);
      await new Promise((done) => setTimeout(done, 20));
    },
    behave: (next) => void (behaviour = next),
    parsed: () => Promise.all(received.map((raw) => PostalMime.parse(raw))),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
