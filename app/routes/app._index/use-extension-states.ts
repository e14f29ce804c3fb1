import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect, useState } from 'react';
import { readStates, UNKNOWN, type ExtensionStates } from './extension-states';

/** Asks Shopify where the app's blocks stand in the published theme and in checkout; again whenever the page is returned to. */
export function useExtensionStates(): ExtensionStates {
  const shopify = useAppBridge();
  const [states, setStates] = useState(UNKNOWN);
  useEffect(() => {
    let isGone = false;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      shopify.app.extensions().then(
        (extensions) => !isGone && setStates(readStates(extensions)),
        () => !isGone && setStates(UNKNOWN),
      );
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', look);
    };
  }, [shopify]);
  return states;
}
