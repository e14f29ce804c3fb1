import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

const IN_BROWSERS = [
  'test/{extensions,journeys,results-page}/**/*.test.ts',
  'demo-store/shopify/shell/embedded-app.test.ts',
];

export default defineConfig({
  test: {
    // Every core: by itself Vitest leaves one idle, which on two cores is half of them.
    maxWorkers: availableParallelism(),
    // Guards against hanging, not measurements: machines under load are slow.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    setupFiles: ['./test/support/quiet-console.ts'],
    // Shopify's tester ships .jsx, which only vite can load.
    server: { deps: { inline: [/@shopify\/ui-extensions-tester/] } },
    // Projects run in the order of their names: what takes longest begins first.
    projects: [
      {
        extends: true,
        test: { name: 'browsers', include: IN_BROWSERS, globalSetup: './test/support/share-browser.ts' },
      },
      { extends: true, test: { name: 'code', exclude: [...configDefaults.exclude, ...IN_BROWSERS] } },
    ],
  },
});
