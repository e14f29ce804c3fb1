-- DropIndex
DROP INDEX "CalendarFeed_tokenHash_key";

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Assignment" (
    "shopId" INTEGER NOT NULL,
    "layerId" INTEGER NOT NULL,
    "keyId" INTEGER NOT NULL,
    "arm" TEXT NOT NULL,
    "bucket" INTEGER NOT NULL,
    "drawnAt" DATETIME NOT NULL,
    "how" TEXT NOT NULL,

    PRIMARY KEY ("shopId", "layerId", "keyId")
);
INSERT INTO "new_Assignment" ("arm", "bucket", "drawnAt", "how", "keyId", "layerId", "shopId") SELECT "arm", "bucket", "drawnAt", "how", "keyId", "layerId", "shopId" FROM "Assignment";
DROP TABLE "Assignment";
ALTER TABLE "new_Assignment" RENAME TO "Assignment";
CREATE INDEX "Assignment_shopId_keyId_idx" ON "Assignment"("shopId", "keyId");
CREATE INDEX "Assignment_shopId_drawnAt_idx" ON "Assignment"("shopId", "drawnAt");
CREATE TABLE "new_ImportReject" (
    "shopId" INTEGER NOT NULL,
    "importId" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "orderName" TEXT NOT NULL DEFAULT '',
    "field" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,

    PRIMARY KEY ("shopId", "importId", "line")
);
INSERT INTO "new_ImportReject" ("field", "importId", "line", "orderName", "reason", "shopId") SELECT "field", "importId", "line", "orderName", "reason", "shopId" FROM "ImportReject";
DROP TABLE "ImportReject";
ALTER TABLE "new_ImportReject" RENAME TO "ImportReject";
CREATE TABLE "new_InboxMessage" (
    "shopId" INTEGER NOT NULL,
    "webhookId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'new',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,

    PRIMARY KEY ("shopId", "webhookId")
);
INSERT INTO "new_InboxMessage" ("attempts", "error", "payload", "receivedAt", "shopId", "state", "topic", "webhookId") SELECT "attempts", "error", "payload", "receivedAt", "shopId", "state", "topic", "webhookId" FROM "InboxMessage";
DROP TABLE "InboxMessage";
ALTER TABLE "new_InboxMessage" RENAME TO "InboxMessage";
CREATE INDEX "InboxMessage_state_receivedAt_idx" ON "InboxMessage"("state", "receivedAt");
CREATE TABLE "new_MailLink" (
    "shopId" INTEGER NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "choice" TEXT,
    "usedAt" DATETIME,

    PRIMARY KEY ("shopId", "tokenHash")
);
INSERT INTO "new_MailLink" ("choice", "expiresAt", "messageId", "purpose", "shopId", "tokenHash", "usedAt") SELECT "choice", "expiresAt", "messageId", "purpose", "shopId", "tokenHash", "usedAt" FROM "MailLink";
DROP TABLE "MailLink";
ALTER TABLE "new_MailLink" RENAME TO "MailLink";
CREATE INDEX "MailLink_tokenHash_idx" ON "MailLink"("tokenHash");
CREATE INDEX "MailLink_shopId_messageId_idx" ON "MailLink"("shopId", "messageId");
CREATE TABLE "new_Message" (
    "shopId" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "businessKey" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "keyId" INTEGER,
    "emailHash" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "meantFor" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "notBefore" DATETIME,
    "facts" JSONB,
    "factsAt" DATETIME,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimedAt" DATETIME,
    "claimedBy" TEXT,
    "sentAt" DATETIME,
    "sentOnAt" DATETIME,
    "providerId" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "id")
);
INSERT INTO "new_Message" ("attempts", "businessKey", "claimedAt", "claimedBy", "createdAt", "dueAt", "emailHash", "facts", "factsAt", "id", "keyId", "kind", "meantFor", "notBefore", "providerId", "reason", "sentAt", "sentOnAt", "shopId", "state", "subjectId") SELECT "attempts", "businessKey", "claimedAt", "claimedBy", "createdAt", "dueAt", "emailHash", "facts", "factsAt", "id", "keyId", "kind", "meantFor", "notBefore", "providerId", "reason", "sentAt", "sentOnAt", "shopId", "state", "subjectId" FROM "Message";
DROP TABLE "Message";
ALTER TABLE "new_Message" RENAME TO "Message";
CREATE INDEX "Message_state_dueAt_idx" ON "Message"("state", "dueAt");
CREATE INDEX "Message_shopId_keyId_sentOnAt_idx" ON "Message"("shopId", "keyId", "sentOnAt");
CREATE INDEX "Message_shopId_emailHash_sentOnAt_idx" ON "Message"("shopId", "emailHash", "sentOnAt");
CREATE INDEX "Message_shopId_kind_subjectId_idx" ON "Message"("shopId", "kind", "subjectId");
CREATE INDEX "Message_shopId_state_idx" ON "Message"("shopId", "state");
CREATE UNIQUE INDEX "Message_shopId_businessKey_key" ON "Message"("shopId", "businessKey");
CREATE TABLE "new_Reminder" (
    "shopId" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "checkoutToken" TEXT NOT NULL,
    "productId" BIGINT NOT NULL,
    "variantId" BIGINT,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "remindOn" INTEGER NOT NULL,
    "offeredOn" INTEGER NOT NULL,
    "orderId" BIGINT,
    "keyId" INTEGER,
    "email" TEXT,
    "emailHash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "wording" TEXT NOT NULL,
    "acceptedAt" DATETIME NOT NULL,
    "activatedAt" DATETIME,
    "endedAt" DATETIME,
    "endReason" TEXT,
    "snoozes" INTEGER NOT NULL DEFAULT 0,
    "occurrence" INTEGER NOT NULL DEFAULT 0,
    "customerId" BIGINT,
    "outsideAt" DATETIME,

    PRIMARY KEY ("shopId", "id")
);
INSERT INTO "new_Reminder" ("acceptedAt", "activatedAt", "checkoutToken", "customerId", "email", "emailHash", "endReason", "endedAt", "id", "keyId", "locale", "occurrence", "offeredOn", "orderId", "outsideAt", "productId", "quantity", "remindOn", "shopId", "snoozes", "state", "variantId", "wording") SELECT "acceptedAt", "activatedAt", "checkoutToken", "customerId", "email", "emailHash", "endReason", "endedAt", "id", "keyId", "locale", "occurrence", "offeredOn", "orderId", "outsideAt", "productId", "quantity", "remindOn", "shopId", "snoozes", "state", "variantId", "wording" FROM "Reminder";
DROP TABLE "Reminder";
ALTER TABLE "new_Reminder" RENAME TO "Reminder";
CREATE INDEX "Reminder_shopId_state_remindOn_idx" ON "Reminder"("shopId", "state", "remindOn");
CREATE INDEX "Reminder_shopId_keyId_idx" ON "Reminder"("shopId", "keyId");
CREATE INDEX "Reminder_shopId_emailHash_idx" ON "Reminder"("shopId", "emailHash");
CREATE UNIQUE INDEX "Reminder_shopId_checkoutToken_productId_key" ON "Reminder"("shopId", "checkoutToken", "productId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "CalendarFeed_tokenHash_idx" ON "CalendarFeed"("tokenHash");

