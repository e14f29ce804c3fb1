-- CreateIndex
CREATE INDEX "Order_shopId_fulfilledAt_idx" ON "Order"("shopId", "fulfilledAt");

-- CreateTable
CREATE TABLE "FollowUpSettings" (
    "shopId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "delayDays" INTEGER NOT NULL DEFAULT 14,
    "discountKind" TEXT NOT NULL DEFAULT 'none',
    "discountPercent" INTEGER,
    "discountMinor" INTEGER,
    "discountDays" INTEGER NOT NULL DEFAULT 14,
    "discountsAMonth" INTEGER NOT NULL DEFAULT 100,
    "changedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "shopId" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "orderId" BIGINT NOT NULL,
    "customerId" BIGINT NOT NULL,
    "keyId" INTEGER,
    "dueAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "letter" TEXT,
    "items" JSONB,
    "email" TEXT,
    "emailHash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "mayDiscount" BOOLEAN NOT NULL DEFAULT false,
    "discountState" TEXT,
    "discountCode" TEXT,
    "discountId" TEXT,
    "discountPercent" INTEGER,
    "discountMinor" INTEGER,
    "discountEndsAt" DATETIME,
    "discountMonth" INTEGER,
    "placedAt" DATETIME NOT NULL,
    "decidedAt" DATETIME,
    "endedAt" DATETIME,

    PRIMARY KEY ("shopId", "id")
);

-- CreateIndex
CREATE INDEX "FollowUp_state_dueAt_idx" ON "FollowUp"("state", "dueAt");

-- CreateIndex
CREATE INDEX "FollowUp_shopId_keyId_idx" ON "FollowUp"("shopId", "keyId");

-- CreateIndex
CREATE INDEX "FollowUp_shopId_customerId_idx" ON "FollowUp"("shopId", "customerId");

-- CreateIndex
CREATE INDEX "FollowUp_shopId_emailHash_idx" ON "FollowUp"("shopId", "emailHash");

-- CreateIndex
CREATE INDEX "FollowUp_shopId_discountMonth_idx" ON "FollowUp"("shopId", "discountMonth");

-- CreateIndex
CREATE INDEX "FollowUp_shopId_state_decidedAt_idx" ON "FollowUp"("shopId", "state", "decidedAt");

-- CreateIndex
CREATE UNIQUE INDEX "FollowUp_shopId_orderId_key" ON "FollowUp"("shopId", "orderId");

