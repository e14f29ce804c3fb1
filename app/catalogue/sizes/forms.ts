import type { Token } from './token';
import { isPlainCount, unitNamed, type Unit } from './units';

const words = (text: string) => text.trim().split(/\s+/);

/** Forms of medicines as pharmacies list them; a number behind is how many: `CPR 30`, `GELUL 120`, `SACHET 8`. No accents. */
const FORMS: ReadonlySet<string> = new Set(
  words(
    'cpr cprs cp cps comp comps compr comprime comprimes cachet cachets gelul geluls gelule gelules caps capsule capsules ' +
      'capsula capsulas compressa compresse comprimido comprimidos tab tabs tabl tbl tablet tablets tablette tabletten ' +
      'filmtabl brausetabl kautabl filmtabletten ftbl kaps kapsel kapseln softgel softgels drag drg dragee dragees pastille pastilles pastillen ' +
      'sach sachet sachets sacht sobre sobres bustina bustine beutel supp suppo suppos suppositoire suppositoires zapfchen ' +
      'ovule ovules amp ampoule ampoules ampulle ampullen ampolla ampollas fiala fiale unidose unidoses monodose monodoses ' +
      'pilule pilules perle perles gomme gommes lozenge lozenges patch patchs',
  ),
);

/** Whether a word names a form of medicine. */
export const isForm = (name: string): boolean => FORMS.has(name);

/** What may stand between: `CPR SECABLE 45`. */
const KINDS =
  /^(?:sec|secables?|pell?|pelli|pellic|pelliculee?s?|eff|effer|efferv|effervescents?|enr|enrobee?s?|lp|orodisp|orodispersibles?|disp|dispersibles?|gastro|gastroresistante?s?|molles?|vaginales?|buvables?|ret|retard|adultes?|enfants?|brausen?|weich|blister)$/;

/** Milligrams come in such numbers, and stand behind their form as well: `tablets 500`. */
const isStrengthLike = (value: number) => value >= 100 && value % 50 === 0;

/** Whether a number is that of the form before it: `CPR SECABLE 45`, `500 mg tablets 100`; not `tablets 500`. */
export function isOfForm(tokens: readonly Token[], at: number, value: number): boolean {
  let form = at - 1;
  while (form > at - 3 && KINDS.test(tokens[form]?.text ?? '')) form -= 1;
  const token = tokens[form];
  if (token?.kind !== 'word' || !FORMS.has(token.text)) return false;
  return !isStrengthLike(value) || tokens.some(isDose);
}

/** Solid forms, and what is injected: grams beside them are what one of them holds. */
const SOLID =
  /^(?:cpr?s?|comps?|compr|comprimes?|comprimidos?|compress[ae]|gelules?|gles|tab|tbl|tablets?|\p{L}*tabl(?:etten?)?|tabletas?|\p{L}*kaps(?:eln?)?|suppo|suppositoires?|ovules?|injectables?|inj|perfusion|infusion|perf)$/u;

/** What no tablet or vial weighs more than, in grams. */
const LARGEST_DOSE = 6;

/** `COMP. 1G B/10`, `1 g, comprimé`, `1g/500mg`: what one of them holds of what works. */
export function isDoseOfForm(
  tokens: readonly Token[],
  at: number,
  { unit, next }: { readonly unit: Unit; readonly next: number },
  value: number,
): boolean {
  if (unit.kind !== 'g' || unit.factor !== 1 || value > LARGEST_DOSE) return false;
  if (tokens[at - 1]?.text === 'x' || (tokens[next] === undefined && isCountedForm(tokens, at - 1)))
    return false;
  const beside = tokens[next]?.text === '/' ? unitNamed(tokens[next + 2]?.text ?? '')?.kind : undefined;
  return beside === 'dose' || tokens.some(({ text }) => SOLID.test(text));
}

/** `40 Tabletten 5,2 g`: what they weigh together. */
const isCountedForm = (tokens: readonly Token[], at: number) =>
  FORMS.has(tokens[at]?.text ?? '') && tokens[at - 1]?.kind === 'number';

/** `6/30 tablets` are six packs; larger ones are what two substances weigh. */
const MOST_PACKS_OF_FORM = 12;

/** The second number of `25/12,5 TAB 50 ST`, `160/25 TAB`: before a form stand the strengths of two substances. */
export function isSlashedStrength(
  tokens: readonly Token[],
  at: number,
  { value, next }: { readonly value: number; readonly next: number },
): boolean {
  const [first, form] = [tokens[at - 2], tokens[next]];
  if (tokens[at - 1]?.text !== '/' || first?.kind !== 'number' || !FORMS.has(form?.text ?? '')) return false;
  const packs = Number(first.text.replace(',', '.'));
  const isCountedBehind = tokens[next + 1]?.kind === 'number' && isPlainCount(tokens[next + 2]?.text ?? '');
  return isCountedBehind || !(packs <= MOST_PACKS_OF_FORM && Number.isInteger(value) && value >= packs);
}

const isDose = ({ kind, text }: Token) =>
  text === '%' || (kind === 'word' && unitNamed(text)?.kind === 'dose');
