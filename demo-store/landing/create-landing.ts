import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LandingDeps, Pages } from '../contract';
import { redirect, sendFile, sendHtml } from '../storefront/web/answer';
import { readForm } from '../storefront/web/read-body';
import { createAdvanceRuns } from './advance-runs';
import { answerClockRequest } from './clock-routes';
import { landingPage } from './landing-page';
import { checkoutEditorPage, placementsFrom, themeEditorPage } from './theme-editor';

const ASSETS = join(dirname(fileURLToPath(import.meta.url)), 'browser');
const THEME_EDITOR = /^\/admin\/themes\/[\w-]+\/editor$/;
const CHECKOUT_EDITOR = /^\/admin\/settings\/checkout\/editor$/;

/** The first page with the clock, the clock's API, and the pretend editors. */
export function createLanding(deps: LandingDeps): Pages {
  const { config, clock, lived, placements } = deps;
  const runs = createAdvanceRuns(clock);
  const sampleToken = () =>
    deps.world.orders().findLast((order) => order.checkoutToken !== null)?.checkoutToken ?? null;
  return async (request, response) => {
    const url = new URL(request.url ?? '/', config.urls.demo);
    const path = url.pathname;
    if (path === '/') {
      sendHtml(response, landingPage(deps));
      return true;
    }
    if (path.startsWith('/desk/')) return sendFile(response, ASSETS, path.slice('/desk/'.length));
    if (await answerClockRequest({ clock, runs, lived }, request, response, path)) return true;
    const isTheme = THEME_EDITOR.test(path);
    if (!isTheme && !CHECKOUT_EDITOR.test(path)) return false;
    if (request.method === 'POST') {
      placements.set(placementsFrom(await readForm(request)));
      redirect(response, `${path}?saved=1`);
    } else {
      const page = isTheme
        ? themeEditorPage(config, placements.get(), url)
        : checkoutEditorPage(config, placements.get(), url, sampleToken());
      sendHtml(response, page);
    }
    return true;
  };
}
