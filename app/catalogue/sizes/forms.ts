import type { Token } from './tokens';
import { unitNamed } from './units';

const words = (text: string) => text.trim().split(/\s+/);

/** Forms of medicines as pharmacies list them; a number behind is how many: `CPR 30`, `GELUL 120`, `SACHET 8`. No accents. */
const FORMS: ReadonlySet<string> = new Set(
  words(
    'cpr cprs cp cps comp comps compr comprime comprimes cachet cachets gelul geluls gelule gelules caps capsule capsules ' +
      'capsula capsulas compressa compresse comprimido comprimidos tab tabs tabl tbl tablet tablets tablette tabletten ' +
      'filmtabl filmtabletten ftbl kaps kapsel kapseln softgel softgels drag drg dragee dragees pastille pastilles pastillen ' +
      'sach sachet sachets sacht sobre sobres bustina bustine beutel supp suppo suppos suppositoire suppositoires zapfchen ' +
      'ovule ovules amp ampoule ampoules ampulle ampullen ampolla ampollas fiala fiale unidose unidoses monodose monodoses ' +
      'pilule pilules perle perles gomme gommes lozenge lozenges patch patchs',
  ),
);

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

const isDose = ({ kind, text }: Token) =>
  text === '%' || (kind === 'word' && unitNamed(text)?.kind === 'dose');
