import { BlockStack, Link, Select } from '@shopify/polaris';
import { useState } from 'react';
import { LetterPreview, type PreviewLetter } from './letter-preview';

export interface NamedLetter extends PreviewLetter {
  readonly id: string;
  readonly title: string;
  readonly about: string;
}

/** The letters of a module, one at a time, each with the way to its words. */
export function LetterPreviews({ letters }: { readonly letters: readonly NamedLetter[] }) {
  const [chosen, choose] = useState(letters[0]?.id ?? '');
  const letter = letters.find(({ id }) => id === chosen) ?? letters[0];
  if (!letter) return null;
  return (
    <BlockStack gap="300">
      {letters.length > 1 ? (
        <Select
          label="Letter"
          labelHidden
          options={letters.map(({ id, title }) => ({ value: id, label: title }))}
          value={letter.id}
          onChange={choose}
        />
      ) : null}
      <LetterPreview letter={letter} about={letter.about} />
      <Link url={`/app/letters/${letter.id}`}>Change its words</Link>
    </BlockStack>
  );
}
