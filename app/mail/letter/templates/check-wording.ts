import { hasLooseBraces, unknownFields } from './merge-fields';
import { TEMPLATES, WORD_PARTS, type TemplateId, type Wording, type WordPart } from './template';

export type WordingProblems = Readonly<Partial<Record<WordPart, string>>>;

interface Limits {
  readonly least: number;
  readonly most: number;
  /** Kept in one line: it stands in a header, on a button or beside a subject. */
  readonly isLine: boolean;
}

/** In characters. A mail program shows no more of a subject or preheader than this (React Email cuts at 150 as well). */
export const WORD_LIMITS: Readonly<Record<WordPart, Limits>> = {
  subject: { least: 1, most: 150, isLine: true },
  preheader: { least: 0, most: 150, isLine: true },
  greeting: { least: 0, most: 120, isLine: true },
  intro: { least: 0, most: 1000, isLine: false },
  button: { least: 1, most: 40, isLine: true },
  outro: { least: 0, most: 1000, isLine: false },
  pictureUrl: { least: 0, most: 500, isLine: true },
  pictureAlt: { least: 0, most: 200, isLine: true },
};

/** Words of a letter as a merchant typed them, trimmed, or what to mend, part by part. */
export function checkWording(
  id: TemplateId,
  typed: Wording,
):
  | { readonly ok: true; readonly wording: Wording }
  | { readonly ok: false; readonly problems: WordingProblems } {
  const trimmed = Object.fromEntries(
    WORD_PARTS.map((part) => [part, typed[part].replace(/\r\n?/g, '\n').trim()]),
  ) as Wording;
  const problems = Object.fromEntries(
    WORD_PARTS.flatMap((part) => {
      const problem = problemOf(id, part, trimmed);
      return problem === null ? [] : [[part, problem]];
    }),
  ) as WordingProblems;
  return Object.keys(problems).length === 0 ? { ok: true, wording: trimmed } : { ok: false, problems };
}

function problemOf(id: TemplateId, part: WordPart, words: Wording): string | null {
  const said = words[part];
  const { least, most, isLine } = WORD_LIMITS[part];
  if (said.length < least) return 'This cannot be empty.';
  if (said.length > most) return `Use at most ${most} characters; these are ${said.length}.`;
  if (isLine && /[\n\u2028\u2029]/.test(said)) return 'Keep this in one line.';
  if (/[^\P{Cc}\n]/u.test(said)) return 'This holds a character that cannot be shown. Type it anew.';
  if (part === 'pictureUrl') return said === '' ? null : addressProblem(said);
  if (part === 'pictureAlt' && said === '' && words.pictureUrl !== '')
    return 'Say what the picture shows, for whoever does not see it.';
  return fieldProblem(id, said);
}

function fieldProblem(id: TemplateId, said: string): string | null {
  const { fields } = TEMPLATES[id];
  const [unknown] = unknownFields(said, fields);
  if (unknown !== undefined) {
    const known = fields.map((field) => `{{${field}}}`).join(', ');
    return `There is no field {{${unknown}}} in this letter. It knows ${known}.`;
  }
  return hasLooseBraces(said) ? 'A field begins with {{ and ends with }}. One of them is missing.' : null;
}

/** Why a picture cannot be shown from an address; mail programs load nothing over plain http. */
export function addressProblem(said: string): string | null {
  try {
    const address = new URL(said);
    if (address.protocol === 'https:' && address.username === '') return null;
  } catch {
    // No address at all is told in the same words.
  }
  return 'Enter an address that begins with https://.';
}
