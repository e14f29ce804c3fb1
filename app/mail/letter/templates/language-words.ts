import type { TemplateId } from './template';

/** A noun or sentence for one and for several; Intl says which (`wordFor`). */
export interface Plural {
  readonly single: string;
  readonly several: string;
}

/** What a letter says until the merchant words it, with merge fields. */
export interface DefaultWords {
  readonly subject: string;
  /** Names no goods: in place of a subject that would name sensitive ones. */
  readonly neutralSubject: string;
  /** Names no goods. */
  readonly preheader: string;
  readonly greeting: string;
  readonly intro: string;
  readonly button: string;
  readonly outro: string;
  /** Why one gets it; not the merchant's to change. */
  readonly why: string;
}

export interface LanguageWords {
  readonly letters: Readonly<Record<TemplateId, DefaultWords>>;
  /** What the unsubscribe link of a kind is called. */
  readonly stop: Readonly<Record<'reminder' | 'follow-up', string>>;
  readonly later: string;
  /** The page on which one sees what is set and says what one wants to get. */
  readonly choices: string;
  /** In place of "reorder" where a selling plan must be chosen first. */
  readonly choose: string;
  readonly sentBy: string;
  readonly items: Plural;
  /** In a list that names only the first few. */
  readonly more: Plural;
  /** In place of sensitive goods inside a text. */
  readonly unnamed: Plural;
  readonly discount: {
    off(amount: string): string;
    /** With its colon, as the language sets it. */
    readonly code: string;
    until(day: string): string;
  };
}
