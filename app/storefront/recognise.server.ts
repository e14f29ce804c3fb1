import type { HotDatabase } from '../ports';
import type { StoredKey } from '../shoppers/key-store.server';
import { isOptedOut } from '../shoppers/opt-out';
import type { ShopperName } from '../shoppers/shopper-key';
import { accountsOfBrowser, findCandidates, findOptOuts, findShopper } from './shelf-store.server';
import type { ShelfCandidate } from './shelf-decision';

/** What a request says about who is asking: Shopify vouches for the customer, the browser for nothing but itself. */
export interface Visitor {
  readonly account: ShopperName | null;
  readonly browser: ShopperName | null;
}

export interface Recognised {
  readonly isRecognised: boolean;
  readonly isOptedOut: boolean;
  readonly candidates: readonly ShelfCandidate[];
  /** Signed in on a browser that is not yet known to be this account's. Two strangers are no news: nothing is kept of them. */
  readonly isNewSignIn: boolean;
}

/**
 * What may be shown to whom. A signed-in account sees its own forecasts, and the browser's own only when no other
 * account ever ordered or signed in there. A browser alone sees what was ordered with its own id, unless two accounts
 * have used it: then nobody knows whose things these are. The person's further browsers count for off switches and caps,
 * never for what is shown.
 */
export function recognise(hot: HotDatabase, shopId: number, visitor: Visitor): Recognised {
  const account = visitor.account && findShopper(hot, shopId, visitor.account);
  const browser = visitor.browser && findShopper(hot, shopId, visitor.browser);
  const users = browser ? accountsOfBrowser(hot, shopId, browser.id) : [];
  const others = users.filter((id) => id !== account?.id);
  const browserIsTheirs = visitor.account ? others.length === 0 : others.length <= 1;
  const shown = [account, browserIsTheirs ? browser : null].filter((key) => key !== null);
  return {
    isRecognised: shown.length > 0,
    isOptedOut: isOff(hot, shopId, shown),
    candidates: shown.flatMap((key) => findCandidates(hot, shopId, key.id)),
    isNewSignIn:
      visitor.account !== null &&
      visitor.browser !== null &&
      (account !== null || browser !== null) &&
      !(account && users.includes(account.id)),
  };
}

function isOff(hot: HotDatabase, shopId: number, keys: readonly StoredKey[]): boolean {
  const personIds = new Set(keys.map((key) => key.personId));
  return [...personIds].some((personId) => isOptedOut(findOptOuts(hot, shopId, personId), 'shelf'));
}
