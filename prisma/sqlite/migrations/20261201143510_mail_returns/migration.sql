-- CreateTable
CREATE TABLE "MailReturn" (
    "shopId" INTEGER NOT NULL,
    "eventId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "emailHash" TEXT NOT NULL,
    "messageId" TEXT,
    "heardAt" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "eventId")
);

-- CreateTable
CREATE TABLE "ComplaintStop" (
    "shopId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "stoppedAt" DATETIME NOT NULL,
    "complaints" INTEGER NOT NULL,
    "mails" INTEGER NOT NULL,
    "liftedAt" DATETIME
);

-- CreateTable
CREATE TABLE "HeldSettlement" (
    "shopId" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "choice" TEXT NOT NULL,

    PRIMARY KEY ("shopId", "id")
);

-- AlterTable
ALTER TABLE "Message" ADD COLUMN "acceptedTimes" INTEGER NOT NULL DEFAULT 0;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Suppression" (
    "shopId" INTEGER NOT NULL,
    "emailHash" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "emailHash", "scope", "source")
);
INSERT INTO "new_Suppression" ("at", "emailHash", "scope", "shopId", "source") SELECT "at", "emailHash", "scope", "shopId", "source" FROM "Suppression";
DROP TABLE "Suppression";
ALTER TABLE "new_Suppression" RENAME TO "Suppression";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "MailReturn_shopId_emailHash_heardAt_idx" ON "MailReturn"("shopId", "emailHash", "heardAt");

-- CreateIndex
CREATE INDEX "MailReturn_shopId_kind_heardAt_idx" ON "MailReturn"("shopId", "kind", "heardAt");

-- CreateIndex
CREATE INDEX "HeldSettlement_shopId_messageId_idx" ON "HeldSettlement"("shopId", "messageId");

-- CreateIndex
CREATE INDEX "Message_shopId_sentOnAt_idx" ON "Message"("shopId", "sentOnAt");

-- CreateIndex
CREATE INDEX "Message_shopId_acceptedTimes_idx" ON "Message"("shopId", "acceptedTimes");

-- What was sent before was taken once.
UPDATE "Message" SET "acceptedTimes" = 1 WHERE "state" = 'sent';
