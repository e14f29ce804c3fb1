/** `unknown` until Shopify has answered, or when it does not. */
export type ExtensionState = 'placed' | 'missing' | 'unknown';

export interface ExtensionStates {
  readonly shelf: ExtensionState;
  readonly embed: ExtensionState;
  readonly reminder: ExtensionState;
}

export const UNKNOWN: ExtensionStates = { shelf: 'unknown', embed: 'unknown', reminder: 'unknown' };
const THANK_YOU = 'purchase.thank-you.block.render';

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
  const word = (isPlaced: boolean) => (isPlaced ? 'placed' : 'missing');
  return {
    shelf: word(isActive('refill-shelf')),
    embed: word(isActive('visitor-embed')),
    reminder: word(targets.some((activation) => activation.target === THANK_YOU)),
  };
}
