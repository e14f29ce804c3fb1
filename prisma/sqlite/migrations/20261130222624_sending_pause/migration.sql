-- CreateTable
CREATE TABLE "SendingPause" (
    "shopId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "reason" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "sinceAt" DATETIME NOT NULL,
    "refusals" INTEGER NOT NULL,
    "nextTryAt" DATETIME NOT NULL
);

