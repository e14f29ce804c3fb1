import type { MailKind } from '../mail/kinds';
import type { MessageEnd } from '../mail/outbox/message';
import { composeFollowUp, templateOf } from './compose-follow-up.server';
import { MISSED_AFTER_MS } from './due-at';
import type { FollowUpEnd, FollowUpLetter, FollowUpState } from './follow-up';
import { addressPlace } from './follow-up-address';
import type { FollowUpSubject } from './follow-up-subject';
import { prepareDiscount } from './prepare-discount.server';
import { endFollowUp, findFollowUp, givenDiscount, settleEnd, stopAddress } from './follow-up-store.server';

const ABOUT = { refill: 'bought', discovery: 'suggested', generic: 'shop' } as const;

/** The two-week email as the outbox knows it. */
export const FOLLOW_UP_KIND: MailKind<FollowUpSubject> = {
  id: 'follow-up',
  tactic: 'follow-up',
  scope: 'follow-up',
  consent: 'marketing',
  wantedForMs: MISSED_AFTER_MS,
  mayBePutOff: false,
  isGathered: false,
  templateOf,
  compose: composeFollowUp,
  prepare: (ports, { shop, message }) => prepareDiscount(ports, shop, message.subjectId),

  async loadSubject(db, { shopId, subjectId }) {
    const row = await findFollowUp(db, shopId, subjectId);
    if (!row) return null;
    const { state, email, locale, keyId, orderId, placedAt, items } = row;
    const letter = (row.letter ?? 'generic') as FollowUpLetter;
    const discount = givenDiscount(row);
    return {
      ...{ locale, keyId, orderId, letter, items, discount, about: ABOUT[letter], askedAt: placedAt },
      standing: state === 'planned' ? 'wanted' : 'stopped',
      address: email === null ? null : { sealed: email, place: addressPlace(row) },
      ...(discount && { discountCode: discount.code }),
    };
  },

  async onEnd(tx, { shopId, subjectId, end, at }) {
    const row = await findFollowUp(tx, shopId, subjectId);
    // Stopped by the person meanwhile: it has its end.
    if (row?.state !== 'planned') return;
    await endFollowUp(tx, row, { ...endOf(end), at });
  },

  async settleHeld(tx, { shopId, subjectId, choice, at }) {
    const row = await findFollowUp(tx, shopId, subjectId);
    if (row) await settleEnd(tx, row, choice, at);
  },

  async nextDay() {
    return null;
  },

  async maySnooze() {
    return false;
  },

  async snooze() {
    throw new Error('A two-week email cannot be put off');
  },

  // It holds several items: the last check leaves out what is not wanted.
  async stopItem() {},

  stopAll: stopAddress,
};

function endOf(end: MessageEnd): {
  state: Extract<FollowUpState, 'sent' | 'ended'>;
  reason: FollowUpEnd | null;
} {
  switch (end.state) {
    case 'sent':
      return { state: 'sent', reason: null };
    case 'held':
      return { state: 'sent', reason: end.reason };
    case 'failed':
    case 'skipped':
      return { state: 'ended', reason: end.reason };
  }
}
