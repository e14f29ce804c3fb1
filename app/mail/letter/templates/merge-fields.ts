/** The fields that words of a letter may name, as `{{shop}}`. */
export const FIELD_NAMES = ['shop', 'first item', 'items', 'item count', 'asked on', 'ordered on'] as const;

export type FieldName = (typeof FIELD_NAMES)[number];
export type FieldValues = Readonly<Record<FieldName, string>>;

const FIELD = /\{\{([^{}]*)\}\}/g;
/** Name goods of the person. */
const OF_ITEMS: readonly string[] = ['first item', 'items'];

/** Puts values into the places of fields. A field that nobody knows leaves nothing behind. */
export function fillFields(words: string, values: FieldValues): string {
  return words.replace(FIELD, (_, name: string) => valueOf(values, fieldOf(name)));
}

function valueOf(values: FieldValues, name: string): string {
  const field = FIELD_NAMES.find((known) => known === name);
  return field ? values[field] : '';
}

/** Whether what is filled in would name goods, which must not stand in a subject when they are sensitive. */
export function namesItems(words: string): boolean {
  return [...words.matchAll(FIELD)].some(([, name = '']) => OF_ITEMS.includes(fieldOf(name)));
}

/** Names in double braces that are not among `known`, as they were typed. */
export function unknownFields(words: string, known: readonly FieldName[]): readonly string[] {
  return [...words.matchAll(FIELD)]
    .filter(([, name = '']) => !known.some((field) => field === fieldOf(name)))
    .map(([, name = '']) => name.trim());
}

/** Whether braces are left that open or close no field. */
export function hasLooseBraces(words: string): boolean {
  return /\{\{|\}\}/.test(words.replace(FIELD, ''));
}

function fieldOf(typed: string): string {
  return typed.trim().replace(/\s+/g, ' ').toLowerCase();
}
