/** DESIGN rules about who may know whom, executed. Each failure says where the code should go. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FEATURES } from './support/rooms';

const ROOT = join(import.meta.dirname, '..');

const ADAPTERS = ['shopify', 'email', 'jobs', 'db', 'sealing'];
/** The ways that rooms side by side do not look into each other. */
const SIDE_BY_SIDE = [
  ['storefront', 'mail'],
  ['reminders', 'follow-ups'],
];
const MAY_IMPORT_ANY_FEATURE = [
  /^app\/routes\//,
  /^app\/job-(definitions|register\.server)\.ts$/,
  /^app\/follow-(orders|leaving)\.server\.ts$/,
  /^app\/mail-kinds\.server\.ts$/,
  /^app\/ports\.server\.ts$/,
];

interface Source {
  readonly path: string; // from the root, with slashes
  readonly text: string;
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[];
}

function sources(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|js|mjs|jsx)$/.test(name) && !/(^|\/)(dist|node_modules)\//.test(name))
    .map((name) => read(`${folder}/${name}`));
}

function read(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const imports = [
    ...text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm),
  ].map((match) => ({
    from: resolveImport(path, match[2] ?? ''),
    typeOnly: match[1] !== undefined,
  }));
  return { path, text, imports };
}

function resolveImport(path: string, from: string): string {
  return from.startsWith('.') ? relative(ROOT, normalize(join(ROOT, dirname(path), from))) : from;
}

const roomOf = (path: string) => /^app\/([^/]+)\//.exec(path)?.[1] ?? '';
const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const app = sources('app').filter((source) => !isTest(source.path));
const everything = [
  ...app,
  ...sources('server'),
  ...sources('demo-store'),
  ...sources('bench'),
  ...sources('scripts'),
];

function offenders(list: readonly Source[], find: (source: Source) => readonly string[]): string[] {
  return list.flatMap((source) => find(source).map((what) => `${source.path}: ${what}`));
}

test('features import one way, in the order of the house', () => {
  const found = offenders(app, (source) => {
    const from = FEATURES.findIndex((name) => name === roomOf(source.path));
    if (from < 0) return [];
    return source.imports.flatMap((imported) => {
      const to = FEATURES.findIndex((name) => name === roomOf(`${imported.from}/`));
      if (to < 0) return [];
      const pair = [FEATURES[from] ?? '', FEATURES[to] ?? ''];
      const beside = SIDE_BY_SIDE.some((rooms) => from !== to && rooms.every((room) => pair.includes(room)));
      if (to <= from && !beside) return [];
      return [
        `imports ${imported.from}. A later room is told by enqueuing a job id; shared rules belong into the earlier room.`,
      ];
    });
  });
  expect(found).toEqual([]);
});

test('no file imports itself by way of others', () => {
  const graph = new Map(
    everything
      .filter((source) => !isTest(source.path))
      .map((source) => [source.path.replace(/\.tsx?$/, ''), source.imports.map((imported) => imported.from)]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  function walk(path: string, way: readonly string[]): void {
    if (way.includes(path)) {
      circles.push([...way.slice(way.indexOf(path)), path].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) if (graph.has(next)) walk(next, [...way, path]);
    done.add(path);
  }
  for (const path of graph.keys()) walk(path, []);
  expect(circles, 'move what both sides need into a file of its own').toEqual([]);
});

test('adapters and ui know no feature', () => {
  const found = offenders(
    app.filter((source) => [...ADAPTERS, 'ui'].includes(roomOf(source.path))),
    (source) =>
      source.imports
        .filter((imported) => FEATURES.some((feature) => imported.from.startsWith(`app/${feature}/`)))
        .filter((imported) => !(roomOf(source.path) === 'ui' && imported.typeOnly))
        .map(
          (imported) =>
            `imports ${imported.from}. An adapter is handed what it needs; a ui piece gets props.`,
        ),
  );
  expect(found).toEqual([]);
});

test('only routes, the job register, the composition root and server/ know all rooms', () => {
  const found = offenders(
    app.filter(
      (source) =>
        !source.path.slice(4).includes('/') &&
        !MAY_IMPORT_ANY_FEATURE.some((allowed) => allowed.test(source.path)),
    ),
    (source) =>
      source.imports
        .filter((imported) => FEATURES.some((feature) => imported.from.startsWith(`app/${feature}/`)))
        .map(
          (imported) =>
            `imports ${imported.from}. Wire rooms together in routes/, server/, job-register.server.ts, follow-*.server.ts or mail-kinds.server.ts.`,
        ),
  );
  expect(found).toEqual([]);
});

test('a pure file stays pure', () => {
  const impure: [RegExp, string][] = [
    [/\bDate\.now\(|new Date\(\)/, 'reads the clock: take the time as an argument'],
    [/\bMath\.random\(|randomUUID|randomBytes/, 'draws randomness: take it as an argument'],
    [/\bprocess\./, 'reads the process: take a value from Config'],
    [/\bfetch\(/, 'does I/O: put it behind a port'],
  ];
  const found = offenders(
    app.filter(
      (source) =>
        FEATURES.some((feature) => roomOf(source.path) === feature) && /(?<!\.server)\.ts$/.test(source.path),
    ),
    (source) => [
      ...impure.filter(([pattern]) => pattern.test(source.text)).map(([, why]) => why),
      ...source.imports
        .filter(
          (imported) =>
            !imported.typeOnly &&
            (imported.from.endsWith('.server') ||
              /^(node:(?!crypto)|react|@remix-run|@prisma)/.test(imported.from)),
        )
        .map((imported) => `imports ${imported.from}. I/O and frameworks live in *.server.ts or *.tsx.`),
    ],
  );
  expect(found).toEqual([]);
});

test('SQL and Prisma live in stores and adapters only', () => {
  const found = offenders(
    app.filter(
      (source) =>
        FEATURES.some((feature) => roomOf(source.path) === feature) &&
        !/-store\.server\.ts$/.test(source.path),
    ),
    (source) =>
      /\bSELECT\b[\s\S]{0,200}\bFROM\b|\bINSERT (OR \w+ )?INTO\b|\bDELETE FROM\b/.test(source.text)
        ? ['holds SQL. Move it into a *-store.server.ts of its room.']
        : [],
  );
  expect(found).toEqual([]);
});

test('the app and the pretend Shopify know each other over HTTP only', () => {
  const found = offenders(everything, (source) => {
    const inApp = /^(app|server)\//.test(source.path);
    const inDemo = source.path.startsWith('demo-store/');
    return source.imports
      .filter(
        (imported) =>
          (inApp && imported.from.startsWith('demo-store/')) ||
          (inDemo && /^(app|server)\//.test(imported.from)),
      )
      .map(
        (imported) => `imports ${imported.from}: otherwise the simulator grades the model with the model.`,
      );
  });
  expect(found).toEqual([]);
});

test('the maps at the root of app/ name files that are there', () => {
  const maps = app.filter(({ path }) => /^app\/follow-[a-z]+\.server\.ts$/.test(path));
  const named = maps.flatMap(({ path, text }) =>
    [...(/^\/\*\*[^]*?\*\//.exec(text)?.[0] ?? '').matchAll(/\b(?:server|[a-z]+\/)[a-z/-]*\/?[a-z-]+\b/g)]
      .map(([name]) => name)
      .filter((name) => name.includes('/'))
      .map((name) => ({ path, name })),
  );
  const paths = new Set(everything.map((source) => source.path.replace(/(\.server)?\.tsx?$/, '')));
  const lost = named.filter(({ name }) => !paths.has(name) && !paths.has(`app/${name}`));
  expect(named.length).toBeGreaterThan(8);
  expect(lost.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});

test('errors are recognised by their class', () => {
  const found = offenders([...app, ...sources('server')], ({ text }) =>
    /\b(error|err|reason|cause)\??\.name\b|constructor\.name/.test(text)
      ? [
          'asks for an error’s name, which anybody may give. Use instanceof; where a bundler copies the class, markedError.',
        ]
      : [],
  );
  expect(found).toEqual([]);
});

test('one reader of the environment', () => {
  const found = offenders(
    [...app, ...sources('server')].filter((source) => source.path !== 'app/config.server.ts'),
    (source) =>
      source.text.includes('process.env')
        ? ['reads process.env. Add a field to Config in app/config.server.ts.']
        : [],
  );
  expect(found).toEqual([]);
});

describe('names say what a file is for', () => {
  const EMPTY_NAMES = /(^|[/-])(utils?|helpers?|lib|common|misc|managers?|services?)([/.-]|$)/;
  const ours = everything.filter((source) => !source.path.includes('/theme/'));

  test('no utils, helpers, lib, common, misc, manager, service', () => {
    expect(ours.map((source) => source.path).filter((path) => EMPTY_NAMES.test(path))).toEqual([]);
  });

  test('kebab-case files; no barrels', () => {
    const bad = ours.filter(({ path, text }) => {
      const name = path.split('/').at(-1) ?? '';
      const routes = path.startsWith('app/routes/');
      const barrel = /^index\.tsx?$/.test(name) && /^export \*/m.test(text);
      return barrel || (!routes && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(ts|tsx|js|mjs|jsx)$/.test(name));
    });
    expect(bad.map((source) => source.path)).toEqual([]);
  });

  test('no room grows past 250 lines', () => {
    const large = ours
      .filter((source) => !isTest(source.path))
      .filter(
        ({ path, text }) =>
          !/\/(catalogue|schema)\//.test(path.replace(/^app\//, '')) && text.split('\n').length > 251,
      );
    expect(
      large.map((source) => source.path),
      'past 250 lines a file wants to be two rooms',
    ).toEqual([]);
  });
});

test('routes are thin', () => {
  const thick = app.filter(
    ({ path, text }) =>
      /^app\/routes\/.*\.server\.ts$|^app\/routes\/(?!.*components).*route\.tsx?$/.test(path) &&
      text.split('\n').length > 160,
  );
  expect(
    thick.map((source) => source.path),
    'a route authenticates, parses, calls one use case and answers',
  ).toEqual([]);
});

describe('every route stands behind a door', () => {
  /** Open to anybody, by what they are: each says why. */
  const PUBLIC: Readonly<Record<string, string>> = {
    $: 'says that there is nothing',
    _index: 'says where to find Larder',
    'auth.$': 'Shopify’s bounce page',
    'calendar.$file': 'the address itself is the key',
    'mail.choices.$token': 'the address itself is the key',
    'mail.returns.$way': 'proves itself by a secret or a signature',
    'mail.snooze.$token': 'the address itself is the key',
    'mail.unsubscribe.$token': 'the address itself is the key',
  };
  const routes = app.filter(({ path }) => /^app\/routes\/([^/]+|[^/]+\/route)\.tsx?$/.test(path));
  const nameOf = (path: string) => /^app\/routes\/(.+?)(\/route)?\.tsx?$/.exec(path)?.[1] ?? '';

  test('of the admin, of the extensions, or of those named here', () => {
    const found = routes.map(({ path }) => nameOf(path)).filter((name) => !/^(app|api)(\.|$)/.test(name));
    expect(
      found.sort(),
      'a page for the merchant is app.*, a door for an extension api.*; a public one is named here',
    ).toEqual(Object.keys(PUBLIC).sort());
  });

  test('and each of its loaders and actions goes through it before anything else', () => {
    const found = offenders(
      routes.filter(({ path }) => !(nameOf(path) in PUBLIC)),
      ({ path, text }) => {
        const door = /^app(\.|$)/.test(nameOf(path)) ? 'authenticateAdmin' : 'admitShopper';
        const ways = text.split(/^export (?=async function (?:loader|action)\b|const (?:loader|action)\b)/m);
        return ways
          .slice(1)
          .filter((way) => !new RegExp(`\\{\\s*(const [^=;]+ = )?await ${door}\\(`).test(way))
          .filter((way) => !/^const loader = [^;]*answerPreflight\(request\);/.test(way))
          .map((way) => `${way.slice(0, 40)}… must first await ${door}.`);
      },
    );
    expect(found).toEqual([]);
  });

  test('and Shopify’s library is asked at that door alone', () => {
    const found = offenders(
      everything.filter(
        ({ path }) => /^(app|server)\//.test(path) && path !== 'app/shops/authenticate-admin.server.ts',
      ),
      ({ text }) =>
        /\.authenticate\.(admin|public|webhook|flow)/.test(text)
          ? ['asks the library. It does not tell whose token it is: use authenticateAdmin or admitShopper.']
          : [],
    );
    expect(found).toEqual([]);
  });
});
