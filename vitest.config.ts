import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    setupFiles: ['./test/support/quiet-console.ts'],
    // Shopify's tester ships .jsx, which only vite can load.
    server: { deps: { inline: [/@shopify\/ui-extensions-tester/] } },
  },
});
