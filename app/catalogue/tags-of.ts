/** A product's tags as the catalogue keeps them: JSON, a list of words. What is no word is left out. */
export const tagsOf = (kept: unknown): readonly string[] =>
  Array.isArray(kept) ? kept.filter((tag) => typeof tag === 'string') : [];
