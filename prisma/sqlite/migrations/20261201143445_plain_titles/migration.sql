-- AlterTable
ALTER TABLE "Product" ADD COLUMN "plainTitle" TEXT;

