/** Markup that is safe to put into a page as it stands. */
export interface Html {
  readonly markup: string;
}

type Piece = Html | readonly Html[] | string | number | null | undefined | false;

/** Builds markup; every value that is not markup itself is escaped. Null, undefined and false leave nothing. */
export function html(texts: TemplateStringsArray, ...values: readonly Piece[]): Html {
  const pieces = texts.map((text, index) => text + (index < values.length ? piece(values[index]) : ''));
  return { markup: pieces.join('') };
}

function piece(value: Piece): string {
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return (value as readonly Html[]).map((item) => item.markup).join('');
  if (typeof value === 'object') return (value as Html).markup;
  return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
