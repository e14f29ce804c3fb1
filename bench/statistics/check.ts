/** One line of the table: a figure, what it has to reach, and what other methods give in the same runs. */
export interface Check {
  readonly name: string;
  readonly figure: number;
  readonly goal: 'at most' | 'at least' | 'near';
  readonly target: number;
  readonly unit: '%' | 'days' | '';
  readonly runs: number;
  readonly pass: boolean;
  /** Other methods on the same data, for comparison: not judged. */
  readonly beside: Readonly<Record<string, number>>;
}

/** What every part of the bench is given. */
export interface BenchRun {
  readonly runs: number;
  readonly seed: number;
}

/** A share of runs that may not exceed a target, but for chance: three standard errors. */
export function atMost(
  name: string,
  hits: number,
  runs: number,
  target: number,
  beside: Readonly<Record<string, number>> = {},
): Check {
  const figure = hits / runs;
  const pass = figure <= target + 3 * Math.sqrt((target * (1 - target)) / runs);
  return { name, figure, goal: 'at most', target, unit: '%', runs, pass, beside };
}

/** A share of runs that has to reach a target, but for chance: three standard errors. */
export function atLeast(
  name: string,
  hits: number,
  runs: number,
  target: number,
  beside: Readonly<Record<string, number>> = {},
): Check {
  const figure = hits / runs;
  const pass = figure >= target - 3 * Math.sqrt((target * (1 - target)) / runs);
  return { name, figure, goal: 'at least', target, unit: '%', runs, pass, beside };
}

/** One check as a row of a Markdown table. */
export function tableRow(check: Check): string {
  const show = (value: number): string => {
    if (check.unit === '%')
      return `${(value * 100).toFixed(Math.abs(value) < 0.001 && value !== 0 ? 2 : 1)} %`;
    return check.unit === 'days' ? `${value} days` : value === 0 ? '0' : value.toPrecision(2);
  };
  const beside = Object.entries(check.beside).map(([name, value]) => `${name} ${show(value)}`);
  const verdict = check.pass ? 'yes' : '**no**';
  return `| ${check.name} | ${check.goal} ${show(check.target)} | ${show(check.figure)} | ${verdict} | ${check.runs.toLocaleString('en')} | ${beside.join(', ')} |`;
}
