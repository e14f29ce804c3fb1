/** A real IMAP server for tests, as far as they use it. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface ImapServer {
    readonly server: Server;
    listen(port: number, done: () => void): void;
    close(done: () => void): void;
  }

  export default function hoodiecrow(options: object): ImapServer;
}
