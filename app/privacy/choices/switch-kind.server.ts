import { wishConsent } from '../../mail/consent/wish-consent.server';
import type { MailKind } from '../../mail/kinds';
import { silencedAt, suppress, takeBackWishes } from '../../mail/outbox/suppression-store.server';
import type { Ports, Tx } from '../../ports';
import { clearOptOut, saveOptOut } from '../../shoppers/opt-out-store.server';

const SCOPES = ['reminder', 'follow-up'] as const;

/** Switches a kind of mail off or on for an address, with what is set. Bounces and complaints stay what they are. */
export async function switchKind(
  ports: Pick<Ports, 'jobs'>,
  tx: Tx,
  kinds: readonly MailKind[],
  wish: {
    readonly shopId: number;
    readonly emailHash: string;
    readonly keyId: number | null;
    readonly scope: 'reminder' | 'follow-up';
    readonly isOn: boolean;
    readonly at: Date;
  },
): Promise<void> {
  const { shopId, emailHash, keyId, scope, isOn } = wish;
  const silenced = await silencedAt(tx, shopId, emailHash);
  // The first instant stays: by it what ended can be brought back.
  const at = silenced.get(scope) ?? silenced.get('all') ?? wish.at;
  const ofScope = kinds.filter((kind) => kind.scope === scope);
  if (isOn) {
    const isAll = silenced.has('all');
    await takeBackWishes(tx, { shopId, emailHash, scopes: ['all', scope] });
    if (keyId !== null) await clearOptOut(tx, { shopId, keyId, scope });
    // Who wanted none at all and now wants this one still wants none of the others.
    for (const other of SCOPES)
      if (isAll && other !== scope)
        await suppress(tx, { shopId, emailHash, scope: other, source: 'link', at });
  } else {
    await suppress(tx, { shopId, emailHash, scope, source: 'link', at });
    if (keyId !== null) await saveOptOut(tx, { shopId, keyId, scope, at });
  }
  if (ofScope.some((kind) => kind.consent === 'marketing'))
    await wishConsent(ports, tx, { shopId, keyId, emailHash, undo: isOn, at: wish.at });
  for (const kind of ofScope) await kind.stopAll(tx, { shopId, emailHash, at, undo: isOn });
}
