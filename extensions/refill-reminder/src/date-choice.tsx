import type { Offer } from './reminder-calls';
import { dayInWords, words } from './words';

type DateField = HTMLElementTagNameMap['s-date-field'];

interface Props {
  offer: Offer;
  todayOn: string;
  day: string;
  /** Whether it was refused because it lies outside the limits of the offer. */
  refused: boolean;
  onChange: (day: string) => void;
}

/** Another day within the limits of the offer. A date being typed is not a choice: saving is another's. */
export function DateChoice({ offer, todayOn, day, refused, onChange }: Props) {
  const { earliestOn, latestOn } = offer;
  const limits = { earliest: dayInWords(earliestOn, todayOn), latest: dayInWords(latestOn, todayOn) };
  return (
    <s-date-field
      label={words('newDate')}
      value={day}
      allow={`${earliestOn}--${latestOn}`}
      error={refused ? words('outside', limits) : undefined}
      onChange={(event: Event) => onChange((event.currentTarget as DateField).value ?? '')}
    />
  );
}

/** Whether a typed day can be chosen; days written `YYYY-MM-DD` sort as text. */
export function isWithin(day: string, { earliestOn, latestOn }: Offer): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && earliestOn <= day && day <= latestOn;
}
