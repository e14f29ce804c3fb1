/** The whole product for a journey: the real demo command, on free ports, in a folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { openBrowser, openContext } from '../support/open-browser';

const ROOT = join(import.meta.dirname, '../..');

export interface RunningDemo {
  readonly demo: string; // landing page, admin shell, inbox
  readonly storefront: string;
  readonly edge: string;
  readonly stateDir: string;
  /** Errors that the app has logged so far. */
  loggedErrors(): string[];
  newContext(options?: { width?: number; height?: number }): Promise<BrowserContext>;
  /** The demo's own time. */
  now(): Promise<Date>;
  /** Waits until the app has nothing left to do at this moment. */
  settle(): Promise<void>;
  /** Moves the demo's time and waits until the shoppers have lived and the app is idle. */
  advance(hours: number): Promise<void>;
  stop(): Promise<void>;
}

export interface DemoOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export async function startDemo(options: DemoOptions = {}): Promise<RunningDemo> {
  const stateDir = mkdtempSync(join(tmpdir(), 'larder-demo-'));
  const [demoPort, storefrontPort, edgePort, smtpPort, appPort] = await freePorts(5);
  const child = spawn(process.execPath, ['scripts/demo.mjs', ...(options.args ?? [])], {
    cwd: ROOT,
    env: {
      ...process.env,
      DEMO_PORT: String(demoPort),
      DEMO_STOREFRONT_PORT: String(storefrontPort),
      DEMO_EDGE_PORT: String(edgePort),
      DEMO_SMTP_PORT: String(smtpPort),
      DEMO_APP_PORT: String(appPort),
      DEMO_STATE_DIR: stateDir,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  await readyLine(child, () => stderr);
  const demo = `http://localhost:${demoPort}`;
  let browser: Browser | null = null;
  return {
    demo,
    storefront: `http://localhost:${storefrontPort}`,
    edge: `http://localhost:${edgePort}`,
    stateDir,
    loggedErrors: () => stderr.split('\n').filter((line) => /"level":[56]0/.test(line)),
    async newContext({ width = 1280, height = 900 } = {}) {
      browser ??= await openBrowser();
      return openContext(browser, { viewport: { width, height } });
    },
    now: async () => new Date((await readClock(demo)).nowAt),
    settle: () => settle(`http://127.0.0.1:${appPort}`),
    advance: (hours) => advance(demo, hours),
    async stop() {
      await browser?.close();
      const gone = new Promise((done) => child.once('exit', done));
      if (child.exitCode === null && child.kill('SIGTERM')) await gone;
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}

interface ClockAnswer {
  readonly nowAt: number;
  readonly running: unknown;
  readonly lastReport: { readonly failures: readonly { what: string; error: string }[] } | null;
}

async function readClock(demo: string): Promise<ClockAnswer> {
  return (await (await fetch(`${demo}/clock`)).json()) as ClockAnswer;
}

async function advance(demo: string, hours: number): Promise<void> {
  const started = await fetch(`${demo}/clock/advance`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ hours }),
  });
  if (started.status !== 202)
    throw new Error(`The clock answered ${started.status}: ${await started.text()}`);
  for (;;) {
    const clock = await readClock(demo);
    if (!clock.running) {
      const failures = clock.lastReport?.failures ?? [];
      if (failures.length > 0)
        throw new Error(`The app reported failures: ${JSON.stringify(failures.slice(0, 5))}`);
      return;
    }
    await new Promise((done) => setTimeout(done, 200));
  }
}

async function settle(app: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${app}/demo/clock`, { headers: { 'x-larder-demo': 'larder-demo' } });
    const { left } = (await answer.json()) as { left: Record<string, number> };
    if (Object.values(left).every((count) => count === 0)) return;
    await new Promise((done) => setTimeout(done, 200));
  }
}

function readyLine(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('is ready')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The demo stopped with code ${code}:\n${said()}`)));
  });
}

/** Ports below those that systems give to outgoing connections, so that none is taken between here and the demo. */
async function freePorts(count: number): Promise<number[]> {
  const free = new Set<number>();
  while (free.size < count) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) free.add(port);
  }
  return [...free];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
