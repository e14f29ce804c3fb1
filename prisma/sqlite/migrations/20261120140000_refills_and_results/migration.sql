-- CreateTable
CREATE TABLE "Overruling" (
    "shopId" INTEGER NOT NULL,
    "changeId" TEXT NOT NULL,
    "productId" BIGINT NOT NULL,
    "saidBefore" BOOLEAN,
    "saidBeforeAt" DATETIME,
    "says" BOOLEAN,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "changeId", "productId")
);

-- CreateIndex
CREATE INDEX "Overruling_shopId_productId_at_idx" ON "Overruling"("shopId", "productId", "at");

-- AlterTable
ALTER TABLE "Order" ADD COLUMN "customerOrder" INTEGER;
ALTER TABLE "Order" ADD COLUMN "importId" INTEGER;
ALTER TABLE "Order" ADD COLUMN "journeyLanding" TEXT;
ALTER TABLE "Order" ADD COLUMN "journeySource" TEXT;

-- AlterTable
ALTER TABLE "Layer" ADD COLUMN "capFixedAt" DATETIME;
ALTER TABLE "Layer" ADD COLUMN "revenueCapMinor" INTEGER;

-- AlterTable
ALTER TABLE "Tactic" ADD COLUMN "pausedBecause" JSONB;

-- AlterTable
ALTER TABLE "TacticChange" ADD COLUMN "detail" JSONB;

-- CreateTable
CREATE TABLE "OrderImport" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "shopId" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,
    "storedAs" TEXT NOT NULL,
    "sizeBytes" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "nextByte" BIGINT NOT NULL DEFAULT 0,
    "nextLine" INTEGER NOT NULL DEFAULT 1,
    "header" JSONB,
    "ordersAdded" INTEGER NOT NULL DEFAULT 0,
    "ordersKnown" INTEGER NOT NULL DEFAULT 0,
    "ordersUnnamed" INTEGER NOT NULL DEFAULT 0,
    "linesRejected" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ImportReject" (
    "importId" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "shopId" INTEGER NOT NULL,
    "orderName" TEXT NOT NULL DEFAULT '',
    "field" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,

    PRIMARY KEY ("importId", "line")
);

-- CreateTable
CREATE TABLE "RefillModel" (
    "shopId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "weights" JSONB NOT NULL,
    "cases" INTEGER NOT NULL,
    "learnedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Backtest" (
    "shopId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "state" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "result" JSONB,
    "error" TEXT,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Review" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "shopId" INTEGER NOT NULL,
    "tactic" TEXT NOT NULL,
    "noteId" INTEGER NOT NULL,
    "layerId" INTEGER NOT NULL,
    "startedOn" INTEGER NOT NULL,
    "dueOn" INTEGER NOT NULL,
    "closedDueOn" INTEGER NOT NULL,
    "openLabels" JSONB,
    "openAt" DATETIME,
    "closedLabels" JSONB,
    "closedAt" DATETIME,
    "decision" TEXT,
    "why" TEXT,
    "decidedBy" TEXT,
    "decidedAt" DATETIME
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "shopId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "tokenHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ResultSum" (
    "shopId" INTEGER NOT NULL,
    "tactic" TEXT NOT NULL,
    "layerId" INTEGER NOT NULL,
    "segment" TEXT NOT NULL,
    "arm" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "dayOn" INTEGER NOT NULL,
    "persons" INTEGER NOT NULL,
    "sum" REAL NOT NULL DEFAULT 0,
    "sumSquares" REAL NOT NULL DEFAULT 0,
    "sumProducts" REAL NOT NULL DEFAULT 0,

    PRIMARY KEY ("shopId", "tactic", "layerId", "segment", "arm", "metric", "dayOn")
);

-- CreateTable
CREATE TABLE "ResultCursor" (
    "shopId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "exposureId" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "ResultPage" (
    "shopId" INTEGER NOT NULL,
    "onDay" INTEGER NOT NULL,
    "view" JSONB NOT NULL,
    "madeAt" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "onDay")
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Exposure" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "shopId" INTEGER NOT NULL,
    "tactic" TEXT NOT NULL,
    "businessKey" TEXT NOT NULL,
    "keyId" INTEGER NOT NULL,
    "arm" TEXT NOT NULL,
    "layerId" INTEGER,
    "holdoutLayerId" INTEGER,
    "at" DATETIME NOT NULL,
    "detail" JSONB NOT NULL,
    "device" TEXT NOT NULL DEFAULT ''
);
INSERT INTO "new_Exposure" ("arm", "at", "businessKey", "detail", "holdoutLayerId", "id", "keyId", "layerId", "shopId", "tactic") SELECT "arm", "at", "businessKey", "detail", "holdoutLayerId", "id", "keyId", "layerId", "shopId", "tactic" FROM "Exposure";
DROP TABLE "Exposure";
ALTER TABLE "new_Exposure" RENAME TO "Exposure";
CREATE INDEX "Exposure_shopId_keyId_tactic_at_idx" ON "Exposure"("shopId", "keyId", "tactic", "at");
CREATE INDEX "Exposure_shopId_tactic_at_idx" ON "Exposure"("shopId", "tactic", "at");
CREATE UNIQUE INDEX "Exposure_shopId_tactic_businessKey_key" ON "Exposure"("shopId", "tactic", "businessKey");
CREATE TABLE "new_ProductRhythm" (
    "shopId" INTEGER NOT NULL,
    "productId" BIGINT NOT NULL,
    "intervals" INTEGER NOT NULL,
    "buyers" INTEGER NOT NULL,
    "repeatBuyers" INTEGER NOT NULL,
    "logMean" REAL NOT NULL,
    "logSd" REAL NOT NULL,
    "source" TEXT NOT NULL,
    "quartiles" JSONB NOT NULL,
    "recentPurchases" INTEGER NOT NULL DEFAULT 0,
    "usualPurchases" REAL NOT NULL DEFAULT 0,
    "curve" JSONB NOT NULL,
    "refreshedAt" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "productId")
);
INSERT INTO "new_ProductRhythm" ("buyers", "intervals", "logMean", "logSd", "productId", "quartiles", "refreshedAt", "repeatBuyers", "shopId", "source") SELECT "buyers", "intervals", "logMean", "logSd", "productId", "quartiles", "refreshedAt", "repeatBuyers", "shopId", "source" FROM "ProductRhythm";
DROP TABLE "ProductRhythm";
ALTER TABLE "new_ProductRhythm" RENAME TO "ProductRhythm";
CREATE TABLE "new_Forecast" (
    "shopId" INTEGER NOT NULL,
    "keyId" INTEGER NOT NULL,
    "productId" BIGINT NOT NULL,
    "variantId" BIGINT,
    "quantity" INTEGER NOT NULL,
    "purchases" INTEGER NOT NULL,
    "lastOn" INTEGER NOT NULL,
    "windowFromOn" INTEGER NOT NULL,
    "medianOn" INTEGER NOT NULL,
    "windowToOn" INTEGER NOT NULL,
    "bestOn" INTEGER NOT NULL,
    "expiresOn" INTEGER NOT NULL,
    "pReturn" REAL NOT NULL DEFAULT 0,
    "rank" REAL NOT NULL,
    "evidence" JSONB NOT NULL,
    "refreshedAt" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "keyId", "productId")
);
INSERT INTO "new_Forecast" ("bestOn", "evidence", "expiresOn", "keyId", "lastOn", "medianOn", "productId", "purchases", "quantity", "rank", "refreshedAt", "shopId", "variantId", "windowFromOn", "windowToOn") SELECT "bestOn", "evidence", "expiresOn", "keyId", "lastOn", "medianOn", "productId", "purchases", "quantity", "rank", "refreshedAt", "shopId", "variantId", "windowFromOn", "windowToOn" FROM "Forecast";
DROP TABLE "Forecast";
ALTER TABLE "new_Forecast" RENAME TO "Forecast";
CREATE INDEX "Forecast_shopId_productId_idx" ON "Forecast"("shopId", "productId");
CREATE INDEX "Forecast_shopId_bestOn_idx" ON "Forecast"("shopId", "bestOn");
CREATE TABLE "new_DecisionNote" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "shopId" INTEGER NOT NULL,
    "tactic" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "who" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "whereShown" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "hypothesis" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "reviewOn" INTEGER NOT NULL,
    "tolerance" REAL NOT NULL DEFAULT 0.05,
    "fallsBack" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL
);
INSERT INTO "new_DecisionNote" ("createdAt", "hypothesis", "id", "metric", "owner", "reviewOn", "shopId", "tactic", "version", "what", "whereShown", "who", "why") SELECT "createdAt", "hypothesis", "id", "metric", "owner", "reviewOn", "shopId", "tactic", "version", "what", "whereShown", "who", "why" FROM "DecisionNote";
DROP TABLE "DecisionNote";
ALTER TABLE "new_DecisionNote" RENAME TO "DecisionNote";
CREATE UNIQUE INDEX "DecisionNote_shopId_tactic_version_key" ON "DecisionNote"("shopId", "tactic", "version");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "OrderImport_shopId_startedAt_idx" ON "OrderImport"("shopId", "startedAt");

-- CreateIndex
CREATE INDEX "ImportReject_shopId_idx" ON "ImportReject"("shopId");

-- CreateIndex
CREATE INDEX "Review_shopId_dueOn_idx" ON "Review"("shopId", "dueOn");

-- CreateIndex
CREATE INDEX "Review_shopId_tactic_layerId_idx" ON "Review"("shopId", "tactic", "layerId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateTable
CREATE TABLE "Insight" (
    "shopId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "view" JSONB NOT NULL,
    "madeAt" DATETIME NOT NULL
);

ALTER TABLE "ProductRhythm" ADD COLUMN "repeatShare" REAL NOT NULL DEFAULT 0.25;
ALTER TABLE "ProductRhythm" ADD COLUMN "priorLogMean" REAL NOT NULL DEFAULT 3.5553;
ALTER TABLE "ProductRhythm" ADD COLUMN "priorShare" REAL NOT NULL DEFAULT 0.25;
-- AlterTable
ALTER TABLE "ResultCursor" ADD COLUMN "drawnAt" DATETIME;

-- A first conversion says too little to become such a row: everything is counted anew from exposures and orders.
DROP TABLE "Outcome";

-- CreateTable
CREATE TABLE "Outcome" (
    "shopId" INTEGER NOT NULL,
    "tactic" TEXT NOT NULL,
    "keyId" INTEGER NOT NULL,
    "layerId" INTEGER NOT NULL,
    "arm" TEXT NOT NULL,
    "counts" BOOLEAN NOT NULL,
    "drawnOn" INTEGER,
    "firstAt" DATETIME NOT NULL,
    "firstOn" INTEGER NOT NULL,
    "closesOn" INTEGER NOT NULL,
    "exposures" INTEGER NOT NULL,
    "crossed" BOOLEAN NOT NULL,
    "convertedAt" DATETIME,
    "convertedOn" INTEGER,
    "orderId" BIGINT,
    "orders" INTEGER NOT NULL,
    "netMinor" BIGINT NOT NULL,
    "otherCurrency" INTEGER NOT NULL,
    "beforeMinor" BIGINT NOT NULL,
    "attributedOrders" INTEGER NOT NULL,
    "lateIdentity" INTEGER NOT NULL,
    "orderAwaited" INTEGER NOT NULL,
    "returnedOn" INTEGER,
    "dismissedOn" INTEGER,
    "unsubscribedOn" INTEGER,
    "complainedOn" INTEGER,
    "snoozedOn" INTEGER,
    "mailedOn" INTEGER,
    "segments" JSONB NOT NULL,

    PRIMARY KEY ("shopId", "tactic", "keyId")
);

-- CreateIndex
CREATE INDEX "Outcome_shopId_keyId_idx" ON "Outcome"("shopId", "keyId");

-- CreateIndex
CREATE INDEX "Assignment_shopId_drawnAt_idx" ON "Assignment"("shopId", "drawnAt");

-- CreateIndex
CREATE INDEX "Exposure_shopId_id_idx" ON "Exposure"("shopId", "id");

