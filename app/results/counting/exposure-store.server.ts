/**
 * Whether an exposure `e` of a key `k` counts, as SQL. One that was drawn on a checkout token counts once its order has
 * arrived, and only if the person behind it had no arm in those layers before: otherwise the person would stand in two arms,
 * so it is left out in every arm alike. Whoever set a reminder without having been counted (no consent) was acted upon before
 * the first exposure: what follows is left out as well. CROSS JOIN keeps the order: from the person's keys to their rows.
 */
export const STANDING_SQL = `
  CASE
    WHEN EXISTS (SELECT 1 FROM "ShopperKey" own CROSS JOIN "Reminder" r
                 WHERE own."shopId" = e."shopId" AND own."personId" = k."personId"
                   AND r."shopId" = own."shopId" AND r."keyId" = own."id" AND r."outsideAt" <= e."at")
      THEN 'late-identity'
    WHEN k."kind" <> 'checkout' THEN 'counts'
    WHEN NOT EXISTS (SELECT 1 FROM "Order" o WHERE o."shopId" = e."shopId" AND o."checkoutToken" = k."value")
      THEN 'order-awaited'
    WHEN EXISTS (SELECT 1 FROM "ShopperKey" other CROSS JOIN "Assignment" a
                 WHERE other."shopId" = e."shopId" AND other."personId" = k."personId" AND other."id" <> k."id"
                   AND a."shopId" = e."shopId" AND a."keyId" = other."id"
                   AND (a."layerId" = e."layerId" OR a."layerId" = e."holdoutLayerId") AND a."drawnAt" < e."at")
      THEN 'late-identity'
    ELSE 'counts'
  END`;
