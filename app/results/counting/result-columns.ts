import { z } from 'zod';
import { json, oneOf, text, type Column } from '../../db/statement';
import { TACTIC_NAMES } from '../../tactics/tactic';
import {
  NUMBERED_METRICS,
  PLAIN_METRICS,
  SEGMENT_KINDS,
  type SegmentName,
  type Side,
  type SumMetric,
} from './daily-sum';
import type { OutcomeOf } from './outcomes';

export const ofColumn: Column<OutcomeOf> = oneOf([...TACTIC_NAMES, 'larder']);

export const sideColumn: Column<Side> = oneOf(['treated', 'control']);

export const metricColumn: Column<SumMetric> = named('metric', isMetric);

export const segmentColumn: Column<SegmentName> = named('segment', isSegment);

export const segmentsColumn: Column<readonly SegmentName[]> = json(z.array(z.custom<SegmentName>(isSegment)));

const PLAIN: ReadonlySet<string> = new Set(PLAIN_METRICS);
const NUMBERED = new RegExp(`^(?:${NUMBERED_METRICS.join('|')}):\\d+$`);
const OF_A_KIND = new RegExp(`^(?:${SEGMENT_KINDS.join('|')}):`);

function isMetric(name: string): name is SumMetric {
  return PLAIN.has(name) || NUMBERED.test(name);
}

function isSegment(name: unknown): name is SegmentName {
  return name === 'all' || (typeof name === 'string' && OF_A_KIND.test(name));
}

function named<Name extends string>(what: string, isOne: (name: string) => name is Name): Column<Name> {
  return {
    decode(stored) {
      const name = text.decode(stored);
      if (!isOne(name)) throw new Error(`“${name}” is no ${what}.`);
      return name;
    },
    isBig: false,
  };
}
