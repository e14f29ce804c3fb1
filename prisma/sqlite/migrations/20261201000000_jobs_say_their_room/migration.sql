-- Jobs that give every shop one of its own now say the room, as all others do. What waits, and when each comes round, goes on.
UPDATE "Job" SET "kind" = 'results.collect-all' WHERE "kind" = 'results';
UPDATE "Job" SET "kind" = 'results.insights-all' WHERE "kind" = 'insights';
UPDATE "Job" SET "kind" = 'results.watch-all' WHERE "kind" = 'hourly';
UPDATE "Job" SET "kind" = 'consumables.rebuild-all' WHERE "kind" = 'nightly';
UPDATE "Job" SET "kind" = 'orders.reconcile-all' WHERE "kind" = 'orders.reconcile' AND "shopId" IS NULL;
UPDATE "Schedule" SET "kind" = 'results.collect-all' WHERE "kind" = 'results';
UPDATE "Schedule" SET "kind" = 'results.insights-all' WHERE "kind" = 'insights';
UPDATE "Schedule" SET "kind" = 'results.watch-all' WHERE "kind" = 'hourly';
UPDATE "Schedule" SET "kind" = 'consumables.rebuild-all' WHERE "kind" = 'nightly';
UPDATE "Schedule" SET "kind" = 'orders.reconcile-all' WHERE "kind" = 'orders.reconcile';
