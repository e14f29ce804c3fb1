import { lnLabelEvidence } from '../../app/results/statistics/conversion-labels';
import { atLeast, type BenchRun, type Check } from './check';
import { drawsFrom, type Draws } from './draws';

/** A tactic whose effect is not the same on every day after the exposure. */
interface Course {
  readonly name: string;
  readonly windowDays: number;
  /** Control's rate within the window, spread evenly over its days. */
  readonly rate: number;
  /** Treated rate / control rate on each day since the exposure. */
  readonly ratioOn: (day: number) => number;
}

const COURSES: readonly Course[] = [
  {
    name: 'Reminder whose effect begins three weeks after the offer (window 56 days)',
    windowDays: 56,
    rate: 0.08,
    ratioOn: (day) => (day < 21 ? 1 : 2),
  },
  {
    name: 'Shelf that doubles the first week and then takes back (window 28 days)',
    windowDays: 28,
    rate: 0.08,
    ratioOn: (day) => (day < 7 ? 2 : 0.8),
  },
];
const PER_DAY = 200;
const CONTROL_SHARE = 0.1;
const EXPOSED_DAYS = 84;

/** Does the interval on closed windows hold the true lift of the whole window at all looks? Open labels beside it. */
export function lateEffects({ runs, seed }: BenchRun): readonly Check[] {
  return COURSES.map((course, index) => {
    const draws = drawsFrom(seed + 3000 + index);
    let closed = 0;
    let open = 0;
    for (let run = 0; run < runs; run += 1) {
      const covered = coveredBy(draws, course);
      if (covered.closed) closed += 1;
      if (covered.open) open += 1;
    }
    return atLeast(
      `${course.name}: true window lift inside the 95 % interval at all looks`,
      closed,
      runs,
      0.95,
      {
        'open labels': open / runs,
      },
    );
  });
}

function coveredBy(draws: Draws, course: Course): { readonly closed: boolean; readonly open: boolean } {
  const days = EXPOSED_DAYS + course.windowDays;
  const meanRatio =
    Array.from({ length: course.windowDays }, (_, day) => course.ratioOn(day)).reduce((a, b) => a + b, 0) /
    course.windowDays;
  const opened = { treated: new Float64Array(days), control: new Float64Array(days) };
  const closing = { treated: new Float64Array(days), control: new Float64Array(days) };
  for (let day = 0; day < EXPOSED_DAYS; day += 1) {
    const shoppers = draws.poisson(PER_DAY);
    const control = draws.binomial(shoppers, CONTROL_SHARE);
    const fromControl = draws.binomial(control, course.rate);
    const fromTreated = draws.binomial(shoppers - control, course.rate * meanRatio);
    place(opened.control, closing.control, draws, day, fromControl, course, () => 1);
    place(opened.treated, closing.treated, draws, day, fromTreated, course, course.ratioOn);
  }
  const isNeverRuledOut = (of: typeof opened): boolean => {
    const labels = { treated: 0, control: 0 };
    for (let day = 0; day < days; day += 1) {
      labels.treated += of.treated[day] ?? 0;
      labels.control += of.control[day] ?? 0;
      if (lnLabelEvidence(labels, 1 - CONTROL_SHARE, meanRatio) >= Math.log(20)) return false;
    }
    return true;
  };
  return { closed: isNeverRuledOut(closing), open: isNeverRuledOut(opened) };
}

/** Puts conversions on the day they happen and on the day their window closes. */
function place(
  opened: Float64Array,
  closing: Float64Array,
  draws: Draws,
  day: number,
  count: number,
  course: Course,
  weightOn: (day: number) => number,
): void {
  const closesOn = day + course.windowDays - 1;
  closing[closesOn] = (closing[closesOn] ?? 0) + count;
  const heaviest = Math.max(weightOn(0), weightOn(course.windowDays - 1));
  for (let conversion = 0; conversion < count; conversion += 1) {
    let delay = Math.floor(draws.random() * course.windowDays);
    while (draws.random() * heaviest > weightOn(delay))
      delay = Math.floor(draws.random() * course.windowDays);
    opened[day + delay] = (opened[day + delay] ?? 0) + 1;
  }
}
