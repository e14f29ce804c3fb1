-- CreateTable
CREATE TABLE "WaitingOffer" (
    "shopId" INTEGER NOT NULL,
    "checkoutToken" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "visitor" TEXT,
    "arm" TEXT NOT NULL,
    "layerId" INTEGER,
    "holdoutLayerId" INTEGER NOT NULL,
    "draws" JSONB NOT NULL,
    "detail" JSONB NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "offeredAt" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "checkoutToken")
);

-- AlterTable
ALTER TABLE "Reminder" ADD COLUMN "customerId" BIGINT;
ALTER TABLE "Reminder" ADD COLUMN "outsideAt" DATETIME;

-- CreateIndex
CREATE INDEX "WaitingOffer_shopId_visitor_idx" ON "WaitingOffer"("shopId", "visitor");

-- CreateIndex
CREATE INDEX "WaitingOffer_shopId_offeredAt_idx" ON "WaitingOffer"("shopId", "offeredAt");

-- CreateIndex
CREATE UNIQUE INDEX "WaitingOffer_shopId_tokenHash_key" ON "WaitingOffer"("shopId", "tokenHash");
