import { useNavigation } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect } from 'react';

/** The admin's own bar runs while another comparison or day is on its way. */
export function useLoadingBar(): void {
  const shopify = useAppBridge();
  const { state } = useNavigation();
  useEffect(() => {
    if (state !== 'loading') return undefined;
    shopify.loading(true);
    return () => shopify.loading(false);
  }, [shopify, state]);
}
