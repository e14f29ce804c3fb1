import { capacityIn } from './capacities';
import type { Reading } from './measures';
import type { Measure } from './measure';
import { isBound, isRollPaper, isSheet, MOST_CARTRIDGES } from './things';
import type { Token } from './token';

/** The measures that are the pack's own: no wearer's weight, no portion, no sheets of a roll, nothing's capacity. */
export function ownMeasures(
  tokens: readonly Token[],
  { measures, times, lots }: Reading,
): readonly Measure[] {
  if (measures.length === 0) return measures;
  const isCounted = measures.some(isCount);
  const isCountedOtherwise =
    times > 1 || lots.length > 0 || measures.some((measure) => isCount(measure) && !isSheet(measure.name));
  const hasRolls = isCountedOtherwise && isRollPaper(tokens.map(({ text }) => text));
  const isBoundPaper = isCountedOtherwise && tokens.some(({ text }) => isBound(text));
  const isInk = tokens.some(({ text }) => INK.test(text));
  const isPhone = tokens.some(({ text }) => PHONE.test(text));
  const isCapacity = capacityIn(tokens);
  const isNeedle = tokens.some(({ text }) => NEEDLE.test(text));
  const isRazor = namesRazor(tokens);
  const isStrengthOrFilm = tokens.some(({ text }) => INJECTED.test(text) || /^mm$|folie$/.test(text));
  const isPaper = tokens.some(
    (token, at) =>
      token.text === 'a' &&
      !(token.isGlued && tokens[at - 1]?.kind === 'number') &&
      isPaperSize(tokens[at + 1]),
  );
  return measures.filter((measure) => {
    if (measure.isPortion || (measure.isLimit && (isCounted || measure.unit.isMetric))) return false;
    if (isStrengthOrFilm && measure.name === 'u') return false;
    if (isBoundPaper && (isSheet(measure.name) || measure.name === 'p')) return false;
    if (isInk && /^(?:pk|packs?)$/.test(measure.name) && measure.value > MOST_CARTRIDGES) return false;
    if (isPaper && measure.unit.factor === 1 && measure.unit.kind === 'g' && measure.value <= HEAVIEST_PAPER)
      return false;
    if (isPhone && measure.unit.kind === 'g' && measure.value <= 6) return false;
    if (isNeedle && measure.unit.kind === 'g' && measure.value <= FINEST_NEEDLE) return false;
    if (isRazor && isBlade(measure.name) && measure.value <= MOST_BLADES) return false;
    return !(hasRolls && isSheet(measure.name)) && isCapacity?.(measure.unit) !== true;
  });
}

/** Whose `304 pack` has a model's number. */
const INK = /^(?:encre|ink|toner|tinte|tinta|inchiostro)$|(?:tinte|drucker|toner)patronen?$/;

/** Whose `80 U` is a strength. */
const INJECTED = /^(?:inj|injectable|injektion|injection|solution|vaccin|vaccine|impfstoff|insulin\p{L}*)$/u;

const isPaperSize = (token: Token | undefined) => token?.isGlued === true && /^[3-6]$/.test(token.text);

/** `A4 80 g` is what a square metre weighs. */
const HEAVIEST_PAPER = 350;

/** Whose `5G` is a network. */
const PHONE =
  /^(?:i?phone|smartphones?|handy|galaxy|router|modem|lte|wlan|wifi|sim|android|smartwatch|tablet|5g)$/;

/** Whose `21 G` is a gauge. */
const NEEDLE =
  /^(?:needles?|cannulas?|lancets?|lancettes?|syringes?|seringues?|jeringas?|siringhe?|nadeln?|kanulen?|lanzetten?|aiguilles?|canules?|catheters?|epicrani\p{L}+|perfus\p{L}+|transfus\p{L}+|perfuseurs?|microperfuseurs?|intranules?|venflon|braunulen?|cathlon|microlance|scalp|agujas?|canulas?|aghi|ago|naald|naalden|wire|draht)$|(?:nadeln?|kanulen?|katheter)$/u;
const FINEST_NEEDLE = 34;

/** `razor 3 blades 10 pack`: on each of them. */
const MOST_BLADES = 6;

const isBlade = (name: string) => /^(?:blades?|lames?|klingen?|cuchillas?|hojas?|lam[ae]|mesjes)$/.test(name);

/** A razor, not `8 razor blades`; `razor + 5 blades` has as many. */
const namesRazor = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ text }, at) =>
      /^(?:razors?|rasoirs?|(?:einweg)?rasierer|maquinillas?|rasoi[o]?|scheermes(?:sen)?)$/.test(text) &&
      !isBlade(tokens[at + 1]?.text ?? ''),
  ) &&
  !tokens.some(({ text }) =>
    /^(?:[+&]|with|mit|avec|con|refills?|recharges?|handle|griff|manche)$/.test(text),
  );

export const isContent = ({ unit }: Measure): boolean => unit.kind === 'g' || unit.kind === 'ml';

const isCount = ({ unit }: Measure) => unit.kind === 'items' || unit.kind === 'packs';
