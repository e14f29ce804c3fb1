-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "scope" TEXT,
    "expires" DATETIME,
    "accessToken" TEXT NOT NULL,
    "userId" BIGINT,
    "firstName" TEXT,
    "lastName" TEXT,
    "email" TEXT,
    "accountOwner" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "collaborator" BOOLEAN DEFAULT false,
    "emailVerified" BOOLEAN DEFAULT false,
    "refreshToken" TEXT,
    "refreshTokenExpires" DATETIME
);

-- CreateTable
CREATE TABLE "Shop" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "domain" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "scopes" TEXT NOT NULL DEFAULT '',
    "installedAt" DATETIME NOT NULL,
    "uninstalledAt" DATETIME,
    "legalName" TEXT,
    "postalAddress" TEXT,
    "proxyPath" TEXT NOT NULL DEFAULT '/apps/larder',
    "guideDismissedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Backfill" (
    "shopId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "phase" TEXT NOT NULL,
    "cursor" TEXT,
    "productsDone" INTEGER NOT NULL DEFAULT 0,
    "ordersDone" INTEGER NOT NULL DEFAULT 0,
    "ordersTotal" INTEGER,
    "since" DATETIME,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "error" TEXT,
    "reconciledTo" DATETIME
);

-- CreateTable
CREATE TABLE "Product" (
    "shopId" INTEGER NOT NULL,
    "productId" BIGINT NOT NULL,
    "handle" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "productType" TEXT NOT NULL DEFAULT '',
    "vendor" TEXT NOT NULL DEFAULT '',
    "tags" JSONB NOT NULL,
    "categoryId" TEXT,
    "categoryName" TEXT,
    "imageUrl" TEXT,
    "isLive" BOOLEAN NOT NULL,
    "isAvailable" BOOLEAN NOT NULL,
    "isGiftCard" BOOLEAN NOT NULL DEFAULT false,
    "requiresShipping" BOOLEAN NOT NULL DEFAULT true,
    "hasSubscriptionOffer" BOOLEAN NOT NULL DEFAULT false,
    "isSensitive" BOOLEAN NOT NULL DEFAULT false,
    "shopifyUpdatedAt" DATETIME NOT NULL,
    "deletedAt" DATETIME,

    PRIMARY KEY ("shopId", "productId")
);

-- CreateTable
CREATE TABLE "Variant" (
    "shopId" INTEGER NOT NULL,
    "variantId" BIGINT NOT NULL,
    "productId" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "sku" TEXT,
    "priceMinor" INTEGER NOT NULL,
    "isAvailable" BOOLEAN NOT NULL,
    "packAmount" REAL,
    "packUnit" TEXT,

    PRIMARY KEY ("shopId", "variantId")
);

-- CreateTable
CREATE TABLE "InboxMessage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "shopId" INTEGER NOT NULL,
    "webhookId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'new',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT
);

-- CreateTable
CREATE TABLE "DirtyOrder" (
    "shopId" INTEGER NOT NULL,
    "orderId" BIGINT NOT NULL,
    "since" DATETIME NOT NULL,
    "marks" INTEGER NOT NULL DEFAULT 1,

    PRIMARY KEY ("shopId", "orderId")
);

-- CreateTable
CREATE TABLE "Order" (
    "shopId" INTEGER NOT NULL,
    "orderId" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "placedAt" DATETIME NOT NULL,
    "placedOn" INTEGER NOT NULL,
    "customerId" BIGINT,
    "browserId" TEXT,
    "checkoutToken" TEXT,
    "sourceName" TEXT NOT NULL DEFAULT '',
    "currency" TEXT NOT NULL,
    "netMinor" INTEGER NOT NULL,
    "isTest" BOOLEAN NOT NULL DEFAULT false,
    "cancelledAt" DATETIME,
    "shopifyUpdatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "orderId")
);

-- CreateTable
CREATE TABLE "Purchase" (
    "shopId" INTEGER NOT NULL,
    "lineId" BIGINT NOT NULL,
    "orderId" BIGINT NOT NULL,
    "productId" BIGINT NOT NULL,
    "variantId" BIGINT,
    "quantity" INTEGER NOT NULL,
    "boughtOn" INTEGER NOT NULL,
    "unitPriceMinor" INTEGER NOT NULL,
    "isSubscription" BOOLEAN NOT NULL,
    "customerId" BIGINT,
    "browserId" TEXT,

    PRIMARY KEY ("shopId", "lineId")
);

-- CreateTable
CREATE TABLE "ShopperKey" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "shopId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ShopperLink" (
    "shopId" INTEGER NOT NULL,
    "aKeyId" INTEGER NOT NULL,
    "bKeyId" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "aKeyId", "bKeyId", "source")
);

-- CreateTable
CREATE TABLE "OptOut" (
    "shopId" INTEGER NOT NULL,
    "keyId" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "keyId", "scope")
);

-- CreateTable
CREATE TABLE "Layer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "shopId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "shareBp" INTEGER NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Assignment" (
    "layerId" INTEGER NOT NULL,
    "keyId" INTEGER NOT NULL,
    "shopId" INTEGER NOT NULL,
    "arm" TEXT NOT NULL,
    "bucket" INTEGER NOT NULL,
    "drawnAt" DATETIME NOT NULL,
    "how" TEXT NOT NULL,

    PRIMARY KEY ("layerId", "keyId")
);

-- CreateTable
CREATE TABLE "Exposure" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "shopId" INTEGER NOT NULL,
    "tactic" TEXT NOT NULL,
    "businessKey" TEXT NOT NULL,
    "keyId" INTEGER NOT NULL,
    "arm" TEXT NOT NULL,
    "layerId" INTEGER,
    "holdoutLayerId" INTEGER,
    "at" DATETIME NOT NULL,
    "detail" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Consumable" (
    "shopId" INTEGER NOT NULL,
    "productId" BIGINT NOT NULL,
    "modelSays" BOOLEAN NOT NULL,
    "merchantSays" BOOLEAN,
    "holds" BOOLEAN NOT NULL,
    "score" REAL NOT NULL,
    "evidence" JSONB NOT NULL,
    "decidedAt" DATETIME NOT NULL,
    "overruledAt" DATETIME,

    PRIMARY KEY ("shopId", "productId")
);

-- CreateTable
CREATE TABLE "ProductRhythm" (
    "shopId" INTEGER NOT NULL,
    "productId" BIGINT NOT NULL,
    "intervals" INTEGER NOT NULL,
    "buyers" INTEGER NOT NULL,
    "repeatBuyers" INTEGER NOT NULL,
    "logMean" REAL NOT NULL,
    "logSd" REAL NOT NULL,
    "source" TEXT NOT NULL,
    "quartiles" JSONB NOT NULL,
    "refreshedAt" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "productId")
);

-- CreateTable
CREATE TABLE "Forecast" (
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
    "rank" REAL NOT NULL,
    "evidence" JSONB NOT NULL,
    "refreshedAt" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "keyId", "productId")
);

-- CreateTable
CREATE TABLE "Tactic" (
    "shopId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "noteId" INTEGER,
    "changedAt" DATETIME NOT NULL,
    "firstOnAt" DATETIME,

    PRIMARY KEY ("shopId", "name")
);

-- CreateTable
CREATE TABLE "DecisionNote" (
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
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "TacticChange" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "shopId" INTEGER NOT NULL,
    "tactic" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ShelfEvent" (
    "shopId" INTEGER NOT NULL,
    "view" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "productId" BIGINT NOT NULL DEFAULT 0,
    "keyId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "view", "type", "productId")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" INTEGER NOT NULL,
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
    "occurrence" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "Message" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" INTEGER NOT NULL,
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
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "MailLink" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "shopId" INTEGER NOT NULL,
    "messageId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "choice" TEXT,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Suppression" (
    "shopId" INTEGER NOT NULL,
    "emailHash" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "emailHash", "scope")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "shopId" INTEGER NOT NULL,
    "tactic" TEXT NOT NULL,
    "keyId" INTEGER NOT NULL,
    "metric" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "orderId" BIGINT,

    PRIMARY KEY ("shopId", "tactic", "keyId", "metric")
);

-- CreateTable
CREATE TABLE "Tombstone" (
    "shopId" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "erasedAt" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "subject")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "shopId" INTEGER,
    "key" TEXT,
    "payload" JSONB NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "notBefore" DATETIME NOT NULL,
    "leaseUntil" DATETIME,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT
);

-- CreateTable
CREATE TABLE "Schedule" (
    "kind" TEXT NOT NULL PRIMARY KEY,
    "nextDueAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Session_shop_idx" ON "Session"("shop");

-- CreateIndex
CREATE UNIQUE INDEX "Shop_domain_key" ON "Shop"("domain");

-- CreateIndex
CREATE INDEX "Product_shopId_handle_idx" ON "Product"("shopId", "handle");

-- CreateIndex
CREATE INDEX "Variant_shopId_productId_idx" ON "Variant"("shopId", "productId");

-- CreateIndex
CREATE INDEX "InboxMessage_state_id_idx" ON "InboxMessage"("state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "InboxMessage_shopId_webhookId_key" ON "InboxMessage"("shopId", "webhookId");

-- CreateIndex
CREATE INDEX "Order_shopId_checkoutToken_idx" ON "Order"("shopId", "checkoutToken");

-- CreateIndex
CREATE INDEX "Order_shopId_customerId_placedAt_idx" ON "Order"("shopId", "customerId", "placedAt");

-- CreateIndex
CREATE INDEX "Order_shopId_browserId_placedAt_idx" ON "Order"("shopId", "browserId", "placedAt");

-- CreateIndex
CREATE INDEX "Order_shopId_placedAt_idx" ON "Order"("shopId", "placedAt");

-- CreateIndex
CREATE INDEX "Purchase_shopId_orderId_idx" ON "Purchase"("shopId", "orderId");

-- CreateIndex
CREATE INDEX "Purchase_shopId_productId_boughtOn_idx" ON "Purchase"("shopId", "productId", "boughtOn");

-- CreateIndex
CREATE INDEX "Purchase_shopId_boughtOn_idx" ON "Purchase"("shopId", "boughtOn");

-- CreateIndex
CREATE INDEX "Purchase_shopId_customerId_productId_idx" ON "Purchase"("shopId", "customerId", "productId");

-- CreateIndex
CREATE INDEX "Purchase_shopId_browserId_productId_idx" ON "Purchase"("shopId", "browserId", "productId");

-- CreateIndex
CREATE INDEX "ShopperKey_shopId_personId_idx" ON "ShopperKey"("shopId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "ShopperKey_shopId_kind_value_key" ON "ShopperKey"("shopId", "kind", "value");

-- CreateIndex
CREATE INDEX "ShopperLink_shopId_bKeyId_aKeyId_source_idx" ON "ShopperLink"("shopId", "bKeyId", "aKeyId", "source");

-- CreateIndex
CREATE UNIQUE INDEX "Layer_shopId_name_version_key" ON "Layer"("shopId", "name", "version");

-- CreateIndex
CREATE INDEX "Assignment_shopId_keyId_idx" ON "Assignment"("shopId", "keyId");

-- CreateIndex
CREATE INDEX "Exposure_shopId_keyId_tactic_at_idx" ON "Exposure"("shopId", "keyId", "tactic", "at");

-- CreateIndex
CREATE INDEX "Exposure_shopId_tactic_at_idx" ON "Exposure"("shopId", "tactic", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Exposure_shopId_tactic_businessKey_key" ON "Exposure"("shopId", "tactic", "businessKey");

-- CreateIndex
CREATE INDEX "Consumable_shopId_holds_idx" ON "Consumable"("shopId", "holds");

-- CreateIndex
CREATE INDEX "Forecast_shopId_productId_idx" ON "Forecast"("shopId", "productId");

-- CreateIndex
CREATE INDEX "Forecast_shopId_bestOn_idx" ON "Forecast"("shopId", "bestOn");

-- CreateIndex
CREATE UNIQUE INDEX "DecisionNote_shopId_tactic_version_key" ON "DecisionNote"("shopId", "tactic", "version");

-- CreateIndex
CREATE INDEX "TacticChange_shopId_at_idx" ON "TacticChange"("shopId", "at");

-- CreateIndex
CREATE INDEX "ShelfEvent_shopId_at_idx" ON "ShelfEvent"("shopId", "at");

-- CreateIndex
CREATE INDEX "Reminder_shopId_state_remindOn_idx" ON "Reminder"("shopId", "state", "remindOn");

-- CreateIndex
CREATE INDEX "Reminder_shopId_keyId_idx" ON "Reminder"("shopId", "keyId");

-- CreateIndex
CREATE INDEX "Reminder_shopId_emailHash_idx" ON "Reminder"("shopId", "emailHash");

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_shopId_checkoutToken_productId_key" ON "Reminder"("shopId", "checkoutToken", "productId");

-- CreateIndex
CREATE INDEX "Message_state_dueAt_idx" ON "Message"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Message_shopId_keyId_sentOnAt_idx" ON "Message"("shopId", "keyId", "sentOnAt");

-- CreateIndex
CREATE INDEX "Message_shopId_emailHash_sentOnAt_idx" ON "Message"("shopId", "emailHash", "sentOnAt");

-- CreateIndex
CREATE INDEX "Message_shopId_kind_subjectId_idx" ON "Message"("shopId", "kind", "subjectId");

-- CreateIndex
CREATE INDEX "Message_shopId_state_idx" ON "Message"("shopId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Message_shopId_businessKey_key" ON "Message"("shopId", "businessKey");

-- CreateIndex
CREATE INDEX "MailLink_shopId_messageId_idx" ON "MailLink"("shopId", "messageId");

-- CreateIndex
CREATE INDEX "Outcome_shopId_keyId_idx" ON "Outcome"("shopId", "keyId");

-- CreateIndex
CREATE INDEX "Job_state_dueAt_idx" ON "Job"("state", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Job_kind_key_key" ON "Job"("kind", "key");

