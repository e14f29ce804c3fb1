/** The one door to the benchmarks: `npm run bench -- NAME [--json] [--option value …]`, `npm run bench -- --list`. */
import type { Bench, BenchOptions } from './bench';

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  consumables: async () => (await import('./consumables')).consumables,
  refills: async () => (await import('./refills')).refills,
  proof: async () => (await import('./proof')).proof,
  'refill-kinds': async () => (await import('./refill-kinds')).refillKinds,
  'refill-speed': async () => (await import('./refill-speed')).refillSpeed,
  recommend: async () => (await import('./recommend')).recommend,
  mail: async () => (await import('./mail')).mail,
  'mail-kill': async () => (await import('./mail-kill')).mailKill,
  kinds: async () => (await import('./kinds')).kinds,
  results: async () => (await import('./results')).results,
  shelf: async () => (await import('./shelf')).shelf,
  statistics: async () => (await import('./statistics')).statistics,
};

function readOptions(args: readonly string[]): BenchOptions {
  const options: Record<string, string> = {};
  for (let at = 0; at < args.length; at += 2) {
    const [name, value] = [args[at] ?? '', args[at + 1]];
    if (!name.startsWith('--') || value === undefined) throw new Error(`"${name}" is no option with a value`);
    options[name.slice(2)] = value;
  }
  return options;
}

async function list(): Promise<void> {
  const width = Math.max(...Object.keys(BENCHES).map((name) => name.length)) + 2;
  for (const [name, load] of Object.entries(BENCHES)) {
    const bench = await load();
    process.stdout.write(`${name.padEnd(width)}${bench.about}\n${' '.repeat(width)}${bench.options}\n`);
  }
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--list')) return list();
  const [name = '', ...rest] = args.filter((arg) => arg !== '--json');
  const load = BENCHES[name];
  if (!load) throw new Error(`No benchmark is called "${name}". Names: ${Object.keys(BENCHES).join(', ')}`);
  const bench = await load();
  const { figures, reference, bar, pass } = await bench.run(readOptions(rest), (line) =>
    process.stderr.write(`${line}\n`),
  );
  if (args.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ bench: name, figures, reference, bar, pass })}\n`);
  } else {
    const rows = { ...figures, ...prefixed('reference: ', reference), ...prefixed('bar: ', bar) };
    for (const [what, value] of Object.entries(rows)) process.stdout.write(`${what.padEnd(40)}${value}\n`);
    process.stdout.write(pass ? 'reached\n' : 'MISSED\n');
  }
  if (!pass) process.exitCode = 1;
}

function prefixed(prefix: string, values: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
