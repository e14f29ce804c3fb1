-- AlterTable
ALTER TABLE "Message" ADD COLUMN "carrierId" TEXT;

-- CreateTable
CREATE TABLE "MailPace" (
    "shopId" INTEGER NOT NULL,
    "emailHash" TEXT NOT NULL,
    "pace" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "emailHash")
);

-- CreateTable
CREATE TABLE "ConsentWish" (
    "shopId" INTEGER NOT NULL,
    "customerId" BIGINT NOT NULL,
    "emailHash" TEXT NOT NULL,
    "wanted" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "wishedAt" DATETIME NOT NULL,
    "settledAt" DATETIME,

    PRIMARY KEY ("shopId", "customerId")
);

-- CreateIndex
CREATE INDEX "ConsentWish_shopId_state_idx" ON "ConsentWish"("shopId", "state");

-- CreateIndex
CREATE INDEX "ConsentWish_shopId_emailHash_idx" ON "ConsentWish"("shopId", "emailHash");

-- CreateIndex
CREATE INDEX "Message_shopId_carrierId_idx" ON "Message"("shopId", "carrierId");

