import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench, BenchOptions, BenchResult } from './bench';
import { learnWeights } from './kinds/learn-weights';
import { titleDrawer } from './kinds/learning-titles';
import { writeModule } from './kinds/pack-weights';
import { readLabelled, scoreTitles } from './kinds/score-titles';

const MODULE = join(import.meta.dirname, '../app/catalogue/kinds/kind-weights.ts');
const LEARNED_FROM =
  "the names of Shopify's product taxonomy in six languages and our own words (bench/kinds/vocabulary)";
/** What fits into 300 kB. */
const PLAN = {
  dims: 16,
  features: 23_700,
  titlesPerRound: 120_000,
  rounds: 6,
  prunings: 6,
  roundsAfterPruning: 4,
  roundsAfterRounding: 2,
  seed: 5,
};

export const kinds: Bench = {
  about: 'What a product is from its name alone, on titles labelled by hand',
  options:
    '--titles FILE: title,lang,used_up (1 or 0) | --learn yes: writes the weights anew, the same from the same words',
  run: runKinds,
};

async function runKinds(options: BenchOptions, say: (line: string) => void): Promise<BenchResult> {
  if (options.learn) {
    say(`learning from ${LEARNED_FROM}`);
    const model = learnWeights(titleDrawer(), PLAN, say);
    await writeFile(MODULE, writeModule(model, LEARNED_FROM));
    return { figures: { features: model.hashes.length }, reference: {}, bar: {}, pass: true };
  }
  if (!options.titles) throw new Error('--titles takes a CSV file with the columns title, lang and used_up.');
  return scoreTitles(await readLabelled(options.titles), say);
}
