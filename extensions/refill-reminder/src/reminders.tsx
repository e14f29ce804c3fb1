import { useEffect, useMemo, useState } from 'preact/hooks';
import { inEditor, sampleOffers } from './editor-preview';
import { OfferRow } from './offer-row';
import { mayCount, type OrderFacts, readOrder } from './order-facts';
import { askForOffer, type Offered } from './reminder-calls';
import { rowsOf, type Row } from './rows';
import { words } from './words';

interface Shown extends Offered {
  order: OrderFacts;
}

/**
 * Nothing until the app has answered, nothing when it does not answer or has nothing to offer. Consent that comes later is
 * told to the app; once it is gone, no call carries it.
 */
export function Reminders() {
  const [shown, setShown] = useState<Shown>();
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    const order = readOrder();
    if (!order) return;
    if (inEditor()) {
      setShown({ order, ...sampleOffers(order) });
      return;
    }
    const ask = (about: OrderFacts) =>
      askForOffer(about)
        .then((answer) => {
          setShown(answer.show ? { order: about, ...answer } : undefined);
        })
        .catch(() => undefined);
    ask(order);
    let counted = mayCount();
    return shopify.customerPrivacy.subscribe(() => {
      if (!counted && mayCount()) ask(readOrder() ?? order);
      counted = mayCount();
    });
  }, []);

  const rows = useMemo(() => shown && rowsOf(shown.order, shown), [shown]);
  if (!shown || !rows?.shown.length) return null;
  const { order, todayOn } = shown;
  const isAllSet = [...rows.shown, ...rows.more].every(({ setOn }) => setOn);
  const listed = (each: readonly Row[]) =>
    each.map((row) => <OfferRow key={row.offer.productId} order={order} todayOn={todayOn} {...row} />);
  const count = String(rows.more.length);
  return (
    <s-section heading={words(isAllSet ? 'headingSet' : 'heading')}>
      <s-stack gap="base">
        <s-text color="subdued">{words('about')}</s-text>
        {listed(rows.shown)}
        {rows.more.length > 0 && (
          // It stays, before what it shows: the focus does not get lost, and goes forward into the new rows.
          <s-button variant="secondary" onClick={() => setOpen(!isOpen)}>
            {isOpen ? words('fewer') : words('more', { count })}
          </s-button>
        )}
        {isOpen && listed(rows.more)}
      </s-stack>
    </s-section>
  );
}
