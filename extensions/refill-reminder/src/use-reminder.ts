import { useRef, useState } from 'preact/hooks';
import { inEditor } from './editor-preview';
import type { OrderFacts } from './order-facts';
import { type Offer, setReminder, stopReminder } from './reminder-calls';

interface Reminder {
  state: 'offered' | 'set' | 'changing' | 'cancelled';
  remindOn: string;
  /** Key of the first control. What is pressed as the second one becomes the first of the next state, by its key. */
  firstKey: number;
}

/** The second tap of a double tap does not mean what the control says by then. */
const REST_MS = 500;

/** One product's reminder and what can be done with it. A call that fails leaves all as it was and says so. */
export function useReminder(order: OrderFacts, offer: Offer, setOn: string | undefined) {
  const [reminder, setTo] = useState<Reminder>({
    state: setOn ? 'set' : 'offered',
    remindOn: setOn ?? offer.remindOn,
    firstKey: 0,
  });
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const restsUntil = useRef(0);
  const { remindOn, firstKey } = reminder;

  const listens = () => !busy && Date.now() >= restsUntil.current;

  async function act(call: () => Promise<unknown>, next: Partial<Reminder>) {
    if (!listens() || inEditor()) return;
    setBusy(true);
    setFailed(false);
    try {
      await call();
      setTo({ ...reminder, ...next });
      restsUntil.current = Date.now() + REST_MS;
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  }
  const setFor = (day: string) => () => setReminder(order, offer, day);

  return {
    ...reminder,
    busy,
    failed,
    remind: () => act(setFor(remindOn), { state: 'set' }),
    moveTo: (day: string) => act(setFor(day), { state: 'set', remindOn: day, firstKey: firstKey + 1 }),
    cancel: () => act(() => stopReminder(order, offer), { state: 'cancelled', firstKey: firstKey + 1 }),
    change: () => listens() && setTo({ ...reminder, state: 'changing' }),
    keep: () => listens() && setTo({ ...reminder, state: 'set' }),
  };
}
