/**
 * Ships the extensions and the app's configuration: `npm run deploy`, with whatever `shopify app deploy` takes after `--`.
 * The address that the reminder asks is the one that Shopify knows, so it is read from shopify.app.toml.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'smol-toml';

const root = path.resolve(import.meta.dirname, '..');
const app = parse(readFileSync(path.join(root, 'shopify.app.toml'), 'utf8'));

function fail(message) {
  console.error(message);
  process.exit(1);
}

const address = whyNotAddress(app.application_url) ?? new URL(app.application_url);
if (typeof address === 'string') fail(`application_url in shopify.app.toml ${address}`);
const { origin, hostname } = address;
for (const [field, value] of [
  ['auth.redirect_urls', app.auth?.redirect_urls?.[0]],
  ['app_proxy.url', app.app_proxy?.url],
]) {
  if (!value?.startsWith(`${origin}/`)) fail(`${field} in shopify.app.toml must lie below ${origin}`);
}
const { allowed_sources: sources = [], allowed_navigation_hosts: hosts = [] } = app.network_access ?? {};
for (const one of [...sources, ...hosts]) {
  if (one !== hostname) fail(`network_access in shopify.app.toml must name ${hostname}, not ${one}`);
}

const cli = path.join(root, 'node_modules/@shopify/cli/bin/run.js');
const deploy = spawnSync(process.execPath, [cli, 'app', 'deploy', '--path', root, ...process.argv.slice(2)], {
  env: { ...process.env, SHOPIFY_APP_URL: origin },
  stdio: 'inherit',
});
process.exit(deploy.status ?? 1);

/** Why nobody could reach the app there; null when they could. */
function whyNotAddress(text) {
  if (typeof text !== 'string' || !URL.canParse(text)) return 'must be the public address of the app.';
  const { protocol, hostname } = new URL(text);
  if (protocol !== 'https:') return 'must begin with https://.';
  if (/(^|\.)(example|test|invalid|localhost)$|(^|\.)example\.(com|net|org)$/.test(hostname)) {
    return `is still the example ${text}: put the public address of the app there, in redirect_urls, [app_proxy] and [network_access].`;
  }
  return null;
}
