/** A mail server that keeps what it takes, with when; at times it is busy, or breaks the connection after it took a mail. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface TakenMail {
  readonly to: string;
  readonly raw: string;
  /** Its place among everything that happened. */
  readonly place: number;
}

export interface FlakySmtp {
  readonly url: string;
  readonly taken: readonly TakenMail[];
  /** Recipients for whom the server asked for a mail, whether it then came or not. */
  readonly begun: ReadonlySet<string>;
  readonly dropped: number;
  /** Counts on with every mail, and whenever it is asked. */
  place(): number;
  onTaken(listener: (count: number) => void): void;
  close(): Promise<void>;
}

/** @param chance of one thing or another, between 0 and 1, drawn anew at each call */
export async function startFlakySmtp(
  chance: () => number,
  rates: { readonly busy: number; readonly drop: number },
): Promise<FlakySmtp> {
  const taken: TakenMail[] = [];
  const begun = new Set<string>();
  let dropped = 0;
  let place = 0;
  let listener: (count: number) => void = () => undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo(_address, _session, done) {
      const isBusy = chance() < rates.busy;
      done(isBusy ? Object.assign(new Error('4.7.1 Greylisted, try again'), { responseCode: 451 }) : null);
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo[0]?.address ?? '';
      begun.add(to);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push({ to, raw: Buffer.concat(chunks).toString('utf8'), place: (place += 1) });
        listener(taken.length);
        if (chance() >= rates.drop) return done();
        dropped += 1;
        for (const connection of server.connections) {
          const { id, _socket } = connection as unknown as { id: string; _socket: { destroy(): void } };
          if (id === session.id) _socket.destroy();
        }
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    taken,
    begun,
    get dropped() {
      return dropped;
    },
    place: () => (place += 1),
    onTaken: (next) => void (listener = next),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
