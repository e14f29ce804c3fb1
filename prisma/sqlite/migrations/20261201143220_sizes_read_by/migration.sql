-- AlterTable
ALTER TABLE "Product" ADD COLUMN "sizesReadBy" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Variant" ADD COLUMN "isPackOwn" BOOLEAN NOT NULL DEFAULT false;

-- Only Shopify knows which sizes are the merchant's own: each mirrored product is read again, a hundred at a time.
INSERT INTO "Job" ("kind", "shopId", "payload", "dueAt", "notBefore")
SELECT 'catalogue.refresh-products', "shopId", json_object('productIds', json_group_array(CAST("productId" AS TEXT))), 0, 0
FROM (
    SELECT "shopId", "productId", (ROW_NUMBER() OVER (PARTITION BY "shopId" ORDER BY "productId") - 1) / 100 AS "part"
    FROM "Product" WHERE "deletedAt" IS NULL
)
GROUP BY "shopId", "part";
