/** `unknown` until Shopify has answered, or when it does not. */
export type ExtensionState = 'placed' | 'missing' | 'unknown';

export interface ExtensionStates {
  readonly shelf: ExtensionState;
  readonly embed: ExtensionState;
  readonly reminder: ExtensionState;
  readonly orderStatus: ExtensionState;
}

export const UNKNOWN: ExtensionStates = {
  shelf: 'unknown',
  embed: 'unknown',
  reminder: 'unknown',
  orderStatus: 'unknown',
};
const THANK_YOU = 'purchase.thank-you.block.render';
const ORDER_STATUS = 'customer-account.order-status.block.render';

/** The part of App Bridge's answer that is read here. */
interface Extension {
  readonly type: string;
  readonly activations: readonly {
    readonly target: string;
    readonly handle?: string;
    readonly status?: string;
  }[];
}

export function readStates(extensions: readonly Extension[]): ExtensionStates {
  const blocks = extensions
    .filter((extension) => extension.type === 'theme_app_extension')
    .flatMap((extension) => extension.activations);
  const targets = extensions
    .filter((extension) => extension.type === 'ui_extension')
    .flatMap((extension) => extension.activations);
  const isActive = (handle: string) =>
    blocks.some((block) => block.handle === handle && block.status === 'active');
  const isAt = (target: string) => targets.some((activation) => activation.target === target);
  const word = (isPlaced: boolean) => (isPlaced ? 'placed' : 'missing');
  return {
    shelf: word(isActive('refill-shelf')),
    embed: word(isActive('visitor-embed')),
    reminder: word(isAt(THANK_YOU)),
    orderStatus: word(isAt(ORDER_STATUS)),
  };
}
