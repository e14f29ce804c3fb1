import { useState } from 'preact/hooks';
import { DateChoice } from './date-choice';
import { inEditor } from './editor-preview';
import type { OrderFacts } from './order-facts';
import { type Offer, setReminder, stopReminder } from './reminder-calls';
import { dayInWords, words } from './words';

type State = 'offered' | 'set' | 'changing' | 'cancelled';

interface Props {
  order: OrderFacts;
  offer: Offer;
  /** The day of a reminder the shopper already has for this product. */
  setOn?: string;
}

/** One product: offered, set, being moved or cancelled. A call that fails leaves the state as it was and says so. */
export function OfferRow({ order, offer, setOn }: Props) {
  const [state, setState] = useState<State>(setOn ? 'set' : 'offered');
  const [remindOn, setRemindOn] = useState(setOn ?? offer.remindOn);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const product = nameOf(order, offer);
  const date = dayInWords(remindOn);
  if (!product) return null;

  async function act(call: () => Promise<unknown>, next: State, day = remindOn) {
    if (busy || inEditor()) return;
    setBusy(true);
    setFailed(false);
    try {
      await call();
      setRemindOn(day);
      setState(next);
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  }
  const remind = (day: string) => act(() => setReminder(order, offer, day), 'set', day);
  const cancel = () => act(() => stopReminder(order, offer), 'cancelled');

  return (
    <s-stack gap="small-200">
      {state === 'set' || state === 'changing' ? (
        <s-text type="strong">{product}</s-text>
      ) : (
        <s-stack direction="inline" gap="base" alignItems="center" justifyContent="space-between">
          <s-text>{words('offer', { product, date })}</s-text>
          <s-button
            variant="secondary"
            loading={busy}
            accessibilityLabel={words('remindAbout', { product })}
            onClick={() => remind(remindOn)}
          >
            {words('remind')}
          </s-button>
        </s-stack>
      )}
      <s-stack accessibilityRole="status">
        {state === 'set' && <s-text tone="success">{words('set', { date })}</s-text>}
        {state === 'cancelled' && <s-text color="subdued">{words('cancelled')}</s-text>}
      </s-stack>
      {state === 'set' && (
        <s-stack direction="inline" gap="base">
          <s-link accessibilityLabel={words('changeFor', { product })} onClick={() => setState('changing')}>
            {words('change')}
          </s-link>
          <s-link accessibilityLabel={words('cancelFor', { product })} onClick={cancel}>
            {words('cancel')}
          </s-link>
        </s-stack>
      )}
      {state === 'changing' && (
        <DateChoice
          offer={offer}
          remindOn={remindOn}
          busy={busy}
          onSave={remind}
          onKeep={() => setState('set')}
        />
      )}
      {failed && (
        <s-banner tone="critical">
          <s-text>{words('failed')}</s-text>
        </s-banner>
      )}
    </s-stack>
  );
}

/** The order's own words for the product; the app sends none. */
function nameOf(order: OrderFacts, offer: Offer): string | undefined {
  const line =
    order.lines.find(({ variantId }) => variantId === offer.variantId) ??
    order.lines.find(({ productId }) => productId === offer.productId);
  return line?.name;
}
