import type { Sql } from '../ports';
import { findKey, type StoredKey } from '../shoppers/key-store.server';
import { isOptedOut } from '../shoppers/opt-out';
import { optOutsOfPerson } from '../shoppers/opt-out-store.server';
import type { ShopperName } from '../shoppers/shopper-key';
import { accountsOfBrowser, findCandidates } from './shelf-store.server';
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
export async function recognise(db: Sql, shopId: number, visitor: Visitor): Promise<Recognised> {
  const account = visitor.account && (await findKey(db, { shopId, ...visitor.account }));
  const browser = visitor.browser && (await findKey(db, { shopId, ...visitor.browser }));
  const users = browser ? await accountsOfBrowser(db, shopId, browser.id) : [];
  const others = users.filter((id) => id !== account?.id);
  const browserIsTheirs = visitor.account ? others.length === 0 : others.length <= 1;
  const shown = [account, browserIsTheirs ? browser : null].filter((key) => key !== null);
  const candidates: ShelfCandidate[] = [];
  for (const { id } of shown) candidates.push(...(await findCandidates(db, shopId, id)));
  return {
    isRecognised: shown.length > 0,
    isOptedOut: await isOff(db, shopId, shown),
    candidates,
    isNewSignIn:
      visitor.account !== null &&
      visitor.browser !== null &&
      (account !== null || browser !== null) &&
      !(account && users.includes(account.id)),
  };
}

async function isOff(db: Sql, shopId: number, keys: readonly StoredKey[]): Promise<boolean> {
  for (const personId of new Set(keys.map((key) => key.personId)))
    if (isOptedOut(await optOutsOfPerson(db, shopId, personId), 'shelf')) return true;
  return false;
}
