import { Banner } from '@shopify/polaris';

/** Mail without a sender's name and address is not sent, so the module cannot go live. */
export function LegalDetailsNotice() {
  return (
    <Banner
      tone="warning"
      title="Add your legal name and postal address first"
      action={{ content: 'Open Settings', url: '/app/settings' }}
    >
      <p>Every mail says who sent it and from where. Without both, this module stays off.</p>
    </Banner>
  );
}
