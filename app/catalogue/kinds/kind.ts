/** A kind of thing that shops sell, and what it says of a product before anybody bought it twice. */
export interface Kind {
  readonly name: string;
  /** Chance that a product of this kind is a consumable: used up and bought again. Judgement, not measured. */
  readonly chance: number;
  /** Typical days from one purchase to the next; null for what is kept. */
  readonly cycleDays: number | null;
  /** The pack that those days go with: grams, millilitres or items. */
  readonly typicalPack?: Readonly<Partial<Record<'g' | 'ml' | 'items', number>>>;
}
