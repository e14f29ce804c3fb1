import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { ReceivedMail } from '../world/types';
import { parseMail } from './parse-mail';

const LARGEST_MAIL_BYTES = 5 * 1024 * 1024;

export interface MailListener {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * An SMTP server at 127.0.0.1 that takes every mail for everybody. A message is acknowledged only once `onMail` is done.
 * @throws Error that names the port when it is taken.
 */
export async function listenForMail(
  port: number,
  now: () => number,
  onMail: (mail: ReceivedMail) => void,
): Promise<MailListener> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: LARGEST_MAIL_BYTES,
    logger: false,
    onData(stream, session, done) {
      receive(stream, session, now(), onMail).then(
        () => done(),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  server.on('error', () => undefined); // a client that hangs up half-way is its own problem
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} for mail (SMTP) is taken.`) : error),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  receivedAt: number,
  onMail: (mail: ReceivedMail) => void,
): Promise<void> {
  const raw = await readAll(stream);
  if (stream.sizeExceeded) throw new Error('552 The message is larger than 5 MB.');
  const { mailFrom, rcptTo } = session.envelope;
  const from = mailFrom ? mailFrom.address : '';
  for (const { address } of rcptTo) onMail(await parseMail(raw, { from, to: address }, receivedAt));
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
