-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "proxyHeardAt" DATETIME;

