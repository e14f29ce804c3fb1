import { Banner } from '@shopify/polaris';
import { usePermission } from '../../ui/use-permission';

/** Asks for the optional permission to make discount codes, and says why first. */
export function DiscountPermission({ onGranted }: { readonly onGranted: () => void }) {
  const { answer, ask } = usePermission('write_discounts', onGranted);
  if (answer === 'granted') return <Banner tone="success" title="Allowed. Codes are made from now on." />;
  return (
    <Banner
      tone="warning"
      title="Larder may not make discount codes yet"
      action={{ content: 'Allow discounts', onAction: ask, loading: answer === 'asking' }}
    >
      <p>
        Shopify asks you for one more permission: to manage discounts. Without it these emails go out without
        one.
        {answer === 'declined' ? ' Nothing was changed.' : ''}
        {answer === 'failed' ? ' Shopify could not ask you just now. Try again later.' : ''}
      </p>
    </Banner>
  );
}
