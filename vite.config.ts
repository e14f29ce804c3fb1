import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    remix({
      ignoredRouteFiles: ['**/*.test.*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
        v3_routeConfig: false,
      },
    }),
  ],
  // The server build and server/ share one copy of the libraries that hold state.
  ssr: { noExternal: ['@shopify/polaris', '@shopify/app-bridge-react', '@shopify/polaris-icons'] },
  build: { assetsInlineLimit: 0, target: 'es2022' },
});
