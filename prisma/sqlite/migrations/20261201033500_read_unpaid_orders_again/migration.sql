-- An order with money and without a purchase may be one that was never paid, which only Shopify knows. The hourly
-- reconciliation reads what is marked here; an order too old to be shown stays as it is.
INSERT INTO "DirtyOrder" ("shopId", "orderId", "since")
SELECT o."shopId", o."orderId", 0 FROM "Order" o
WHERE o."netMinor" > 0 AND o."cancelledAt" IS NULL AND o."isTest" = 0
  AND NOT EXISTS (SELECT 1 FROM "Purchase" p WHERE p."shopId" = o."shopId" AND p."orderId" = o."orderId")
ON CONFLICT DO NOTHING;
