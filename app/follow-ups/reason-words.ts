import type { Language } from '../mail/letter/locale';
import type { LetterReason } from './item-reason';

interface ReasonWords {
  boughtWith(name: string): string;
  readonly boughtTogether: string;
  alsoIn(category: string): string;
  readonly lately: string;
  readonly ever: string;
  readonly rising: string;
  readonly editorial: string;
  readonly newest: string;
}

const WORDS: Readonly<Record<Language, ReasonWords>> = {
  en: {
    boughtWith: (name) => `Often bought with ${name}`,
    boughtTogether: 'Often bought together',
    alsoIn: (category) => `Also in ${category}`,
    lately: 'Popular in the shop lately',
    ever: 'Popular in the shop',
    rising: 'Bought by more people than last month',
    editorial: 'Picked by the shop',
    newest: 'Among the newest in the shop',
  },
  de: {
    boughtWith: (name) => `Wird oft zusammen mit ${name} gekauft`,
    boughtTogether: 'Wird oft zusammen gekauft',
    alsoIn: (category) => `Auch aus ${category}`,
    lately: 'Zurzeit beliebt im Shop',
    ever: 'Beliebt im Shop',
    rising: 'Wird von mehr Leuten gekauft als im Vormonat',
    editorial: 'Vom Shop ausgewählt',
    newest: 'Unter dem Neuesten im Shop',
  },
  fr: {
    boughtWith: (name) => `Souvent acheté avec ${name}`,
    boughtTogether: 'Souvent achetés ensemble',
    alsoIn: (category) => `Aussi dans ${category}`,
    lately: 'Apprécié en ce moment dans la boutique',
    ever: 'Apprécié dans la boutique',
    rising: 'Acheté par plus de personnes que le mois dernier',
    editorial: 'Choisi par la boutique',
    newest: 'Parmi les nouveautés de la boutique',
  },
  es: {
    boughtWith: (name) => `Se compra a menudo con ${name}`,
    boughtTogether: 'Se compran a menudo juntos',
    alsoIn: (category) => `También en ${category}`,
    lately: 'Popular en la tienda últimamente',
    ever: 'Popular en la tienda',
    rising: 'Lo compran más personas que el mes pasado',
    editorial: 'Elegido por la tienda',
    newest: 'Entre las novedades de la tienda',
  },
  it: {
    boughtWith: (name) => `Spesso acquistato con ${name}`,
    boughtTogether: 'Spesso acquistati insieme',
    alsoIn: (category) => `Anche in ${category}`,
    lately: 'Apprezzato di recente nel negozio',
    ever: 'Apprezzato nel negozio',
    rising: 'Acquistato da più persone rispetto al mese scorso',
    editorial: 'Scelto dal negozio',
    newest: 'Tra le novità del negozio',
  },
  nl: {
    boughtWith: (name) => `Vaak gekocht met ${name}`,
    boughtTogether: 'Vaak samen gekocht',
    alsoIn: (category) => `Ook in ${category}`,
    lately: 'De laatste tijd populair in de winkel',
    ever: 'Populair in de winkel',
    rising: 'Door meer mensen gekocht dan vorige maand',
    editorial: 'Gekozen door de winkel',
    newest: 'Een van de nieuwste in de winkel',
  },
};

/** Longer names are cut, so that a reason stays short. */
const NAME_MAX = 60;

/** Why an item stands in a letter: no more than is so, nothing about the person, no promise. */
export function reasonWords(reason: LetterReason, language: Language): string {
  const words = WORDS[language];
  switch (reason.kind) {
    case 'bought-together':
      return reason.title === null ? words.boughtTogether : words.boughtWith(cut(reason.title));
    case 'same-category':
      return words.alsoIn(cut(reason.category));
    case 'top-seller':
      return words[reason.since];
    case 'rising':
    case 'editorial':
    case 'newest':
      return words[reason.kind];
  }
}

function cut(name: string): string {
  const letters = [...name];
  return letters.length <= NAME_MAX
    ? name
    : `${letters
        .slice(0, NAME_MAX - 1)
        .join('')
        .trimEnd()}…`;
}
