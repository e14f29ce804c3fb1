-- The sum of spends as they were is called by the word for the limit that it does without.
UPDATE "ResultSum" SET "metric" = 'revenue-unlimited' WHERE "metric" = 'revenue-uncapped';
