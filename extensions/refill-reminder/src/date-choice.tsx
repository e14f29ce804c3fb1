import { useState } from 'preact/hooks';
import type { Offer } from './reminder-calls';
import { dayInWords, words } from './words';

type DateField = HTMLElementTagNameMap['s-date-field'];

interface Props {
  offer: Offer;
  remindOn: string;
  busy: boolean;
  onChoose: (day: string) => void;
  onKeep: () => void;
}

/** Another day within the limits of the offer; choosing one saves it. */
export function DateChoice({ offer, remindOn, busy, onChoose, onKeep }: Props) {
  const [outside, setOutside] = useState(false);
  const { earliestOn, latestOn } = offer;
  const limits = { earliest: dayInWords(earliestOn), latest: dayInWords(latestOn) };

  function choose(day: string) {
    const fits = isWithin(day, earliestOn, latestOn);
    setOutside(!fits);
    if (fits) onChoose(day);
  }

  return (
    <s-stack gap="small-200">
      <s-date-field
        label={words('newDate')}
        value={remindOn}
        allow={`${earliestOn}--${latestOn}`}
        disabled={busy}
        error={outside ? words('outside', limits) : undefined}
        onChange={(event: Event) => choose((event.currentTarget as DateField).value ?? '')}
      />
      <s-button variant="secondary" disabled={busy} onClick={onKeep}>
        {words('keep', { date: dayInWords(remindOn) })}
      </s-button>
    </s-stack>
  );
}

/** Days written `YYYY-MM-DD` sort as text. */
function isWithin(day: string, earliestOn: string, latestOn: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && earliestOn <= day && day <= latestOn;
}
