import type { Draws } from './draws';

/** How many days a simulated shop is looked at, once a day. */
export const LOOKS = 84;

export type Pattern = 'plain' | 'season' | 'delay' | 'bursts';

export interface ShopSetting {
  readonly perDay: number;
  /** Control's rate on an ordinary day. */
  readonly rate: number;
  readonly controlShare: number;
  readonly pattern?: Pattern;
  /** Treated rate / control rate; 1 is no effect. */
  readonly ratio?: number;
}

/** Persons and first conversions by arm, up to a day. */
export interface Totals {
  treated: number;
  control: number;
  convertedTreated: number;
  convertedControl: number;
}

/** Lives one shop's days and shows its totals at the end of each. */
export function liveDays(
  draws: Draws,
  setting: ShopSetting,
  look: (totals: Readonly<Totals>, day: number) => void,
  days = LOOKS,
): void {
  const { pattern = 'plain', ratio = 1 } = setting;
  const totals: Totals = { treated: 0, control: 0, convertedTreated: 0, convertedControl: 0 };
  const later = { treated: new Float64Array(days + 30), control: new Float64Array(days + 30) };
  for (let day = 0; day < days; day += 1) {
    const [traffic, mood] = moodOf(pattern, day, days);
    const shoppers = draws.poisson(setting.perDay * traffic);
    const control = draws.binomial(shoppers, setting.controlShare);
    const treated = shoppers - control;
    const controlRate = Math.min(0.95, setting.rate * mood);
    const convertedControl = draws.binomial(control, controlRate);
    const convertedTreated = draws.binomial(treated, Math.min(0.99, controlRate * ratio));
    totals.treated += treated;
    totals.control += control;
    if (pattern === 'delay') {
      spread(draws, later.treated, day, convertedTreated);
      spread(draws, later.control, day, convertedControl);
      totals.convertedTreated += later.treated[day] ?? 0;
      totals.convertedControl += later.control[day] ?? 0;
    } else {
      totals.convertedTreated += convertedTreated;
      totals.convertedControl += convertedControl;
    }
    look(totals, day);
  }
}

/** Factors of a day on traffic and rate. */
function moodOf(pattern: Pattern, day: number, days: number): readonly [number, number] {
  switch (pattern) {
    case 'plain':
    case 'delay':
      return [1, 1];
    case 'season': {
      const week = 1 + 0.3 * Math.sin((2 * Math.PI * day) / 7);
      return [week, week * (0.8 + (0.5 * day) / days)];
    }
    case 'bursts':
      return day % 14 === 6 ? [6, 2] : [1, 1];
  }
}

/** Conversions come up to four weeks late, eight days on average. */
function spread(draws: Draws, days: Float64Array, from: number, count: number): void {
  for (let conversion = 0; conversion < count; conversion += 1) {
    const delay = Math.min(28, Math.floor(-8 * Math.log(1 - draws.random())));
    const at = from + delay;
    days[at] = (days[at] ?? 0) + 1;
  }
}
