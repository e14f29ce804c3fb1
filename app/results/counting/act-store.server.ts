import type { HotDatabase } from '../../ports';
import { isTacticName } from '../../tactics/tactic';
import type { LoggedAct } from './person-history';

// CROSS JOIN keeps the order: from the person to their rows, never through a shop's whole table.
const ON_THE_SHELF = `
  SELECT v."type", v."at" FROM "ShopperKey" k CROSS JOIN "Exposure" e CROSS JOIN "ShelfEvent" v
  WHERE k."shopId" = @shopId AND k."personId" = @personId AND e."shopId" = k."shopId" AND e."keyId" = k."id"
    AND e."tactic" = 'shelf' AND e."arm" = 'treated' AND v."shopId" = e."shopId" AND v."view" = e."businessKey"
    AND v."type" IN ('added', 'dismissed')`;

const MAILS = `
  SELECT m."id", m."kind", m."emailHash", m."sentOnAt", m."state" FROM "ShopperKey" k CROSS JOIN "Message" m
  WHERE k."shopId" = @shopId AND k."personId" = @personId AND m."shopId" = k."shopId" AND m."keyId" = k."id"
    AND m."state" IN ('sent', 'held')`;

const SNOOZES = `
  SELECT "usedAt" FROM "MailLink"
  WHERE "shopId" = ? AND "messageId" = ? AND "purpose" = 'snooze' AND "choice" IS NOT NULL AND "usedAt" IS NOT NULL`;

const SUPPRESSIONS = `
  SELECT "scope", "source", "at" FROM "Suppression" WHERE "shopId" = ? AND "emailHash" = ?`;

const OPT_OUTS = `
  SELECT o."scope", o."at" FROM "ShopperKey" k CROSS JOIN "OptOut" o
  WHERE k."shopId" = @shopId AND k."personId" = @personId AND o."shopId" = k."shopId" AND o."keyId" = k."id"`;

interface MailRow {
  readonly id: string;
  readonly kind: string;
  readonly emailHash: string | null;
  readonly sentOnAt: bigint | null;
}

/** What a person did about any tactic, and what was sent to them. Bounces and the merchant's own word are no acts. */
export function actsOf(
  hot: HotDatabase,
  person: { readonly shopId: number; readonly personId: number },
): readonly LoggedAct[] {
  const shelf = hot.prepareRead(ON_THE_SHELF).all(person) as { type: string; at: bigint }[];
  const mails = hot.prepareRead(MAILS).all(person) as MailRow[];
  const optOuts = hot.prepareRead(OPT_OUTS).all(person) as { scope: string; at: bigint }[];
  return [
    ...shelf.map(({ type, at }) => act(type === 'added' ? 'tapped' : 'dismissed', 'shelf', at)),
    ...optOuts.flatMap(({ scope, at }) => actOfScope('unsubscribed', scope, at)),
    ...mails.flatMap((mail) => actsOfMail(hot, person.shopId, mail)),
    ...wishesOf(hot, person.shopId, mails),
  ];
}

function actsOfMail(hot: HotDatabase, shopId: number, { id, kind, sentOnAt }: MailRow): readonly LoggedAct[] {
  if (sentOnAt === null || !isTacticName(kind)) return [];
  const snoozes = hot.prepareRead(SNOOZES).all(shopId, id) as { usedAt: bigint }[];
  return [act('mailed', kind, sentOnAt), ...snoozes.map(({ usedAt }) => act('snoozed', kind, usedAt))];
}

function wishesOf(hot: HotDatabase, shopId: number, mails: readonly MailRow[]): readonly LoggedAct[] {
  const addresses = new Set(mails.flatMap(({ emailHash }) => emailHash ?? []));
  return [...addresses].flatMap((emailHash) => {
    const rows = hot.prepareRead(SUPPRESSIONS).all(shopId, emailHash) as {
      scope: string;
      source: string;
      at: bigint;
    }[];
    return rows.flatMap(({ scope, source, at }) => {
      if (source === 'complaint') return actOfScope('complained', scope, at);
      return source === 'link' || source === 'one-click' ? actOfScope('unsubscribed', scope, at) : [];
    });
  });
}

function actOfScope(kind: LoggedAct['kind'], scope: string, at: bigint): readonly LoggedAct[] {
  return scope === 'all' || isTacticName(scope) ? [act(kind, scope, at)] : [];
}

function act(kind: LoggedAct['kind'], of: LoggedAct['of'], at: bigint): LoggedAct {
  return { kind, of, at: new Date(Number(at)) };
}
