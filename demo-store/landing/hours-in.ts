const UNIT_HOURS = new Map([
  ['h', 1],
  ['hour', 1],
  ['d', 24],
  ['day', 24],
  ['w', 168],
  ['week', 168],
]);
const NUMBERS = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
]);

/**
 * Hours in "2 weeks", "a day", "an hour later", "36".
 * @throws Error when the text is no length of time.
 */
export function hoursIn(text: string): number {
  const match = /^\s*(\d+|[a-z]+)\s*(hours?|days?|weeks?|[hdw])?(?:\s+later)?\s*$/i.exec(text);
  const amount = match?.[1]?.toLowerCase() ?? '';
  const unit = (match?.[2] ?? 'h').toLowerCase();
  const count = NUMBERS.get(amount) ?? (/^\d+$/.test(amount) ? Number(amount) : 0);
  const hours = count * (UNIT_HOURS.get(unit.length > 1 ? unit.replace(/s$/, '') : unit) ?? 0);
  if (hours < 1) throw new Error(`"${text}" is no length of time. Write "1 hour", "a day" or "2 weeks".`);
  return hours;
}
