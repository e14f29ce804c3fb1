import { instant, orNull, statement, text } from '../../db/statement';
import type { Sql } from '../../ports';
import { isTacticName } from '../../tactics/tactic';
import type { LoggedAct } from './person-history';

// CROSS JOIN keeps the order: from the person to their rows, never through a shop's whole table.
const ON_THE_SHELF = statement(
  `
  SELECT v."type", v."at" FROM "ShopperKey" k CROSS JOIN "Exposure" e CROSS JOIN "ShelfEvent" v
  WHERE k."shopId" = :shopId AND k."personId" = :personId AND e."shopId" = k."shopId" AND e."keyId" = k."id"
    AND e."tactic" = 'shelf' AND e."arm" = 'treated' AND v."shopId" = e."shopId" AND v."view" = e."businessKey"
    AND v."type" IN ('added', 'dismissed')`,
  { type: text, at: instant },
);

const MAILS = statement(
  `
  SELECT m."kind", m."sentOnAt" AS "at" FROM "ShopperKey" k CROSS JOIN "Message" m
  WHERE k."shopId" = :shopId AND k."personId" = :personId AND m."shopId" = k."shopId" AND m."keyId" = k."id"
    AND m."state" IN ('sent', 'held') AND m."sentOnAt" IS NOT NULL`,
  { kind: text, at: instant },
);

const SNOOZES = statement(
  `
  SELECT m."kind", l."usedAt" AS "at" FROM "ShopperKey" k CROSS JOIN "Message" m CROSS JOIN "MailLink" l
  WHERE k."shopId" = :shopId AND k."personId" = :personId AND m."shopId" = k."shopId" AND m."keyId" = k."id"
    AND m."state" IN ('sent', 'held') AND m."sentOnAt" IS NOT NULL AND l."shopId" = m."shopId" AND l."messageId" = m."id"
    AND l."purpose" = 'snooze' AND l."choice" IS NOT NULL AND l."usedAt" IS NOT NULL`,
  { kind: text, at: instant },
);

const SUPPRESSIONS = statement(
  `
  SELECT DISTINCT s."emailHash", s."scope", s."source", s."at"
  FROM "ShopperKey" k CROSS JOIN "Message" m CROSS JOIN "Suppression" s
  WHERE k."shopId" = :shopId AND k."personId" = :personId AND m."shopId" = k."shopId" AND m."keyId" = k."id"
    AND m."state" IN ('sent', 'held') AND s."shopId" = m."shopId" AND s."emailHash" = m."emailHash"`,
  { emailHash: text, scope: text, source: text, at: instant },
);

const COMPLAINTS = statement(
  `
  SELECT DISTINCT r."eventId", c."kind", r."heardAt" AS "at"
  FROM "ShopperKey" k CROSS JOIN "Message" m CROSS JOIN "MailReturn" r
  LEFT JOIN "Message" c ON c."shopId" = r."shopId" AND c."id" = r."messageId"
  WHERE k."shopId" = :shopId AND k."personId" = :personId AND m."shopId" = k."shopId" AND m."keyId" = k."id"
    AND m."state" IN ('sent', 'held') AND r."shopId" = m."shopId" AND r."emailHash" = m."emailHash"
    AND r."kind" = 'complaint'`,
  { eventId: text, kind: orNull(text), at: instant },
);

const OPT_OUTS = statement(
  `
  SELECT o."scope", o."at" FROM "ShopperKey" k CROSS JOIN "OptOut" o
  WHERE k."shopId" = :shopId AND k."personId" = :personId AND o."shopId" = k."shopId" AND o."keyId" = k."id"`,
  { scope: text, at: instant },
);

/** What a person did about any tactic, and what was sent to them. Bounces and the merchant's own word are no acts. */
export async function actsOf(
  db: Sql,
  person: { readonly shopId: number; readonly personId: number },
): Promise<readonly LoggedAct[]> {
  const [shelf, optOuts, mails, snoozes, suppressions, complaints] = await Promise.all([
    db.all(ON_THE_SHELF, person),
    db.all(OPT_OUTS, person),
    db.all(MAILS, person),
    db.all(SNOOZES, person),
    db.all(SUPPRESSIONS, person),
    db.all(COMPLAINTS, person),
  ]);
  return [
    ...shelf.map(({ type, at }): LoggedAct => ({
      kind: type === 'added' ? 'tapped' : 'dismissed',
      of: 'shelf',
      at,
    })),
    ...optOuts.flatMap(({ scope, at }) => actOfScope('unsubscribed', scope, at)),
    ...mails.flatMap(({ kind, at }) => actOfTactic('mailed', kind, at)),
    ...snoozes.flatMap(({ kind, at }) => actOfTactic('snoozed', kind, at)),
    ...suppressions.flatMap(({ scope, source, at }) =>
      source === 'link' || source === 'one-click' ? actOfScope('unsubscribed', scope, at) : [],
    ),
    // About the mail that it names; where only the address is told, any of them may have been meant.
    ...complaints.flatMap(({ kind, at }) => actOfScope('complained', kind ?? 'all', at)),
  ];
}

function actOfTactic(kind: LoggedAct['kind'], of: string, at: Date): readonly LoggedAct[] {
  return isTacticName(of) ? [{ kind, of, at }] : [];
}

function actOfScope(kind: LoggedAct['kind'], scope: string, at: Date): readonly LoggedAct[] {
  return scope === 'all' ? [{ kind, of: scope, at }] : actOfTactic(kind, scope, at);
}
