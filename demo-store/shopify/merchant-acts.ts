import type { DemoConfig } from '../config';
import { BROWSER } from './browser-name';
import { appAddress } from './shell/app-page';
import { adminSessionToken } from './tokens';

export type TacticName = 'shelf' | 'reminder' | 'follow-up';

/** What the merchant of the simulation does in the app, over HTTP as the admin's browser would. */
export interface MerchantActs {
  /** Opens the app, which installs it the first time. @throws Error when it does not answer */
  open(): Promise<void>;
  /** Agrees to optional scopes, as where the app asks for them; what the app does not declare stays ungranted. */
  grant(scopes: readonly string[]): Promise<void>;
  /** @returns false when the app refused the form. @throws Error when it does not answer */
  saveLegalDetails(): Promise<boolean>;
  /**
   * Switches a tactic on with the note it has, or with the merchant's own.
   * @param reviewOn day of the review of a new note, `YYYY-MM-DD`
   */
  switchOn(tactic: TacticName, reviewOn: string): Promise<boolean>;
}

const LEGAL_DETAILS = {
  legalName: 'Juniper Pantry LLC',
  postalAddress: '12 Corner Street\nBrooklyn, NY 11201',
};

const NOTES = {
  shelf: {
    who: 'Visitors whose own goods are about to run out',
    what: 'Their own goods, ready to reorder',
    whereShown: 'Home page',
    why: 'Whoever comes back for a refill should find it without searching.',
    hypothesis: 'More of them order within 28 days than of those who see the best sellers.',
  },
  reminder: {
    who: 'Buyers of something that is used up',
    what: 'One mail near the day on which it runs out',
    whereShown: 'Thank-you page',
    why: 'Some run out before they think of us, and would like to be told once.',
    hypothesis: 'More of those who are offered one buy the product again in time.',
  },
  'follow-up': {
    who: 'Buyers two weeks after an order, subscribed to our mail',
    what: 'What they bought, ready to reorder, or something new with a small discount',
    whereShown: 'Email',
    why: 'Our old mail said the same to everybody.',
    hypothesis: 'More of them order within 28 days than of those who get the old mail.',
    oldMailIsOff: 'yes',
  },
} as const;

const ABOUT_NOTES = { owner: 'Juniper', tolerance: '5', fallsBack: 'no' };

export function createMerchantActs(
  config: Pick<DemoConfig, 'urls' | 'shopDomain' | 'apiKey' | 'secret'>,
): MerchantActs {
  const ask = async (url: URL, init: RequestInit = {}): Promise<string> => {
    const response = await fetch(url, { ...init, headers: { 'user-agent': BROWSER, ...init.headers } });
    const text = await response.text();
    if (response.ok) return text;
    throw new Error(`The app answered ${response.status} at ${url.pathname}.`);
  };
  const send = async (path: string, fields: Readonly<Record<string, string>>): Promise<boolean> => {
    const authorization = `Bearer ${await adminSessionToken(config)}`;
    const body = new URLSearchParams(fields);
    const url = new URL(`${path}.data`, config.urls.edge);
    const answer = await ask(url, { method: 'POST', headers: { authorization }, body });
    return !/"problems?"/.test(answer);
  };

  return {
    async open() {
      const url = appAddress(config, '');
      url.searchParams.set('id_token', await adminSessionToken(config));
      await ask(url);
    },
    async grant(scopes) {
      await ask(new URL('/admin/app/scopes', config.urls.demo), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ grant: scopes }),
      });
    },
    saveLegalDetails: () => send('/app/settings', LEGAL_DETAILS),
    async switchOn(tactic, reviewOn) {
      const path = `/app/modules/${tactic}`;
      if (await send(path, { intent: 'undo-off' })) return true;
      return send(path, { intent: 'switch-on', ...NOTES[tactic], ...ABOUT_NOTES, reviewOn });
    },
  };
}
