/** `mayBeNamed` in public, of a "Product" p. What is live has a safe handle: see `toProduct`. */
export const NAMED_IN_PUBLIC = `p."isLive" = TRUE AND p."deletedAt" IS NULL AND p."isSensitive" = FALSE`;

/** `mayBeShown` in public, of a "Product" p. */
export const SHOWN_IN_PUBLIC = `${NAMED_IN_PUBLIC} AND p."isAvailable" = TRUE` as const;

/** `mayBeShown` in private, of a "Product" p. */
export const SHOWN_IN_PRIVATE =
  `p."isLive" = TRUE AND p."deletedAt" IS NULL AND p."isAvailable" = TRUE` as const;
