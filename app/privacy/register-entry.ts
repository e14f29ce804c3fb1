interface Entry {
  /** The room that writes it; besides it only privacy/ does, and only later rooms read it. */
  readonly owner: string;
  readonly why: string;
  /** Columns whose texts are encrypted, and which columns name their shop and row. */
  readonly sealed?: SealedColumns;
}

/** Holds nothing about a shopper. `why` says what it is instead. */
export interface ImpersonalTable extends Entry {
  readonly personal: false;
}

/** Holds something about a shopper: what, why it is held, and for how long. */
export interface PersonalTable extends Entry {
  readonly personal: true;
  readonly what: string;
  readonly howLong: string;
  /** What an erasure leaves, until the shop has left: nothing that can be read back to the shopper. Absent when all goes. */
  readonly remains?: string;
}

export interface SealedColumns {
  readonly columns: readonly string[];
  readonly shop: string;
  readonly row: string;
}

export type RegisterEntry = ImpersonalTable | PersonalTable;
