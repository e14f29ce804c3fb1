import { useAppBridge } from '@shopify/app-bridge-react';
import { Banner } from '@shopify/polaris';
import { useState } from 'react';

/** Asks for the optional permission to make discount codes, and says why first. */
export function DiscountPermission({ onGranted }: { readonly onGranted: () => void }) {
  const shopify = useAppBridge();
  const [answer, setAnswer] = useState<'none' | 'asking' | 'granted' | 'declined' | 'failed'>('none');
  const ask = async () => {
    setAnswer('asking');
    try {
      const { result } = await shopify.scopes.request(['write_discounts']);
      setAnswer(result === 'granted-all' ? 'granted' : 'declined');
      if (result === 'granted-all') onGranted();
    } catch {
      setAnswer('failed');
    }
  };
  if (answer === 'granted') return <Banner tone="success" title="Allowed. Codes are made from now on." />;
  return (
    <Banner
      tone="warning"
      title="Larder may not make discount codes yet"
      action={{ content: 'Allow discounts', onAction: () => void ask(), loading: answer === 'asking' }}
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
