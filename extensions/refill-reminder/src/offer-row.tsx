import { useState } from 'preact/hooks';
import { DateChoice, isWithin } from './date-choice';
import type { OrderFacts } from './order-facts';
import type { Offer } from './reminder-calls';
import { useReminder } from './use-reminder';
import { dayInWords, words } from './words';

interface Props {
  order: OrderFacts;
  offer: Offer;
  todayOn: string;
  /** The product as the shopper reads it. */
  product: string;
  /** The day of a reminder the shopper already has for this product. */
  setOn?: string;
}

interface Control {
  words: string;
  /** The same with the product, for those who hear the controls one by one. */
  label: string;
  press: () => void;
}

/**
 * One product: offered, set, being moved or cancelled.
 *
 * An extension cannot set the focus, and what goes away or is disabled loses it. So the control that was pressed stays, by
 * its key, as the first one of the next state; and that a call is under way is said in words, not by `loading`.
 */
export function OfferRow({ order, offer, product, todayOn, setOn }: Props) {
  const reminder = useReminder(order, offer, setOn);
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const { state, remindOn, firstKey, busy } = reminder;
  const date = dayInWords(remindOn, todayOn);

  function change() {
    setTyped(remindOn);
    setRefused(false);
    reminder.change();
  }
  function save() {
    const fits = isWithin(typed, offer);
    setRefused(!fits);
    if (fits) reminder.moveTo(typed);
  }
  const remind: Control = {
    words: words('remind'),
    label: words('remindAbout', { product }),
    press: reminder.remind,
  };
  const controls: Record<typeof state, [Control, Control?]> = {
    offered: [remind],
    cancelled: [remind],
    set: [
      { words: words('change'), label: words('changeFor', { product }), press: change },
      {
        words: words('cancel'),
        label: words('cancelFor', { product }),
        press: reminder.cancel,
      },
    ],
    changing: [
      { words: words('keep', { date }), label: words('keepFor', { date, product }), press: reminder.keep },
      { words: words('save'), label: words('saveFor', { product }), press: save },
    ],
  };
  const [first, second] = controls[state];
  const isSet = state === 'set' || state === 'changing';

  return (
    <s-stack gap="small-200">
      <s-text type={isSet ? 'strong' : 'generic'}>
        {isSet ? product : words('offer', { product, date })}
      </s-text>
      <s-stack accessibilityRole="status">
        {busy && <s-text color="subdued">{words('busy')}</s-text>}
        {!busy && isSet && <s-text tone="success">{words('set', { date })}</s-text>}
        {!busy && state === 'cancelled' && <s-text color="subdued">{words('cancelled')}</s-text>}
      </s-stack>
      <s-stack direction="inline" gap="base">
        <s-button key={firstKey} variant="secondary" accessibilityLabel={first.label} onClick={first.press}>
          {first.words}
        </s-button>
        {state === 'changing' && (
          <s-box key="date" inlineSize="100%">
            <DateChoice offer={offer} todayOn={todayOn} day={typed} refused={refused} onChange={setTyped} />
          </s-box>
        )}
        {second && (
          <s-button
            key={firstKey + 1}
            variant={state === 'changing' ? 'primary' : 'secondary'}
            accessibilityLabel={second.label}
            onClick={second.press}
          >
            {second.words}
          </s-button>
        )}
      </s-stack>
      {reminder.failed && (
        <s-banner tone="critical">
          <s-text>{words('failed')}</s-text>
        </s-banner>
      )}
    </s-stack>
  );
}
