import { setTimeout as pause } from 'node:timers/promises';
import { hoursIn } from './landing/hours-in';

interface ClockState {
  readonly nowAt: number;
  readonly running: { readonly done: number; readonly total: number } | null;
  readonly lastReport: {
    readonly ordersPlaced: number;
    readonly mailsReceived: number;
    readonly failures: readonly { what: string; error: string }[];
  } | null;
}

/** `npm run demo:later -- "2 weeks"`: lets time pass in the running demo store and says how far it got. */
async function main(): Promise<number> {
  const demo = `http://localhost:${process.env.DEMO_PORT || '4000'}`;
  const hours = hoursIn(process.argv.slice(2).join(' ') || '1 hour');
  const started = await fetch(`${demo}/clock/advance`, { method: 'POST', body: JSON.stringify({ hours }) });
  if (started.status !== 202) {
    const { error } = (await started.json()) as { error: string };
    throw new Error(error);
  }
  for (;;) {
    const state = (await (await fetch(`${demo}/clock`)).json()) as ClockState;
    if (!state.running) return report(state);
    process.stdout.write(`\r${state.running.done} of ${state.running.total} hours `);
    await pause(300);
  }
}

function report({ nowAt, lastReport }: ClockState): number {
  process.stdout.write(`\rIt is now ${new Date(nowAt).toISOString()}.\n`);
  if (!lastReport) return 0;
  process.stdout.write(
    `${lastReport.ordersPlaced} orders placed, ${lastReport.mailsReceived} mails received.\n`,
  );
  for (const { what, error } of lastReport.failures) process.stdout.write(`Failed: ${what}: ${error}\n`);
  return lastReport.failures.length > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const refused = error instanceof TypeError; // fetch could not connect
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `${refused ? 'The demo store does not answer. Start it with: npm run demo' : message}\n`,
    );
    process.exit(1);
  },
);
