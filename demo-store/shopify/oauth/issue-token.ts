import { randomBytes } from 'node:crypto';
import type { AccessToken, Installation } from '../installation';

const OFFLINE_LIFE_MS = 3600 * 1000;
const REFRESH_LIFE_MS = 90 * 24 * 3600 * 1000;
const ONLINE_LIFE_MS = 24 * 3600 * 1000;

/** Adds a token to the installation. Tokens issued before stay good until they expire: an app asks in parallel. */
export function issueToken(
  installation: Installation,
  kind: 'offline' | 'online',
  expiring: boolean,
  nowMs: number,
): AccessToken {
  const refreshes = kind === 'offline' && expiring;
  const lifeMs = kind === 'online' ? ONLINE_LIFE_MS : expiring ? OFFLINE_LIFE_MS : null;
  const token: AccessToken = {
    value: `${kind === 'offline' ? 'shpat' : 'shpua'}_${randomBytes(16).toString('hex')}`,
    kind,
    expiresAt: lifeMs === null ? null : nowMs + lifeMs,
    refreshToken: refreshes ? `shprt_${randomBytes(16).toString('hex')}` : null,
    refreshExpiresAt: refreshes ? nowMs + REFRESH_LIFE_MS : null,
  };
  const useful = installation
    .get()
    .tokens.filter((old) => (old.refreshExpiresAt ?? old.expiresAt ?? Infinity) > nowMs);
  installation.change({ tokens: [...useful, token] });
  return token;
}

/** The token with this value if it is still good, of any kind. */
export function findToken(installation: Installation, value: string, nowMs: number): AccessToken | undefined {
  return installation
    .get()
    .tokens.find((token) => token.value === value && (token.expiresAt ?? Infinity) > nowMs);
}

/**
 * Spends a refresh token and issues a new pair. The old access token stays good until it expires: requests may be under way.
 * @returns null when it is unknown, spent or too old.
 */
export function rotateToken(
  installation: Installation,
  refreshToken: string,
  nowMs: number,
): AccessToken | null {
  const { tokens } = installation.get();
  const old = tokens.find(
    (token) => token.refreshToken === refreshToken && (token.refreshExpiresAt ?? 0) > nowMs,
  );
  if (!old) return null;
  const spent = { ...old, refreshToken: null, refreshExpiresAt: null };
  installation.change({ tokens: tokens.map((token) => (token === old ? spent : token)) });
  return issueToken(installation, 'offline', true, nowMs);
}
