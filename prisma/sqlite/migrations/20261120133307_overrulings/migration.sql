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

