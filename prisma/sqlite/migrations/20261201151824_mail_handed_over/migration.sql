-- AlterTable
ALTER TABLE "Message" ADD COLUMN "handedOverAt" DATETIME;


-- What is claimed as this runs was perhaps handed over: it is held, as it always was.
UPDATE "Message" SET "handedOverAt" = "claimedAt" WHERE "claimedAt" IS NOT NULL;
