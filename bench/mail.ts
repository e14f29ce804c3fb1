/** How fast mail goes out: the whole pipeline against nodemailer alone with the same letters, and the scan for what is due. */
import nodemailer from 'nodemailer';
import { decideFollowUps } from '../app/follow-ups/decide-follow-ups.server';
import { createMailer } from '../app/email/mailer.server';
import { statement } from '../app/db/statement';
import { MAIL_KINDS } from '../app/mail-kinds.server';
import { deliverMessages } from '../app/mail/outbox/deliver-messages.server';
import { dueMessages } from '../app/mail/outbox/outbox-store.server';
import type { MailKind } from '../app/mail/kinds';
import type { OutgoingMail, Ports, ShopifyAdmin } from '../app/ports';
import { makeTestPorts, makeTestShop, type TestPorts } from '../test/support/test-ports';
import { wholeNumber, type Bench, type BenchOptions, type BenchResult } from './bench';
import { startFlakySmtp } from './mail/flaky-smtp';
import { makeMailShop } from './mail/mail-shop';
import { pretendShopify } from './mail/pretend-shopify';

const CONNECTIONS = 4;
const BAR = { ratio: 0.5, growth: 2 } as const;

export const mail: Bench = {
  about:
    'messages a second through the whole pipeline against nodemailer alone, and the due scan at 1 M planned',
  options: '--mails 1000 --planned 1000000',
  run,
};

async function run(options: BenchOptions, say: (line: string) => void): Promise<BenchResult> {
  const mails = wholeNumber(options, 'mails', 1000);
  const planned = wholeNumber(options, 'planned', 1_000_000);
  const { world } = await makeMailShop(mails, 0, say);
  // Shopify answers at once: what it takes is not ours.
  const shopify = pretendShopify(() => false);
  const admin: ShopifyAdmin = {
    query: async (_shop, document, variables, schema) => schema.parse(shopify.answer(document, variables)),
  };
  const ports: TestPorts = { ...world.ports, admin };
  await decideFollowUps(ports);
  const smtp = await startFlakySmtp(() => 1, { busy: 0, drop: 0 });
  const mailer = createMailer({ smtpUrl: smtp.url, mailDir: '' });
  const letters: OutgoingMail[] = [];
  const delivering: Ports = {
    ...ports,
    mailer: {
      send(letter, beforeContent) {
        letters.push(letter);
        return mailer.send(letter, beforeContent);
      },
    },
  };
  let rendering = 0;
  const kinds = MAIL_KINDS.map((kind): MailKind => ({
    ...kind,
    compose(facts) {
      const from = performance.now();
      const letter = kind.compose(facts);
      rendering += performance.now() - from;
      return letter;
    },
  }));
  const pipeline = await seconds(() => deliverMessages(delivering, kinds));
  mailer.close();
  const alone = await seconds(() => sendAlone(smtp.url, letters));
  await smtp.close();
  await ports.close();
  const [small, large] = [await scanMs(Math.min(10_000, planned)), await scanMs(planned)];
  const rate = letters.length / (pipeline - rendering / 1000);
  const bare = letters.length / alone;
  const growth = large / small;
  return {
    figures: {
      mails: letters.length,
      'mails/s, without rendering': round(rate),
      'mails/s': round(letters.length / pipeline),
      'rendering ms a letter': round(rendering / letters.length),
      ratio: round(rate / bare),
      [`due scan ms at ${planned}`]: round(large),
      growth: round(growth),
    },
    reference: { 'nodemailer alone, mails/s': round(bare), 'due scan ms at 10000': round(small) },
    bar: BAR,
    pass: rate / bare >= BAR.ratio && growth <= BAR.growth,
  };
}

async function sendAlone(url: string, letters: readonly OutgoingMail[]): Promise<void> {
  const transport = nodemailer.createTransport({ url, pool: true, maxConnections: CONNECTIONS });
  await Promise.all(
    letters.map(({ messageId, headers, ...letter }) =>
      transport.sendMail({ ...letter, headers: { ...headers }, messageId: `<${messageId}@alone.example>` }),
    ),
  );
  transport.close();
}

const PLANNED = statement(
  `INSERT INTO "Message" ("shopId", "id", "kind", "businessKey", "subjectId", "state", "meantFor", "dueAt", "attempts",
    "acceptedTimes", "createdAt")
  SELECT :shopId, r."id", 'reminder', r."id", r."id", 'planned', r."at", r."at", 0, 0, r."at"
  FROM rows(:lines, "id" text, "at" instant) AS r`,
);
const PER_CHUNK = 10_000;
const SCANS = 50;

/** The median of the scan for the first batch, with a hundred due and everything else planned for later. */
async function scanMs(planned: number): Promise<number> {
  const ports = await makeTestPorts();
  const { id: shopId } = await makeTestShop(ports);
  const [now, wall] = [ports.clock.now(), ports.clock.wall()];
  for (let from = 0; from < planned; from += PER_CHUNK) {
    const lines = Array.from({ length: Math.min(PER_CHUNK, planned - from) }, (_, place) => {
      const nth = from + place;
      return { id: `message-${nth}`, at: new Date(now.getTime() + (nth < 100 ? -1 : 1) * (nth + 1) * 1000) };
    });
    await ports.db.group((tx) => tx.run(PLANNED, { shopId, lines }));
  }
  const took: number[] = [];
  for (let scan = 0; scan < SCANS; scan += 1)
    took.push(
      await seconds(
        async () => void (await dueMessages(ports.db.read, { now, wall, after: null, take: 20 })),
      ),
    );
  await ports.close();
  return (took.sort((a, b) => a - b)[SCANS / 2] ?? 0) * 1000;
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

const round = (value: number) => Math.round(value * 1000) / 1000;
