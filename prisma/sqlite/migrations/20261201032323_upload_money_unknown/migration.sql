-- AlterTable
ALTER TABLE "OrderImport" ADD COLUMN "ordersUnpriced" INTEGER NOT NULL DEFAULT 0;
