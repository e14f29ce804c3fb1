import { rowOfCategory } from '../../app/catalogue/kinds/category-kinds';
import { KINDS } from '../../app/catalogue/kinds/kinds';
import { LANGUAGES, readTaxonomy, type Language } from './read-taxonomy';
import { readVocabulary } from './read-vocabulary';

/** What things of one kind are called. */
export interface Things {
  /** By language: our own words, and names of categories (with the names of those above them). */
  readonly terms: Readonly<Record<Language, readonly string[]>>;
  readonly categories: Readonly<Record<Language, readonly (readonly string[])[]>>;
  /** Names of makers that stand for the kind. */
  readonly makers: readonly string[];
  /** Product types under which shops file it. */
  readonly types: readonly string[];
}

/** Words beside the thing, by where they are usual; `empty` alone say nothing of what a product is. */
export type Noise = Readonly<
  Record<'any' | 'empty' | 'packed' | 'tasty' | 'scented' | 'coloured', readonly string[]>
>;

/** One for each of `KINDS`. */
export function thingsByKind(): readonly Things[] {
  const empty = <T>(): Record<Language, T[]> => ({ en: [], de: [], fr: [], es: [], it: [], nl: [] });
  const makers = readVocabulary('names');
  const types = readVocabulary('types');
  const things = KINDS.map((kind) => ({
    terms: empty<string>(),
    categories: empty<readonly string[]>(),
    makers: makers.get(kind.name) ?? [],
    types: types.get(kind.name) ?? [],
  }));
  const placeOf = new Map(KINDS.map((kind, at) => [kind.name, at]));
  for (const language of LANGUAGES)
    for (const [kind, terms] of readVocabulary(language)) {
      const at = placeOf.get(kind);
      if (at === undefined) throw new Error(`vocabulary/${language}.txt: no kind is called "${kind}".`);
      things[at]!.terms[language].push(...terms);
    }
  const taxonomy = readTaxonomy();
  const names = new Map(taxonomy.map((category) => [category.id, category.names]));
  for (const { id } of taxonomy) {
    const kind = rowOfCategory(id)?.says?.kind;
    if (!kind) continue;
    const above = id.slice(0, id.lastIndexOf('-'));
    for (const language of LANGUAGES) {
      const own = names.get(id)![language];
      const parent = rowOfCategory(above)?.says?.kind === kind ? names.get(above)?.[language] : undefined;
      things[placeOf.get(kind.name)!]!.categories[language].push(parent ? [own, parent] : [own]);
    }
  }
  return things;
}

export function readNoise(): Noise {
  const noise = readVocabulary('noise');
  const of = (sort: string) => noise.get(sort) ?? [];
  return {
    any: of('any'),
    empty: of('empty'),
    packed: of('packed'),
    tasty: of('tasty'),
    scented: of('scented'),
    coloured: of('coloured'),
  };
}
