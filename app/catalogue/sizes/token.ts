/** A number, a word or a sign of a title. */
export interface Token {
  readonly kind: 'number' | 'word' | 'sign';
  readonly text: string;
  /** No blank between it and the token before. */
  readonly isGlued: boolean;
}
