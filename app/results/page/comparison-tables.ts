import { HARM_WORDS } from '../../harm-words';
import type { CsvCell } from '../../write-csv';
import type { ComparisonView, SpanView } from './results-view';

/** Shares are plain numbers (0.1 is 10 %), money is minor units. */
export interface ComparisonTable {
  readonly name: TableName;
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

export const TABLE_NAMES = [
  'groups',
  'lift',
  'money',
  'harms',
  'secondary',
  'days',
  'weeks',
  'segments',
  'attributed',
  'review',
  'left-out',
  'health',
  'time',
] as const;

export type TableName = (typeof TABLE_NAMES)[number];

/** Everything a comparison shows, as tables with stable headings: what the page draws and what can be fetched as CSV. */
export function comparisonTables(view: ComparisonView): readonly ComparisonTable[] {
  return TABLE_NAMES.map((name) => ({ name, ...TABLES[name](view) }));
}

type Content = Omit<ComparisonTable, 'name'>;

const TABLES: Readonly<Record<TableName, (view: ComparisonView) => Content>> = {
  groups: ({ treated, control }) => ({
    header: ['group', 'shoppers', 'exposures', 'conversions', 'closed', 'closed conversions', 'rate'],
    rows: [treated, control].map((arm) => [
      arm.arm,
      arm.shoppers,
      arm.exposures,
      arm.conversions,
      arm.closed,
      arm.closedConversions,
      arm.rate,
    ]),
  }),
  lift: ({ verdict, lift }) => ({
    header: ['verdict', 'sentence', 'lift', 'lower', 'upper', 'confidence', 'rests on', 'of the effect left'],
    rows: [
      [
        verdict.state,
        verdict.sentence,
        lift?.lift ?? null,
        ...ends(lift),
        lift?.confidence ?? null,
        lift?.rests ?? null,
        lift?.attenuation ?? null,
      ],
    ],
  }),
  money: ({ money }) => ({
    header: ['figure', 'treated', 'control', 'lower', 'upper', 'value'],
    rows: money
      ? [
          ['shoppers with closed windows', money.treated.shoppers, money.control.shoppers, null, null, null],
          [
            'net spend, limited (minor units)',
            money.treated.limited,
            money.control.limited,
            null,
            null,
            null,
          ],
          ['net spend (minor units)', money.treated.unlimited, money.control.unlimited, null, null, null],
          ['limit per shopper (minor units)', null, null, null, null, money.limit],
          ['extra (minor units)', null, null, money.lower, money.upper, money.single],
          ['lift of spend per shopper', null, null, ...ends(money.revenueLift), null],
          [
            'the same, narrowed by the past',
            null,
            null,
            ...ends(money.adjusted),
            money.adjusted?.lift ?? null,
          ],
          ['p at the review', null, null, null, null, money.reviewP],
        ]
      : [],
  }),
  harms: ({ harms }) => ({
    header: [
      'harm',
      'shoppers',
      'of',
      'rate',
      'lower',
      'upper',
      'tolerance',
      'state',
      'above control',
      'heard',
    ],
    rows: harms.map((harm) => [
      HARM_WORDS[harm.kind],
      harm.hits,
      harm.persons,
      harm.rate,
      harm.lower,
      harm.upper,
      harm.tolerance,
      harm.state,
      harm.isAboveControl === null ? null : harm.isAboveControl ? 'yes' : 'no',
      harm.isHeard === false ? 'no' : 'yes',
    ]),
  }),
  secondary: ({ secondary }) => ({
    header: ['what', 'treated', 'treated of', 'control', 'control of', 'p'],
    rows: secondary.map(({ metric, treated, control, p }) => [
      metric,
      treated.hits,
      treated.persons,
      control?.hits ?? null,
      control?.persons ?? null,
      p,
    ]),
  }),
  days: ({ days }) => ({
    header: ['day', 'treated exposed', 'treated converted', 'control exposed', 'control converted'],
    rows: days.map(({ on, treated, control }) => [
      on,
      treated.exposed,
      treated.converted,
      control.exposed,
      control.converted,
    ]),
  }),
  weeks: ({ byAge, fading }) => ({
    header: [
      'from day',
      'to day',
      'treated converted by then',
      'control converted by then',
      'lower',
      'upper',
    ],
    rows: [
      ...byAge.map((point) => [0, point.day, point.treated, point.control, null, null]),
      ...fading.map((span) => [span.from, span.to, null, null, ...ends(span)]),
    ],
  }),
  segments: ({ segments }) => ({
    header: [
      'segment',
      'name',
      'treated closed',
      'treated converted',
      'control closed',
      'control converted',
      'lift',
      'lower',
      'upper',
      'stands out',
    ],
    rows: segments.map((segment) => [
      segment.kind,
      segment.name,
      segment.treated.closed,
      segment.treated.converted,
      segment.control.closed,
      segment.control.converted,
      segment.lift,
      ...ends(segment),
      segment.standsOut ? 'yes' : 'no',
    ]),
  }),
  attributed: ({ attributed }) => ({
    header: ['orders that followed', 'extra orders, lower', 'extra orders, upper'],
    rows: [[attributed.orders, ...ends(attributed.extra)]],
  }),
  review: ({ review }) => ({
    header: ['due', 'windows closed', 'locked', 'overdue', 'p', 'proposal', 'decision', 'why', 'decided'],
    rows: review
      ? [
          [
            review.dueOn,
            review.closedDueOn,
            review.isLocked ? 'yes' : 'no',
            review.isOverdue ? 'yes' : 'no',
            review.openP,
            review.proposal,
            review.decision,
            review.why,
            review.decidedOn,
          ],
        ]
      : [],
  }),
  'left-out': ({ leftOut }) => ({
    header: ['what', 'count'],
    rows: [
      ['offers to buyers who had a group or a reminder already', leftOut.lateIdentity],
      ['offers whose order has not arrived', leftOut.orderAwaited],
      ['shoppers of an earlier version', leftOut.olderVersion],
      ['orders in another currency or of unknown amount', leftOut.otherCurrency],
      ['shoppers dated after today', leftOut.afterToday],
    ],
  }),
  health: ({ health }) => ({
    header: ['check', 'state', 'what was found'],
    rows: health.findings.map((finding) => [finding.check, finding.state, finding.says]),
  }),
  time: ({ shares }) => ({
    header: ['share without it', 'least lift that would show within half a year'],
    rows: shares.map((share) => [share.shareBp / 10_000, share.detectableLift]),
  }),
};

function ends(span: SpanView | null): readonly [CsvCell, CsvCell] {
  return [span?.lower ?? null, span?.upper ?? null];
}
