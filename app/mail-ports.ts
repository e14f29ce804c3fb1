/** The outside world of mail beside the mail server itself, as types: whom what comes back, and the sender, are asked of. */

/** Amazon's notification service, as far as its messages point back to it. Whoever calls has looked at the host. */
export interface Sns {
  /**
   * The certificate at an address, PEM; kept in memory.
   * @returns null when there is none
   * @throws Error when nobody answers
   */
  certificate(url: string): Promise<string | null>;
  /** @throws Error when the subscription was not confirmed */
  confirm(url: string): Promise<void>;
}

export interface Dns {
  /**
   * The TXT records of a name, the parts of each put together; none when there is no such name.
   * @throws Error when nobody could be asked
   */
  txt(name: string): Promise<readonly string[]>;
}

/** The mailbox that bounces and reports come to. */
export interface ReturnMailbox {
  /**
   * Hands over what is unread, oldest first; each is marked read once it was taken.
   * @returns how many
   * @throws Error when the mailbox cannot be read
   */
  readNew(take: (raw: Uint8Array) => Promise<void>): Promise<number>;
}
