/** Longer than the quiet of most shops' nights and Sundays. */
const SILENT_AFTER_MS = 2 * 86_400_000;

export interface StorefrontHealth {
  /** Path of the app proxy, as the storefront's requests named it. */
  readonly path: string;
  /** ISO instant, to the hour; null before the first request. */
  readonly heardAt: string | null;
  /** The shelf is on, and the storefront has not asked for two days since. */
  readonly isSilent: boolean;
}

/** Whether the storefront still finds Larder: after the path was renamed, a theme that does not know it asks nobody. */
export function storefrontHealth(
  shop: { readonly proxyPath: string; readonly proxyHeardAt: Date | null },
  shelf: { readonly state: string; readonly changedAt: Date | null },
  now: Date,
): StorefrontHealth {
  const since = Math.max(shop.proxyHeardAt?.getTime() ?? 0, shelf.changedAt?.getTime() ?? 0);
  return {
    path: shop.proxyPath,
    heardAt: shop.proxyHeardAt?.toISOString() ?? null,
    isSilent: shelf.state === 'on' && now.getTime() - since > SILENT_AFTER_MS,
  };
}
