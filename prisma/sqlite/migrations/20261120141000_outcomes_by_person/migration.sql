-- AlterTable
ALTER TABLE "ResultCursor" ADD COLUMN "drawnAt" DATETIME;

-- A first conversion says too little to become such a row: everything is counted anew from exposures and orders.
DROP TABLE "Outcome";
DELETE FROM "ResultCursor";
DELETE FROM "ResultSum";

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

