import { currencyExponent } from '../currency-exponent';

/** What a merchant chose for the two-week email. */
export interface FollowUpSettings {
  /** Days from an order's fulfilment, or the order, to the email. */
  readonly delayDays: number;
  readonly discount: Discount | null;
}

/** What may come with a letter of what somebody does not have yet. */
export interface Discount {
  readonly worth:
    | { readonly kind: 'percent'; readonly percent: number }
    | { readonly kind: 'amount'; readonly minor: number };
  /** Days for which a code works. */
  readonly days: number;
  /** Codes made in a calendar month, at most. */
  readonly aMonth: number;
}

export const DEFAULT_SETTINGS: FollowUpSettings = { delayDays: 14, discount: null };

export const SETTINGS_FIELDS = ['delayDays', 'discountKind', 'percent', 'amount', 'days', 'aMonth'] as const;
export type SettingsField = (typeof SETTINGS_FIELDS)[number];

/** As they are typed: an amount in the shop's currency as a decimal, `discountKind` none, percent or amount. */
export type SettingsDraft = Readonly<Record<SettingsField, string>>;
export type SettingsProblems = Readonly<Partial<Record<SettingsField, string>>>;

const DELAY = { least: 7, most: 30 };
const PERCENT = { least: 1, most: 50 };
const DAYS = { least: 3, most: 60 };
const A_MONTH = { least: 1, most: 100_000 };

/** The way to a form. */
export function settingsToDraft(settings: FollowUpSettings, currency: string): SettingsDraft {
  const { discount } = settings;
  const exponent = currencyExponent(currency);
  const worth = discount?.worth;
  return {
    delayDays: `${settings.delayDays}`,
    discountKind: worth?.kind ?? 'none',
    percent: worth?.kind === 'percent' ? `${worth.percent}` : '10',
    amount: worth?.kind === 'amount' ? (worth.minor / 10 ** exponent).toFixed(exponent) : '',
    days: `${discount?.days ?? 14}`,
    aMonth: `${discount?.aMonth ?? 100}`,
  };
}

/** The way back, and field by field what is wrong. */
export function checkSettings(
  draft: Partial<SettingsDraft>,
  currency: string,
): { ok: true; settings: FollowUpSettings } | { ok: false; problems: SettingsProblems } {
  const problems: Partial<Record<SettingsField, string>> = {};
  const whole = (field: SettingsField, { least, most }: { least: number; most: number }, what: string) => {
    const typed = (draft[field] ?? '').trim();
    const value = /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
    if (!(value >= least && value <= most)) problems[field] = `Choose ${what} from ${least} to ${most}.`;
    return value;
  };
  const delayDays = whole('delayDays', DELAY, 'a number of days');
  const kind = draft.discountKind ?? 'none';
  let discount: Discount | null = null;
  if (kind === 'percent' || kind === 'amount') {
    const worth: Discount['worth'] =
      kind === 'percent'
        ? { kind, percent: whole('percent', PERCENT, 'a whole percentage') }
        : { kind, minor: amountOf(draft.amount ?? '', currency, problems) };
    discount = {
      worth,
      days: whole('days', DAYS, 'a number of days'),
      aMonth: whole('aMonth', A_MONTH, 'a number of codes'),
    };
  } else if (kind !== 'none') problems.discountKind = 'Choose a kind of discount.';
  return Object.keys(problems).length > 0
    ? { ok: false, problems }
    : { ok: true, settings: { delayDays, discount } };
}

function amountOf(typed: string, currency: string, problems: Partial<Record<SettingsField, string>>): number {
  const exponent = currencyExponent(currency);
  const decimal = new RegExp(exponent === 0 ? '^\\d{1,7}$' : `^\\d{1,7}([.,]\\d{1,${exponent}})?$`);
  const plain = typed.trim();
  const minor = decimal.test(plain) ? Math.round(Number(plain.replace(',', '.')) * 10 ** exponent) : 0;
  if (minor < 1)
    problems.amount =
      exponent === 0
        ? `Write a whole amount in ${currency}, such as 500.`
        : `Write an amount in ${currency}, such as 5.00.`;
  return minor;
}
