/**
 * What the kind of a product says before anybody bought it twice. Chances are judgement; the days follow the order and shape
 * of re-buy times measured per category on a household panel (84.51° "Complete Journey": Kaplan–Meier time to the next
 * purchase in the category), scaled up, since web shops sell larger packs and are visited less often.
 */
export interface Kind {
  readonly name: string;
  /** Chance that a product of this kind is a consumable. */
  readonly chance: number;
  /** Typical days from one purchase to the next; null for what is not used up. */
  readonly cycleDays: number | null;
  /** The pack that those days go with: grams, millilitres or items. */
  readonly typicalPack?: Readonly<Partial<Record<'g' | 'ml' | 'items', number>>>;
  /** Words and phrases (joined by `-`) that name the kind: lower case, singular. */
  readonly words: string;
}
