import { useState } from 'preact/hooks';
import type { Offer } from './reminder-calls';
import { dayInWords, words } from './words';

type DateField = HTMLElementTagNameMap['s-date-field'];

interface Props {
  offer: Offer;
  remindOn: string;
  busy: boolean;
  onSave: (day: string) => void;
  onKeep: () => void;
}

/** Another day within the limits of the offer. Nothing is saved before the button: a date being typed is not a choice. */
export function DateChoice({ offer, remindOn, busy, onSave, onKeep }: Props) {
  const [day, setDay] = useState(remindOn);
  const [refused, setRefused] = useState(false);
  const { earliestOn, latestOn } = offer;
  const limits = { earliest: dayInWords(earliestOn), latest: dayInWords(latestOn) };

  function save() {
    const fits = isWithin(day, earliestOn, latestOn);
    setRefused(!fits);
    if (fits) onSave(day);
  }

  return (
    <s-stack gap="small-200">
      <s-date-field
        label={words('newDate')}
        value={day}
        allow={`${earliestOn}--${latestOn}`}
        disabled={busy}
        error={refused ? words('outside', limits) : undefined}
        onChange={(event: Event) => setDay((event.currentTarget as DateField).value ?? '')}
      />
      <s-stack direction="inline" gap="base">
        <s-button variant="primary" loading={busy} onClick={save}>
          {words('save')}
        </s-button>
        <s-button variant="secondary" disabled={busy} onClick={onKeep}>
          {words('keep', { date: dayInWords(remindOn) })}
        </s-button>
      </s-stack>
    </s-stack>
  );
}

/** Days written `YYYY-MM-DD` sort as text. */
function isWithin(day: string, earliestOn: string, latestOn: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && earliestOn <= day && day <= latestOn;
}
