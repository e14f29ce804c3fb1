import type { Sql } from '../../ports';
import { toForecastRow, type ForecastRow } from './forecast-row';
import { forecastSubject } from './forecast-subject';
import { learnFromPurchases } from '../learn/learn-from-purchases.server';
import { loadPackSizes } from '../learn/pack-store.server';
import {
  countSubjects,
  loadSubjectPurchases,
  nextSubjects,
  type Subject,
} from '../learn/purchase-store.server';
import type { RebuildPlace } from './rebuild-place';
import type { RefillModel } from '../model/refill-model';
import type { MeasuredRhythm } from '../fold/rhythm';
import { loadAllRhythms, type RhythmMap } from '../learn/rhythm-store.server';

/** What is saved at once, so that nothing else waits for long. */
const RHYTHMS = 200;
const SUBJECTS = 50;

export interface RebuildInput {
  readonly shopId: number;
  readonly todayOn: number;
  readonly place: RebuildPlace;
  /** For a rebuild that goes on; one that begins learns it. */
  readonly model: RefillModel;
}

export interface SubjectRows {
  readonly subject: Subject;
  readonly rows: readonly ForecastRow[];
}

/** What is to be saved, with the place that is reached by it. */
export type RebuildStep = { readonly place: RebuildPlace } & (
  | {
      readonly kind: 'model';
      readonly learned: { readonly model: RefillModel | null; readonly cases: number };
    }
  | { readonly kind: 'rhythms'; readonly rhythms: readonly (readonly [bigint, MeasuredRhythm])[] }
  | { readonly kind: 'forecasts'; readonly subjects: readonly SubjectRows[] }
);

/** Reads and works out a rebuild from its place on: the shop's model and rhythms, then every subject's forecasts. */
export async function* steps(sql: Sql, input: RebuildInput): AsyncGenerator<RebuildStep> {
  const { shopId, todayOn } = input;
  const sizes = await loadPackSizes(sql, shopId);
  let { place, model } = input;
  let rhythms: RhythmMap;
  if (place.phase === 'learn') {
    const learned = await learnFromPurchases(sql, { shopId, todayOn, sizes });
    model = learned.model ?? model;
    rhythms = learned.rhythms;
    yield { kind: 'model', learned: { model: learned.model, cases: learned.cases }, place };
    const all = [...learned.rhythms];
    for (let from = 0; from < all.length; from += RHYTHMS)
      yield { kind: 'rhythms', rhythms: all.slice(from, from + RHYTHMS), place };
    place = { ...place, phase: 'account', total: await countSubjects(sql, shopId) };
  } else rhythms = await loadAllRhythms(sql, shopId);

  while (place.phase === 'account' || place.phase === 'browser') {
    const subjects = await nextSubjects(sql, shopId, place.phase, place.after, SUBJECTS);
    const last = subjects.at(-1);
    const next = place.phase === 'account' ? 'browser' : 'sweep';
    if (last) place = { ...place, after: last.value, done: place.done + subjects.length };
    else place = { ...place, phase: next, after: '' };
    const decided: SubjectRows[] = [];
    for (const subject of subjects) {
      const purchases = await loadSubjectPurchases(sql, shopId, subject, sizes);
      const forecasts = forecastSubject(purchases, rhythms, todayOn, model);
      decided.push({ subject, rows: forecasts.map(toForecastRow) });
    }
    yield { kind: 'forecasts', subjects: decided, place };
  }
}
