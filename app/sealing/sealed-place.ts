/** Where a sealed text lies. It opens nowhere else, so that none can be moved to another row, column or shop. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  /** The shop's id, or its domain where the table has no other. */
  readonly shop: number | string;
  /** The row's own id. */
  readonly row: string;
}
