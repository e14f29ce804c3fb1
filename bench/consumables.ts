import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Bench, BenchOptions, BenchResult } from './bench';
import { wholeNumber } from './bench';
import { readPackSize } from '../app/catalogue/pack-size';
import { inventedPanel, inventedWebShop } from './consumables/invented-panels';
import { larder, priorOf, type Detector, type Label } from './consumables/labelled-shop';
import { limitScores } from './consumables/limit-detector';
import { AMBIGUOUS, NOT_CONSUMABLE } from './consumables/panel-labels';
import { REFERENCE_DETECTORS } from './consumables/reference-detectors';
import { scoreDetector } from './consumables/score-detector';
import { boughtAgainLater, readPanel, readTable, type Truth } from './consumables/truth';
import { seededRandom } from './refills/bootstrap';
import { readUci } from './refills/convert-uci';
import { buildHistory, type History } from './refills/history';
import { parseDay, readPurchases } from './refills/read-purchases';

/** The facts' target: AUC at product level with the category hidden for a random half of the products. */
const TARGET = 0.95;
const THRESHOLD = 0.5;

export const consumables: Bench = {
  about: 'Which products are consumables, against reference detectors (task C), and how pack sizes are read',
  options:
    '[--purchases FILE | --uci FILE] [--end DAY] [--truth FILE: product_id,consumable] [--titles FILE: product_id,title] ' +
    '[--cut DAY: without --truth, judged by who buys again after it] [--min-buyers 5] [--verdicts OUT] ' +
    '[--panel FILE: category priors, for an invented panel] [--sizes FILE: product table with sizes]',
  run: runConsumables,
};

async function runConsumables(options: BenchOptions, say: (line: string) => void): Promise<BenchResult> {
  const figures: Record<string, number> = {};
  const reference: Record<string, number> = {};
  const into = { figures, reference, say };
  if (options.purchases ?? options.uci) await scoreFile(options, into);
  else scoreShop({ ...invented(inventedWebShop(2000, 7)), name: 'web shop' }, into);
  if (!options.purchases && !options.uci) {
    scoreShop({ ...invented(inventedWebShop(60, 7)), name: 'small web shop' }, into);
    for (const [language, name] of [
      ['de', 'small German shop'],
      ['fr', 'small French shop'],
    ] as const)
      scoreShop({ ...invented(inventedWebShop(60, 7, language)), name }, into);
    if (options.panel) await scorePanel(options.panel, into);
    if (options.sizes) await scoreSizes(options.sizes, into);
  }
  const half = Object.entries(figures).filter(([name]) => name.endsWith('half hidden: AUC'));
  const bar: Record<string, number> = half.length > 0 ? { 'AUC, half hidden': TARGET } : {};
  return { figures, reference, bar, pass: half.every(([, auc]) => auc >= TARGET) };
}

interface Into {
  readonly figures: Record<string, number>;
  readonly reference: Record<string, number>;
  readonly say: (line: string) => void;
}

interface LabelledShop {
  readonly name: string;
  readonly history: History;
  readonly labels: readonly Label[];
  /** Null for products left out. */
  readonly truth: Truth;
  readonly onDay: number;
  readonly leastBuyers: number;
}

function invented(shop: ReturnType<typeof inventedWebShop>, leastBuyers = 1): Omit<LabelledShop, 'name'> {
  const history = buildHistory(shop.rows, shop.endOn);
  const known = new Map(shop.products.map((product) => [product.id, product]));
  const labels = history.products.map((id) => known.get(id)!);
  const truth = labels.map((product) => product.isConsumable);
  return { history, labels, truth, onDay: shop.endOn, leastBuyers };
}

async function scorePanel(file: string, into: Into): Promise<void> {
  const categories = (await readPanel(file)).filter((category) => !AMBIGUOUS.has(category.name));
  const labelled = categories.map((category) => ({
    ...category,
    isConsumable: !NOT_CONSUMABLE.has(category.name),
  }));
  const byCategory = (score: (category: (typeof labelled)[number]) => number) =>
    labelled.map((category) => ({
      score: score(category),
      isConsumable: category.isConsumable,
      cluster: category.name,
    }));
  const words = scoreDetector(
    byCategory(({ name }) => priorOf({ category: name, title: '' }).chance),
    THRESHOLD,
  );
  const share = scoreDetector(
    byCategory((category) => category.repeatShare),
    THRESHOLD,
  );
  into.figures['real categories: kind alone: AUC'] = round(words.auc);
  into.figures['real categories: kind alone: precision'] = round(words.precision);
  into.figures['real categories: kind alone: recall'] = round(words.recall);
  into.reference['real categories: repeat share: AUC'] = round(share.auc);
  scoreShop({ ...invented(inventedPanel(labelled, 7), 5), name: 'household panel' }, into);
}

async function scoreSizes(file: string, into: Into): Promise<void> {
  const rows = await readTable(file);
  const texts = rows.flatMap((row) => row.get('package_size')?.trim() || []);
  into.figures['size texts'] = texts.length;
  into.figures['size texts: read'] = round(
    texts.filter((text) => readPackSize([text]) !== null).length / texts.length,
  );
  const categories = [...new Set(rows.map((row) => row.get('product_category') ?? ''))];
  const scored = categories
    .filter((name) => !AMBIGUOUS.has(name))
    .map((name) => ({
      score: priorOf({ category: name, title: '' }).chance,
      isConsumable: !NOT_CONSUMABLE.has(name),
      cluster: name,
    }));
  const { auc, low, high } = scoreDetector(scored, THRESHOLD);
  into.figures['all category names: kind alone: AUC'] = round(auc);
  into.say(`category names ${scored.length}: kind alone ${round(auc)} [${round(low)}, ${round(high)}]`);
}

async function scoreFile(options: BenchOptions, into: Into): Promise<void> {
  const rows = options.purchases ? await readPurchases(options.purchases) : await readUci(options.uci!);
  const endOn = options.end === undefined ? undefined : dayOf(options, 'end');
  const history = buildHistory(endOn === undefined ? rows : rows.filter((row) => row.day <= endOn), endOn);
  if (history.purchases === 0) throw new Error('The history holds no purchase up to --end.');
  const titles = options.titles ? await readTable(options.titles) : [];
  const titleOf = new Map(titles.map((row) => [row.get('product_id'), row.get('title') ?? '']));
  const labels = history.products.map((id, at) => ({
    category: history.categories[at] ?? '',
    title: titleOf.get(id) ?? '',
  }));
  const truthRows = options.truth ? await readTable(options.truth) : null;
  const said =
    truthRows && new Map(truthRows.map((row) => [row.get('product_id'), row.get('consumable') ?? '']));
  const days = history.pairs.flatMap((pair) => pair.days);
  const firstOn = days.reduce((a, b) => Math.min(a, b), history.endOn);
  const half = firstOn + Math.floor((history.endOn - firstOn) / 2);
  const cutOn = options.cut === undefined ? half : dayOf(options, 'cut');
  const onDay = said && options.cut === undefined ? history.endOn : cutOn;
  const truth: Truth = said
    ? history.products.map((id) => yesOrNo(said.get(id) ?? ''))
    : boughtAgainLater(history, onDay);
  const leastBuyers = wholeNumber(options, 'min-buyers', 5);
  if (options.verdicts) await writeVerdicts(options.verdicts, history, larder(history, labels, onDay));
  scoreShop({ name: said ? 'file' : 'bought again later', history, labels, truth, onDay, leastBuyers }, into);
}

const HIDDEN = { known: 0, 'half hidden': 0.5, 'all hidden': 1 } as const;

/** Scores every detector with categories known, hidden for a random half of the products, and hidden for all. */
function scoreShop(shop: LabelledShop, { figures, reference, say }: Into): void {
  const buyers = new Int32Array(shop.history.products.length);
  for (const pair of shop.history.pairs) if (pair.days[0]! <= shop.onDay) buyers[pair.product]! += 1;
  const judged = [...buyers.keys()].filter(
    (at) => buyers[at]! >= shop.leastBuyers && shop.truth[at] !== null,
  );
  const yes = judged.filter((at) => shop.truth[at]).length;
  say(`${shop.name}: ${judged.length} products, ${yes} of them consumables`);
  if (yes === 0 || yes === judged.length) throw new Error('Scores need products of both sorts.');
  const hasCategories = shop.labels.some((label) => label.category !== '');
  const hasTitles = shop.labels.some((label) => label.title !== '');
  const random = seededRandom(11);
  const draws = shop.labels.map(() => random());
  for (const [mode, share] of Object.entries(HIDDEN)) {
    if (!hasCategories && mode !== 'all hidden') continue;
    for (const withTitles of hasTitles ? [true, false] : [false]) {
      const name = `${shop.name}, ${withTitles ? 'titles, ' : ''}${mode}`;
      const labels = shop.labels.map((label, at) => ({
        category: draws[at]! < share ? '' : label.category,
        categoryId: draws[at]! < share ? null : label.categoryId,
        title: withTitles ? label.title : '',
      }));
      const scoreOf = (scores: readonly number[]) => {
        const products = judged.map((at) => ({
          score: scores[at]!,
          isConsumable: shop.truth[at] === true,
          cluster: shop.labels[at]!.category || shop.history.products[at]!,
        }));
        return scoreDetector(products, THRESHOLD);
      };
      const score = (detector: Detector) => scoreOf(detector(shop.history, labels, shop.onDay));
      const { auc, low, high, precision, recall, rejectedAt90 } = score(larder);
      Object.assign(figures, {
        [`${name}: AUC`]: round(auc),
        [`${name}: AUC, low`]: round(low),
        [`${name}: AUC, high`]: round(high),
        [`${name}: precision`]: round(precision),
        [`${name}: recall`]: round(recall),
        [`${name}: rejected at 90 % kept`]: round(rejectedAt90),
      });
      for (const [what, detector] of Object.entries(REFERENCE_DETECTORS))
        reference[`${name}: ${what}: AUC`] = round(score(detector).auc);
      if (withTitles || mode === 'known') continue;
      const isHidden = (at: number) => draws[at]! < share;
      const limit = limitScores(shop.history, shop.truth, { onDay: shop.onDay, isHidden });
      reference[`${name}: most that purchases can tell: AUC`] = round(scoreOf(limit).auc);
    }
  }
}

async function writeVerdicts(path: string, history: History, scores: readonly number[]): Promise<void> {
  const out = createWriteStream(path);
  out.write('product_id,score,consumable\n');
  for (const [at, id] of history.products.entries()) {
    const score = scores[at]!;
    if (!out.write(`${id},${score.toFixed(6)},${score >= THRESHOLD ? 1 : 0}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

function yesOrNo(text: string): boolean | null {
  if (/^(?:1|true|yes)$/i.test(text)) return true;
  return /^(?:0|false|no)$/i.test(text) ? false : null;
}

function dayOf(options: BenchOptions, name: string): number {
  const day = parseDay(options[name] ?? '');
  if (day === null) throw new Error(`--${name} takes a day: an integer or an ISO date.`);
  return day;
}

const round = (value: number) => Math.round(value * 1e4) / 1e4;
