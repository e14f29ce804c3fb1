/** What came of the mails: what the mail server took against what the ledger says, and what nobody should have got. */
import { openDatabase } from '../../app/db/open-database.server';
import { WEEKLY_MAIL_CAP } from '../../app/guardrails/caps';
import { MIGRATIONS } from '../../app/ports.server';
import type { FlakySmtp } from './flaky-smtp';
import type { MailShop } from './mail-shop';
import type { PretendShopify } from './pretend-shopify';
import { addressOf, buyerOf } from './who-bought';

interface Run {
  readonly file: string;
  readonly shop: MailShop;
  readonly smtp: FlakySmtp;
  readonly shopify: PretendShopify;
  /** Addresses whose opt-out had committed, with when. */
  readonly silenced: ReadonlyMap<string, number>;
  readonly discountsAMonth: number;
}

export interface Judged {
  readonly figures: Readonly<Record<string, number>>;
  /** Each should be 0. */
  readonly faults: readonly (readonly [name: string, count: number])[];
}

export async function judgeMails(run: Run, say: (line: string) => void): Promise<Judged> {
  const { file, shop, smtp, shopify, silenced, discountsAMonth } = run;
  const db = await openDatabase({ file, migrations: MIGRATIONS });
  const { prisma } = db.read;
  const messages = await prisma.message.findMany();
  const followUps = await prisma.followUp.findMany();
  const reminders = await prisma.reminder.findMany();
  const exposures = await prisma.exposure.findMany({ where: { tactic: 'follow-up' } });
  await db.close();

  const orderOf = new Map<string, bigint>([
    ...followUps.map((row) => [row.id, row.orderId] as const),
    ...reminders.flatMap((row) => (row.orderId === null ? [] : [[row.id, row.orderId] as const])),
  ]);
  const byId = new Map(messages.map((message) => [message.id, message]));
  const armOf = new Map(exposures.map(({ businessKey, arm }) => [businessKey, arm]));
  const taken = smtp.taken.map((mail) => {
    const id = /^Message-ID: <([^@>]+)@/im.exec(mail.raw)?.[1] ?? '';
    const message = byId.get(id);
    return { ...mail, id, message, orderId: message ? orderOf.get(message.subjectId) : undefined };
  });
  const timesTaken = countBy(taken, ({ id }) => id);
  const ofState = (state: string) => messages.filter((message) => message.state === state);
  const toAddress = countBy(taken, ({ to }) => to);
  const held = ofState('held');
  const letterOf = new Map(followUps.map((row) => [row.id, row.letter]));
  const kindOf = (mail: (typeof taken)[number]) =>
    mail.message?.kind === 'reminder'
      ? 'reminder'
      : (letterOf.get(mail.message?.subjectId ?? '') ?? 'unknown');
  const isPersonal = (raw: string) => /House blend|Mug|Scale|Kettle|Steel filter|\/cart\//.test(unfold(raw));
  const heldOut = taken.filter(
    (mail) => mail.message?.kind === 'follow-up' && armOf.get(`${mail.orderId}`) !== 'treated',
  );
  const discounted = followUps.filter((row) => row.discountState === 'made');
  const waiting = ofState('planned');
  const neverCame = held.filter(({ id }) => !timesTaken.has(id));
  say(`held: ${held.map(({ id }) => id).join(' ')}`);

  return {
    figures: {
      messages: messages.length,
      'mails taken': taken.length,
      ...Object.fromEntries([...countBy(taken, kindOf)].map(([kind, count]) => [`taken: ${kind}`, count])),
      'connections broken after a mail was taken': smtp.dropped,
      held: held.length,
      'held that the server had': held.length - neverCame.length,
      'held that never came whole': neverCame.length,
      skipped: ofState('skipped').length,
      ...Object.fromEntries([...countBy(waiting, ({ reason }) => `waiting: ${reason ?? 'for its day'}`)]),
      'opt-outs': silenced.size,
      'codes made': shopify.codes.size,
    },
    faults: [
      ['duplicates', [...timesTaken.values()].filter((times) => times > 1).length],
      ['mails outside the ledger', taken.filter(({ message }) => !message).length],
      ['lost: said to be sent, never taken', ofState('sent').filter(({ id }) => !timesTaken.has(id)).length],
      ['lost: still claimed or failed', ofState('claimed').length + ofState('failed').length],
      [
        'lost: waiting for nothing',
        waiting.filter((row) => row.reason !== 'capped' && !shop.later.has(orderOf.get(row.subjectId) ?? 0n))
          .length,
      ],
      ['lost: never planned', followUps.filter((row) => row.state === 'waiting').length],
      [
        'taken, and not said to be sent or held',
        taken.filter(({ message }) => !/^(sent|held)$/.test(message?.state ?? '')).length,
      ],
      [
        'held, and never in flight',
        held.filter((row) => !smtp.begun.has(addressOf(orderOf.get(row.subjectId) ?? 0n))).length,
      ],
      ['after an opt-out', taken.filter(({ to, place }) => place > (silenced.get(to) ?? Infinity)).length],
      ['personal to the held-out', heldOut.filter(({ raw }) => isPersonal(raw)).length],
      ['over the cap', [...toAddress.values()].filter((times) => times > WEEKLY_MAIL_CAP.max).length],
      [
        'before the date',
        taken.filter(({ message, orderId }) => message?.kind === 'reminder' && shop.later.has(orderId ?? 0n))
          .length,
      ],
      [
        'over the budget',
        Math.max(0, discounted.length - discountsAMonth) + Math.max(0, shopify.codes.size - discountsAMonth),
      ],
      [
        'codes for buyers of a consumable',
        [...shopify.codes.values()].filter((buyer) => !shop.discoverers.has(buyer)).length,
      ],
      [
        'to another address',
        taken.filter(({ to, orderId }) => orderId === undefined || to !== addressOf(orderId)).length,
      ],
      ['exposures twice', exposures.length - new Set(exposures.map(({ businessKey }) => businessKey)).size],
      [
        'people exposed twice',
        exposures.length - new Set(exposures.map(({ businessKey }) => buyerOf(BigInt(businessKey)))).size,
      ],
    ],
  };
}

function countBy<T, K>(all: readonly T[], keyOf: (item: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const item of all) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** Quoted-printable without its soft line breaks, enough to look for words. */
function unfold(raw: string): string {
  return raw.replace(/=\r?\n/g, '');
}
