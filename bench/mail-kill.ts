/** Sends thousands of mails with a process that is killed a thousand times on the way, and counts what went wrong. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TEST_KEY, TEST_SECRET } from '../test/support/test-ports';
import { wholeNumber, type Bench, type BenchOptions, type BenchResult } from './bench';
import { startFlakySmtp } from './mail/flaky-smtp';
import { judgeMails } from './mail/judge-mails';
import type { Orders } from './mail/killed-process';
import { makeMailShop, SENDING_FROM } from './mail/mail-shop';
import { pretendShopify } from './mail/pretend-shopify';
import type { Question } from './mail/asked-parent';
import { seededRandom } from './refills/bootstrap';

const DISCOUNTS_A_MONTH = 300;
/** Processes that have loaded their code and wait for their life. */
const READY = 2;
const KILLED = fileURLToPath(new URL('./mail/killed-process.ts', import.meta.url));

export const mailKill: Bench = {
  about: 'kills at random points while all kinds of mail go to a server that breaks connections',
  options: '--mails 5000 --kills 1000 --minutes 15 (after which no more kills come) --seed 1',
  run,
};

type Said = Partial<Question> & { ready?: true; idle?: true; failed?: string; silenced?: string };

async function run(options: BenchOptions, say: (line: string) => void): Promise<BenchResult> {
  const mails = wholeNumber(options, 'mails', 5000);
  const kills = wholeNumber(options, 'kills', 1000);
  const minutes = wholeNumber(options, 'minutes', 15);
  const random = seededRandom(wholeNumber(options, 'seed', 1));
  const shop = await makeMailShop(mails, DISCOUNTS_A_MONTH, say);
  const { ports } = shop.world;
  const file = ports.config.databaseFile;
  await ports.db.close();

  const smtp = await startFlakySmtp(random, { busy: 0.01, drop: 0.005 });
  const shopify = pretendShopify(() => random() < 0.03);
  const silenced = new Map<string, number>();
  const waiting: ChildProcess[] = [];
  const from = Date.now();
  let [done, failures] = [0, 0];
  const spare = () => {
    while (waiting.length < READY) waiting.push(start());
  };

  /** One life; `dies`: after so many mails, and some moments more. */
  async function live(dies: { readonly mails: number; readonly ms: number } | null, aheadMs: number) {
    spare();
    const child = waiting.shift() ?? start();
    await (child.exitCode === null && !isReady.has(child) ? once(child, 'ready') : null);
    const isIdle = new Promise<void>((resolve, reject) => {
      child.on('message', (said: Said) => {
        if (said.silenced) silenced.set(said.silenced, smtp.place());
        if (said.failed) {
          failures += 1;
          say(said.failed);
          if (!dies) reject(new Error(said.failed));
        }
        if (said.idle) resolve();
        if (said.question === undefined) return;
        const { question, document = '', variables } = said;
        const reply = (answer: object) =>
          child.connected && child.send({ question, ...answer }, () => undefined);
        try {
          reply({ answer: shopify.answer(document, variables) });
        } catch (error) {
          reply({ failed: String(error) });
        }
      });
    });
    isIdle.catch(() => undefined);
    const orders: Orders = {
      ...{ file, smtpUrl: smtp.url, secret: TEST_SECRET, key: TEST_KEY, shopId: shop.world.shop.id },
      ...{ nowMs: new Date(SENDING_FROM).getTime(), wallMs: from, aheadMs },
      silence: dies && random() < 0.2 ? [`buyer-${1 + Math.floor(random() * (mails / 2))}@example.test`] : [],
      decidesFirst: random() < 0.3,
    };
    const exited = once(child, 'exit');
    child.send({ live: orders });
    if (dies) {
      const at = smtp.taken.length + dies.mails;
      const enough = new Promise<void>((resolve) => smtp.onTaken((count) => count >= at && resolve()));
      const reached = dies.mails === 0 ? Promise.resolve() : Promise.race([enough, isIdle]);
      // Nothing left to send, or a busy server: it dies soon all the same.
      await Promise.race([reached, wait(4000)]);
      await wait(dies.ms);
    } else await isIdle;
    child.kill('SIGKILL');
    await exited;
  }

  while (done < kills && Date.now() - from < minutes * 60_000) {
    // One in ten before anything is sent: while it opens, takes over and asks.
    const early = random() < 0.1;
    const dies = {
      mails: early ? 0 : Math.ceil(random() * ((2.4 * mails) / kills)),
      ms: random() * (early ? 400 : 25),
    };
    await live(dies, 0);
    done += 1;
    if (done % 50 === 0) say(`${done} kills, ${smtp.taken.length} mails taken`);
  }
  // To the end, past every back-off: nobody dies any more.
  const seconds = Math.round((Date.now() - from) / 1000);
  for (let hour = 1; hour <= 4; hour += 1) await live(null, hour * 3_600_000);
  for (const child of waiting) child.kill('SIGKILL');
  const judged = await judgeMails(
    { file, shop, smtp, shopify, silenced, discountsAMonth: DISCOUNTS_A_MONTH },
    say,
  );
  await smtp.close();
  const folder = dirname(file);
  if (folder.startsWith(join(tmpdir(), 'larder-test-'))) rmSync(folder, { recursive: true, force: true });
  const bar = { ...Object.fromEntries(judged.faults.map(([name]) => [name, 0])), kills };
  return {
    figures: {
      kills: done,
      seconds,
      'lives that failed by themselves': failures,
      ...judged.figures,
      ...Object.fromEntries(judged.faults),
    },
    reference: {},
    bar,
    pass: done >= kills && failures === 0 && judged.faults.every(([, count]) => count === 0),
  };
}

const isReady = new WeakSet<ChildProcess>();

function start(): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', KILLED], {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.on('message', (said: Said) => {
    if (!said.ready) return;
    isReady.add(child);
    child.emit('ready');
  });
  return child;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
