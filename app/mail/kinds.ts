import type { Ports, Reader, Tx } from '../ports';
import type { SealedPlace } from '../sealing/sealed-place';
import type { Shop } from '../shops/shop';
import type { TacticName } from '../tactics/tactic';
import type { HeldChoice } from './held/held-choice';
import type { Letterhead } from './letter/letterhead';
import type { TemplateId } from './letter/templates/template';
import type { MessageEnd } from './outbox/message';

export interface SealedAddress {
  readonly sealed: string;
  readonly place: SealedPlace;
}

export interface MailItem {
  readonly productId: bigint;
  readonly variantId: bigint | null;
  readonly quantity: number;
}

/** What a message is about and to whom, from local rows as they are now. */
export interface MailSubject {
  /** Whether the shopper still wants this message now: stopped, or put off to a later day. */
  readonly standing: 'wanted' | 'stopped' | 'snoozed';
  /** The address as it is kept, sealed; opened only to write to it. */
  readonly address: SealedAddress | null;
  readonly locale: string;
  readonly keyId: number | null;
  /** The order it follows. */
  readonly orderId: bigint | null;
  /**
   * `bought`: its items come from that order, and one that was given back, is subscribed to or was bought again since is left
   * out. `suggested`: what the person does not have; bought since, it is left out. `shop`: about the shop, without items.
   * Nothing goes out once no item is left.
   */
  readonly about: 'bought' | 'suggested' | 'shop';
  /** Foremost first. */
  readonly items: readonly MailItem[];
  /** The code that its links apply, if any. */
  readonly discountCode?: string;
  /** When the shopper asked for it (or the order was placed, where nobody asked). */
  readonly askedAt: Date;
}

/** Addresses of the pages and of the filled cart that a mail leads to. */
export interface MailAddresses {
  /** The cart filled with all of its items; the first one's page where something must be chosen there; the shop without items, or with such as are only suggested. */
  readonly reorder: string;
  /** Null for a kind that cannot be put off. */
  readonly snooze: string | null;
  readonly unsubscribe: string;
  /** What is set, and what they want to get. */
  readonly choices: string;
}

export interface Letter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** The item as the shop's catalogue names it, at the price fetched for this mail. */
export interface LetterItem extends MailItem {
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
  /** The product's page. */
  readonly page: string;
}

export interface LetterFacts<S extends MailSubject = MailSubject> {
  readonly shop: Shop;
  readonly subject: S;
  /** How the shop words and brands this letter in the subject's language. */
  readonly letterhead: Letterhead;
  /** Those of the subject's items that passed the last check, in its order. */
  readonly items: readonly LetterItem[];
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

/** What a kind may use outside the claim. */
export type PreparePorts = Pick<Ports, 'db' | 'clock' | 'config' | 'admin' | 'log'>;

/** A kind of mail, registered from outside so that the outbox knows none of them. */
export interface MailKind<S extends MailSubject = MailSubject> {
  readonly id: string;
  readonly tactic: TacticName;
  /** `own`: the shopper asked for this mail. `marketing`: Shopify must say at sending that they are subscribed to marketing. */
  readonly consent: 'own' | 'marketing';
  /** A message is not wanted so much later than it was meant for. */
  readonly wantedForMs: number;
  readonly mayBePutOff: boolean;
  /** Several of one person that are due together go in one mail. */
  readonly isGathered: boolean;
  /** What an unsubscribe of this kind is called among the suppressions and opt-outs. */
  readonly scope: 'reminder' | 'follow-up';
  /** Null when it is gone: its person was erased. Called outside and again inside the claim's transaction. */
  loadSubject(db: Reader, message: MessageRef): Promise<S | null>;
  /**
   * Makes what the letter needs at Shopify before anything is claimed; a repeat finds what it made.
   * @throws what went wrong, where trying later can help: the message waits
   */
  prepare?(ports: PreparePorts, about: { readonly shop: Shop; readonly message: MessageRef }): Promise<void>;
  /** Which of our letters it is written on. */
  templateOf(subject: S): TemplateId;
  /** Pure but for rendering; runs inside the claim, so that a mail that cannot be written is not claimed. */
  compose(facts: LetterFacts<S>): Letter;
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
  /** Ends what is still to come about one product for an address, or (`undo`) brings back what ended at `at`. */
  stopItem(
    tx: Tx,
    item: { shopId: number; emailHash: string; productId: bigint; at: Date; undo: boolean },
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
