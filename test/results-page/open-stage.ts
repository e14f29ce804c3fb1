import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { openBrowser } from '../support/open-browser';
import type { StageProps } from './stage';

export interface Stage {
  /** What went wrong in any page so far. */
  readonly errors: readonly string[];
  readonly page: Page;
  /** Puts one state on the page, from the top. */
  show(props: StageProps, size: { width: number; height: number }): Promise<void>;
  close(): Promise<void>;
}

/** Bundles the page as the browser gets it and opens a browser for it. */
export async function openStage(): Promise<Stage> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    esbuild: { jsxDev: false },
    build: {
      write: false,
      minify: true,
      cssCodeSplit: false,
      lib: { entry: join(import.meta.dirname, 'stage.tsx'), formats: ['iife'], name: 'stage' },
    },
  })) as Rollup.RollupOutput[];
  const files = built.flatMap(({ output }) => output);
  const script = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n');
  const style = files.flatMap((file) => (file.type === 'asset' ? [String(file.source)] : [])).join('\n');
  const browser = await openBrowser();
  const errors: string[] = [];
  const page = await browser.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.setContent(
    '<!doctype html><html lang="en"><head><title>Results</title></head><body></body></html>',
  );
  await page.addStyleTag({ content: style });
  await page.addScriptTag({ content: script });
  return {
    page,
    errors,
    async show(props, size) {
      await page.setViewportSize(size);
      await page.evaluate((shown) => window.show(shown), props);
      await page.evaluate('scrollTo(0, 0)');
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    close: () => browser.close(),
  };
}
