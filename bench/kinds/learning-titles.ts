import { KINDS } from '../../app/catalogue/kinds/kinds';
import { sizeOf } from './learning-sizes';
import { readNoise, thingsByKind, type Noise, type Things } from './learning-words';
import { LANGUAGES, type Language } from './read-taxonomy';

type Random = () => number;

export interface TitleDrawer {
  readonly draw: (kind: number, random: Random) => string;
  /** A name that says nothing of what it is. */
  readonly drawNothing: (random: Random) => string;
  /** How many things each kind has. */
  readonly breadth: readonly number[];
}

/** Titles as shops write them, drawn at random from words whose kind is known. */
export function titleDrawer(): TitleDrawer {
  const things = thingsByKind();
  const noise = readNoise();
  return {
    draw: (kind, random) => drawTitle(kind, things[kind]!, noise, random),
    drawNothing: (random) => drawNothing(noise, random),
    breadth: things.map(({ terms }) => LANGUAGES.reduce((sum, language) => sum + terms[language].length, 0)),
  };
}

/** Romance languages name the thing first. */
const THING_FIRST: ReadonlySet<Language> = new Set(['fr', 'es', 'it']);

function drawTitle(kind: number, own: Things, noise: Noise, random: Random): string {
  const { name, cycleDays } = KINDS[kind]!;
  const usual = noise[sortOf(name)];
  const beside = [...noise.any, ...(random() < 0.15 ? noise.coloured : usual)];
  if (random() < 0.12 && own.types.length > 0) return pick(own.types, random);
  if (random() < 0.08 && own.makers.length > 0)
    return joined(
      [pick(own.makers, random), ...pickSeveral(beside, 1 + Math.floor(3 * random()), random)],
      ' ',
    );
  const language = drawLanguage(own, random);
  const thing = thingOf(own, language, random);
  const maker = random() < 0.3 && own.makers.length > 0 ? pick(own.makers, random) : inventedName(random);
  const [before, behind] = cut(pickSeveral(beside, Math.floor(3.5 * random()), random), random);
  const isThingFirst = THING_FIRST.has(language);
  const isNamed = random() < 0.65;
  const isLeading = isNamed && random() < (isThingFirst ? 0.4 : 0.85);
  const lead = isLeading ? [maker] : [];
  const tail = isNamed && !isLeading ? [maker] : [];
  const glue = pick([' ', ' ', ' ', ', ', ' - ', ' | ', ': '], random);
  const parts = isThingFirst
    ? [joined([...lead, thing], random() < 0.3 ? ' - ' : ' '), joined([...before, ...behind, ...tail], ' ')]
    : [joined([...lead, ...before, thing], ' '), joined([...behind, ...tail], ' ')];
  const packed = random() < (cycleDays === null ? 0.04 : 0.15) ? pick(noise.packed, random) : '';
  return joined(
    [joined(parts, glue), packed, sizeOf(KINDS[kind]!, random)],
    pick([' ', ' ', ', ', ' - '], random),
  );
}

function drawNothing({ empty, any }: Noise, random: Random): string {
  if (random() < 0.5)
    return joined([pick(empty, random), ...pickSeveral(empty, Math.floor(1.6 * random()), random)], ' ');
  const words = pickSeveral([...empty, ...any], Math.floor(2.5 * random()), random);
  return joined(shuffled([inventedName(random), ...words], random), ' ');
}

const list = (names: string) => new Set(names.split(' | '));
const TASTY = list(
  'coffee | tea | drinks | milk and dairy | fresh food | pantry | snacks and sweets | pet food | pet treats | baby food | ' +
    'vitamins and supplements | wine, beer and spirits',
);
const SCENTED = list(
  'baby care | laundry and dishes | cleaning | soap and body care | oral care | shaving | skin care and make-up | perfume | ' +
    'period and bladder care | intimate and health supplies | candles and scent | pet care supplies',
);

function sortOf(kind: string): 'tasty' | 'scented' | 'coloured' {
  return TASTY.has(kind) ? 'tasty' : SCENTED.has(kind) ? 'scented' : 'coloured';
}

const WEIGHT: Readonly<Record<Language, number>> = { en: 3, de: 3, fr: 3, es: 1, it: 1, nl: 1 };

function drawLanguage({ terms, categories }: Things, random: Random): Language {
  const known = LANGUAGES.filter((language) => terms[language].length + categories[language].length > 0);
  let at = random() * known.reduce((sum, language) => sum + WEIGHT[language], 0);
  return known.find((language) => (at -= WEIGHT[language]) <= 0) ?? known[0]!;
}

function thingOf({ terms, categories }: Things, language: Language, random: Random): string {
  const isOwn = terms[language].length > 0 && (random() < 0.72 || categories[language].length === 0);
  if (isOwn) return oneOrMany(pick(terms[language], random), language, random);
  const [own = '', parent] = pick(categories[language], random);
  const name = own.replace(/ & /g, random() < 0.5 ? ' ' : ' & ');
  return parent !== undefined && random() < 0.25 ? `${parent} ${name}` : name;
}

/** Now and then the other number: "bin bags", "bin bag"; "sacs poubelle", "sac poubelle". */
function oneOrMany(term: string, language: Language, random: Random): string {
  if (random() > 0.2 || language === 'de' || language === 'it' || language === 'nl') return term;
  const words = term.split(' ');
  const at = language === 'en' ? words.length - 1 : 0;
  const word = words[at]!;
  words[at] = word.endsWith('ss') ? word : word.endsWith('s') ? word.slice(0, -1) : `${word}s`;
  return words.join(' ');
}

const SYLLABLES = (
  'ba be bo bri ca cor da del dra el en fa flo ga gra hel in ka kri la lo lu ma mer mi mo na ne no o or pa pe pri ra re ' +
  'ri ro sa sol sta su ta te tra tu u va vel vi wa wil xa ya zen zo ber man son ton ley ner tex lux max vita nova'
).split(' ');

function inventedName(random: Random): string {
  const word = () =>
    Array.from({ length: 2 + Math.floor(2 * random()) }, () => pick(SYLLABLES, random)).join('');
  return random() < 0.3 ? `${word()} ${word()}` : word();
}

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;

const joined = (parts: readonly string[], glue: string) => parts.filter((part) => part !== '').join(glue);

const pickSeveral = (list: readonly string[], count: number, random: Random) =>
  Array.from({ length: count }, () => pick(list, random));

const shuffled = <T>(list: readonly T[], random: Random): readonly T[] =>
  list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

function cut<T>(list: readonly T[], random: Random): readonly [readonly T[], readonly T[]] {
  const at = Math.floor(random() * (list.length + 1));
  return [list.slice(0, at), list.slice(at)];
}
