-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "country" TEXT;

-- AlterTable
ALTER TABLE "OrderImport" ADD COLUMN "linesRead" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "OrderImport" ADD COLUMN "linesAdded" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "OrderImport" ADD COLUMN "linesKnown" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "OrderImport" ADD COLUMN "linesUnusable" INTEGER NOT NULL DEFAULT 0;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Order" (
    "shopId" INTEGER NOT NULL,
    "orderId" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "placedAt" DATETIME NOT NULL,
    "placedOn" INTEGER NOT NULL,
    "customerId" BIGINT,
    "browserId" TEXT,
    "phoneHash" TEXT,
    "checkoutToken" TEXT,
    "sourceName" TEXT NOT NULL DEFAULT '',
    "currency" TEXT NOT NULL,
    "netMinor" INTEGER,
    "isTest" BOOLEAN NOT NULL DEFAULT false,
    "cancelledAt" DATETIME,
    "shopifyUpdatedAt" DATETIME NOT NULL,
    "importId" INTEGER,
    "journeySource" TEXT,
    "journeyLanding" TEXT,
    "customerOrder" INTEGER,

    PRIMARY KEY ("shopId", "orderId")
);
INSERT INTO "new_Order" ("browserId", "cancelledAt", "checkoutToken", "currency", "customerId", "customerOrder", "importId", "isTest", "journeyLanding", "journeySource", "name", "netMinor", "orderId", "placedAt", "placedOn", "shopId", "shopifyUpdatedAt", "sourceName") SELECT "browserId", "cancelledAt", "checkoutToken", "currency", "customerId", "customerOrder", "importId", "isTest", "journeyLanding", "journeySource", "name", "netMinor", "orderId", "placedAt", "placedOn", "shopId", "shopifyUpdatedAt", "sourceName" FROM "Order";
DROP TABLE "Order";
ALTER TABLE "new_Order" RENAME TO "Order";
CREATE INDEX "Order_shopId_checkoutToken_idx" ON "Order"("shopId", "checkoutToken");
CREATE INDEX "Order_shopId_customerId_placedAt_idx" ON "Order"("shopId", "customerId", "placedAt");
CREATE INDEX "Order_shopId_browserId_placedAt_idx" ON "Order"("shopId", "browserId", "placedAt");
CREATE INDEX "Order_shopId_phoneHash_idx" ON "Order"("shopId", "phoneHash");
CREATE INDEX "Order_shopId_placedAt_idx" ON "Order"("shopId", "placedAt");
CREATE TABLE "new_Purchase" (
    "shopId" INTEGER NOT NULL,
    "lineId" BIGINT NOT NULL,
    "orderId" BIGINT NOT NULL,
    "productId" BIGINT NOT NULL,
    "variantId" BIGINT,
    "quantity" INTEGER NOT NULL,
    "boughtOn" INTEGER NOT NULL,
    "unitPriceMinor" INTEGER,
    "isSubscription" BOOLEAN NOT NULL,
    "customerId" BIGINT,
    "browserId" TEXT,
    "phoneHash" TEXT,

    PRIMARY KEY ("shopId", "lineId")
);
INSERT INTO "new_Purchase" ("boughtOn", "browserId", "customerId", "isSubscription", "lineId", "orderId", "productId", "quantity", "shopId", "unitPriceMinor", "variantId") SELECT "boughtOn", "browserId", "customerId", "isSubscription", "lineId", "orderId", "productId", "quantity", "shopId", "unitPriceMinor", "variantId" FROM "Purchase";
DROP TABLE "Purchase";
ALTER TABLE "new_Purchase" RENAME TO "Purchase";
CREATE INDEX "Purchase_shopId_orderId_idx" ON "Purchase"("shopId", "orderId");
CREATE INDEX "Purchase_shopId_productId_boughtOn_idx" ON "Purchase"("shopId", "productId", "boughtOn");
CREATE INDEX "Purchase_shopId_boughtOn_idx" ON "Purchase"("shopId", "boughtOn");
CREATE INDEX "Purchase_shopId_customerId_productId_idx" ON "Purchase"("shopId", "customerId", "productId");
CREATE INDEX "Purchase_shopId_browserId_productId_idx" ON "Purchase"("shopId", "browserId", "productId");
CREATE INDEX "Purchase_shopId_phoneHash_productId_idx" ON "Purchase"("shopId", "phoneHash", "productId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;


-- Uploads that wait since an earlier version have commas between their fields, as all had then, and no date but Shopify's.
UPDATE "OrderImport" SET "header" = json_set("header", '$.layout', json('{"separator":",","wrapper":null}'), '$.dateOrder', NULL);
