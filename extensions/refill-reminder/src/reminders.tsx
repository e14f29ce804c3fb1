import { useEffect, useState } from 'preact/hooks';
import { inEditor, sampleOffers } from './editor-preview';
import { OfferRow } from './offer-row';
import { mayCount, type OrderFacts, readOrder } from './order-facts';
import { askForOffer, type Offered } from './reminder-calls';
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

  if (!shown?.offers.length) return null;
  const { order, offers, todayOn, existing = [] } = shown;
  return (
    <s-section heading={words('heading')}>
      <s-stack gap="base">
        <s-text color="subdued">{words('about')}</s-text>
        {offers.map((offer) => (
          <OfferRow
            key={offer.productId}
            order={order}
            offer={offer}
            todayOn={todayOn}
            setOn={existing.find(({ productId }) => productId === offer.productId)?.remindOn}
          />
        ))}
      </s-stack>
    </s-section>
  );
}
