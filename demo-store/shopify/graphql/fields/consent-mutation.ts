import type { MarketingState } from '../../../world/types';
import type { Args } from '../args';
import { idOf } from '../gid';
import type { RequestContext } from '../request-context';

const STATES: readonly MarketingState[] = ['SUBSCRIBED', 'UNSUBSCRIBED'];

/** `customerEmailMarketingConsentUpdate`: an app may subscribe and unsubscribe, nothing else. */
export function updateConsent(_root: unknown, args: Args, { world }: RequestContext): unknown {
  const input = args.input as {
    readonly customerId: string;
    readonly emailMarketingConsent: { readonly marketingState: string };
  };
  const customer = world.customer(idOf('Customer', input.customerId) ?? '');
  const wanted = input.emailMarketingConsent.marketingState;
  const state = STATES.find((each) => each === wanted);
  if (!customer?.email) {
    return refused(
      ['input', 'customerId'],
      customer ? 'Customer has no email address' : 'Customer not found',
    );
  }
  if (!state) {
    return refused(
      ['input', 'emailMarketingConsent', 'marketingState'],
      `Cannot specify ${wanted} as a marketing state input`,
    );
  }
  world.setMarketing(customer.id, state);
  return { customer, userErrors: [] };
}

function refused(field: readonly string[], message: string) {
  return { customer: null, userErrors: [{ field, message, code: 'INVALID' }] };
}
