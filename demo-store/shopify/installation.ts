import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AppMetafield } from '../contract';

/** Numeric ids under which Shopify would know the app and its installation. */
export const APP_ID = '4610000000000000001';
export const INSTALLATION_ID = '9720000000000000001';

/** Instants here are wall time: tokens live on it, whatever the demo clock shows. */
export interface AccessToken {
  readonly value: string;
  readonly kind: 'offline' | 'online';
  readonly expiresAt: number | null;
  readonly refreshToken: string | null;
  readonly refreshExpiresAt: number | null;
}

export interface InstallationState {
  readonly installedAt: number | null; // null: not installed
  readonly scopes: readonly string[]; // granted, as the app asked for them
  readonly tokens: readonly AccessToken[];
  readonly metafields: readonly StoredMetafield[];
  /** What the merchant renamed the app proxy's path to; null: as the app declares it. */
  readonly proxyPath: string | null;
}

export interface StoredMetafield extends AppMetafield {
  readonly id: string;
  readonly ownerId: string; // global id
  readonly createdAt: number; // demo clock
  readonly updatedAt: number;
}

/** The app's one installation in the demo shop, kept in a file so that a restart keeps it installed. */
export interface Installation {
  get(): InstallationState;
  change(next: Partial<InstallationState>): void;
  /** Revokes every token and forgets what the app stored. */
  uninstall(): void;
}

const NOT_INSTALLED: InstallationState = {
  installedAt: null,
  scopes: [],
  tokens: [],
  metafields: [],
  proxyPath: null,
};

export function openInstallation(file: string): Installation {
  let state = read(file);
  const keep = (next: InstallationState) => {
    state = next;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.next`, JSON.stringify(state));
    renameSync(`${file}.next`, file);
  };
  return {
    get: () => state,
    change: (next) => keep({ ...state, ...next }),
    uninstall: () => keep(NOT_INSTALLED),
  };
}

function read(file: string): InstallationState {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return NOT_INSTALLED;
  }
  return { ...NOT_INSTALLED, ...(JSON.parse(text) as Partial<InstallationState>) };
}
