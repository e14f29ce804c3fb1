-- AlterTable
ALTER TABLE "Order" ADD COLUMN "fulfilledAt" DATETIME;

