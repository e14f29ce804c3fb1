-- CreateTable
CREATE TABLE "LetterVersion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "shopId" INTEGER NOT NULL,
    "template" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB,
    "at" DATETIME NOT NULL
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

-- CreateIndex
CREATE UNIQUE INDEX "LetterVersion_shopId_template_part_version_key" ON "LetterVersion"("shopId", "template", "part", "version");

