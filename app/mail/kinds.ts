import type { Reader, Tx } from '../ports';
import type { SealedPlace } from '../sealing/sealed-place';
import type { Shop } from '../shops/shop';
import type { TacticName } from '../tactics/tactic';
import type { HeldChoice } from './held/held-choice';
import type { MessageEnd } from './outbox/message';

export interface SealedAddress {
  readonly sealed: string;
  readonly place: SealedPlace;
}

/** What a message is about and to whom, from local rows as they are now. */
export interface MailSubject {
  /** Whether the shopper still wants this message now: stopped, or put off to a later day. */
  readonly standing: 'wanted' | 'stopped' | 'snoozed';
  /** The address as it is kept, sealed; opened only to write to it. */
  readonly address: SealedAddress | null;
  readonly locale: string;
  readonly keyId: number | null;
  /** The order it follows; a later order with the same product makes it needless. */
  readonly orderId: bigint | null;
  readonly productId: bigint;
  readonly variantId: bigint | null;
  readonly quantity: number;
  /** When the shopper asked for it (or the order was placed, where nobody asked). */
  readonly askedAt: Date;
}

/** Addresses of the pages and of the filled cart that a mail leads to. */
export interface MailAddresses {
  /** The filled cart; the product's page where something must be chosen there first. */
  readonly reorder: string;
  readonly snooze: string;
  readonly unsubscribe: string;
}

export interface Letter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** The item as the shop's catalogue names it, at the price fetched for this mail. */
export interface LetterItem {
  readonly productTitle: string;
  /** Null for a product with a single variant. */
  readonly variantTitle: string | null;
  readonly imageUrl: string | null;
  /** Sensitive goods are not named where others may read over the shoulder. */
  readonly isSensitive: boolean;
  /** Decimal amount in the shop's currency. */
  readonly price: string;
  /** Sold by subscription only: chosen on the product's page. */
  readonly requiresSellingPlan: boolean;
}

export interface LetterFacts {
  readonly shop: Shop;
  readonly subject: MailSubject;
  readonly item: LetterItem;
  readonly addresses: MailAddresses;
  /** Local day of the shop on which it is written. */
  readonly todayOn: number;
}

/** Which message, and what it is about: enough for its kind to find its own rows. */
export interface MessageRef {
  readonly shopId: number;
  readonly subjectId: string;
  readonly businessKey: string;
}

/** A kind of mail, registered from outside so that the outbox knows none of them. */
export interface MailKind {
  readonly id: string;
  readonly tactic: TacticName;
  /** What an unsubscribe of this kind is called among the suppressions and opt-outs. */
  readonly scope: 'reminder' | 'follow-up';
  /** Null when it is gone: its person was erased. Called outside and again inside the claim's transaction. */
  loadSubject(db: Reader, message: MessageRef): Promise<MailSubject | null>;
  /** Pure but for rendering; runs inside the claim, so that a mail that cannot be written is not claimed. */
  compose(facts: LetterFacts): Letter;
  onEnd(tx: Tx, message: MessageRef & { readonly end: MessageEnd; readonly at: Date }): Promise<void>;
  /**
   * What the merchant found out about a held mail; `send-again`: it is planned again. A kind without it keeps what it knows.
   */
  settleHeld?(
    tx: Tx,
    message: MessageRef & { readonly choice: HeldChoice; readonly at: Date },
  ): Promise<void>;
  /** The day on which the shopper will hear of the subject again, or null. */
  nextDay(db: Reader, about: Pick<MessageRef, 'shopId' | 'subjectId'>): Promise<number | null>;
  /** Whether there is something that can be put off: not once it was stopped or bought. */
  maySnooze(db: Reader, about: Pick<MessageRef, 'shopId' | 'subjectId'>): Promise<boolean>;
  /** Puts the subject off to `remindOn`, or (null) takes that back. Asked for only when `maySnooze`. */
  snooze(
    tx: Tx,
    about: Pick<MessageRef, 'shopId' | 'subjectId'> & { readonly remindOn: number | null; readonly at: Date },
  ): Promise<void>;
  /** Ends everything of this kind that is still to come for an address, or (`undo`) brings back what ended at `at`. */
  stopAll(tx: Tx, address: { shopId: number; emailHash: string; at: Date; undo: boolean }): Promise<void>;
}

/** @throws Error for a kind that nobody registered: rows may be older than the code. */
export function findKind(kinds: readonly MailKind[], id: string): MailKind {
  const kind = kinds.find((known) => known.id === id);
  if (!kind) throw new Error(`No kind of mail is called ${id}`);
  return kind;
}
