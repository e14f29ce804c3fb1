import { Banner } from '@shopify/polaris';
import { countOf } from '../../ui/format-values';

/** Mails that may or may not have gone out. They are not sent again: nobody gets the same mail twice. */
export function HeldMails({ held }: { held: number }) {
  return (
    <Banner tone="warning" title={`${countOf(held, 'mail')} may not have arrived`}>
      <p>
        Sending stopped before the mail server answered. What may have gone out is not sent again, so that
        nobody gets the same mail twice.
      </p>
    </Banner>
  );
}
