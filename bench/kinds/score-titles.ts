import { categoryPrior } from '../../app/consumables/category-priors';
import type { BenchResult } from '../bench';
import { scoreDetector } from '../consumables/score-detector';
import { readTable } from '../consumables/truth';

export interface LabelledTitle {
  readonly title: string;
  readonly language: string;
  readonly isUsedUp: boolean;
}

const TARGET = 0.95;
const THRESHOLD = 0.5;
/** Titles are read so many times over to tell what one costs. */
const ROUNDS = 20;

/** Titles of a CSV file (`title`, `lang`, `used_up`), those without a label left out. */
export async function readLabelled(path: string): Promise<readonly LabelledTitle[]> {
  const rows = await readTable(path);
  return rows.flatMap((row) => {
    const [title, language, label] = [row.get('title') ?? '', row.get('lang') ?? '', row.get('used_up')];
    return label === '1' || label === '0' ? [{ title, language, isUsedUp: label === '1' }] : [];
  });
}

/** AUC of the chance that a name alone gives, overall and by language, how true the chances are, and what one name costs. */
export function scoreTitles(titles: readonly LabelledTitle[], say: (line: string) => void): BenchResult {
  const priorOf = (title: string) =>
    categoryPrior({ title, productType: '', tags: [], categoryId: null, categoryName: null });
  const scored = titles.map(({ title, language, isUsedUp }) => {
    const prior = priorOf(title);
    return { title, language, prior, score: prior.chance, isConsumable: isUsedUp, cluster: title };
  });
  const started = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) for (const { title } of titles) priorOf(title);
  const microseconds = (1000 * (performance.now() - started)) / (ROUNDS * titles.length);
  const figures: Record<string, number> = { titles: titles.length };
  for (const language of ['all', ...new Set(titles.map((title) => title.language))]) {
    const own = scored.filter((title) => language === 'all' || title.language === language);
    const { auc, low, high, precision, recall } = scoreDetector(own, THRESHOLD);
    const right = own.filter((title) => title.score > THRESHOLD === title.isConsumable).length / own.length;
    Object.assign(figures, {
      [`${language}: AUC`]: round(auc),
      [`${language}: AUC, low`]: round(low),
      [`${language}: AUC, high`]: round(high),
      [`${language}: told rightly`]: round(right),
      [`${language}: precision`]: round(precision),
      [`${language}: recall`]: round(recall),
    });
  }
  for (const [low, high] of BANDS) {
    const own = scored.filter(({ score }) => score >= low && score < high);
    if (own.length === 0) continue;
    const used = own.filter((title) => title.isConsumable).length / own.length;
    const mean = own.reduce((sum, title) => sum + title.score, 0) / own.length;
    say(`said ${round(mean)}: used up ${round(used)} of ${own.length}`);
  }
  for (const title of scored)
    if (title.score > THRESHOLD !== title.isConsumable)
      say(
        `${title.isConsumable ? 'used up' : 'kept'} ${round(title.score)} ${title.prior.name}: ${title.title}`,
      );
  figures['unknown kind'] = round(scored.filter((title) => title.prior.from === null).length / scored.length);
  figures['µs a title'] = round(microseconds);
  return { figures, reference: {}, bar: { AUC: TARGET }, pass: figures['all: AUC']! >= TARGET };
}

const BANDS = [
  [0, 0.1],
  [0.1, 0.3],
  [0.3, 0.7],
  [0.7, 0.9],
  [0.9, 1.01],
] as const;

const round = (value: number) => Math.round(value * 1e4) / 1e4;
