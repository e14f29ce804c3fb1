-- CreateTable
CREATE TABLE "ProductNeighbour" (
    "shopId" INTEGER NOT NULL,
    "productId" BIGINT NOT NULL,
    "neighbourId" BIGINT NOT NULL,
    "support" INTEGER NOT NULL,
    "lift" REAL NOT NULL,
    "strength" REAL NOT NULL,

    PRIMARY KEY ("shopId", "productId", "neighbourId")
);

-- CreateTable
CREATE TABLE "ListedProduct" (
    "shopId" INTEGER NOT NULL,
    "list" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "productId" BIGINT NOT NULL,

    PRIMARY KEY ("shopId", "list", "place")
);

-- CreateTable
CREATE TABLE "RecommenderGate" (
    "shopId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "isOpen" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "decidedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "EditorialItem" (
    "shopId" INTEGER NOT NULL,
    "productId" BIGINT NOT NULL,
    "place" INTEGER NOT NULL,
    "addedAt" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "productId")
);

