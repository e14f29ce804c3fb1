import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A guard against hanging, not a measurement: machines under load are slow.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ['./test/support/quiet-console.ts'],
    // Shopify's tester ships .jsx, which only vite can load.
    server: { deps: { inline: [/@shopify\/ui-extensions-tester/] } },
  },
});
