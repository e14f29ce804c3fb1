-- CreateTable
CREATE TABLE "LetterVersion" (
    "shopId" INTEGER NOT NULL,
    "template" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("shopId", "template", "part", "version")
);

-- CreateTable
CREATE TABLE "LetterLook" (
    "shopId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "logoUrl" TEXT,
    "buttonColour" TEXT NOT NULL,
    "buttonTextColour" TEXT NOT NULL,
    "groundColour" TEXT NOT NULL,
    "font" TEXT NOT NULL,
    "footer" TEXT
);

