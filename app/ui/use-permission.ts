import { useAppBridge } from '@shopify/app-bridge-react';
import { useState } from 'react';

export type PermissionAnswer = 'none' | 'asking' | 'granted' | 'declined' | 'failed';

/** Asks the merchant for one of the optional scopes, and says how that went. `failed`: Shopify could not ask. */
export function usePermission(
  scope: string,
  onGranted?: () => void,
): { readonly answer: PermissionAnswer; readonly ask: () => void } {
  const shopify = useAppBridge();
  const [answer, setAnswer] = useState<PermissionAnswer>('none');
  const ask = async () => {
    setAnswer('asking');
    try {
      const { result } = await shopify.scopes.request([scope]);
      setAnswer(result === 'granted-all' ? 'granted' : 'declined');
      if (result === 'granted-all') onGranted?.();
    } catch {
      setAnswer('failed');
    }
  };
  return { answer, ask: () => void ask() };
}
