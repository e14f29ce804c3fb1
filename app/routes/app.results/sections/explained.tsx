import { Tooltip } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { GLOSSARY, type GlossaryWord } from '../words/glossary';

/** A word that explains itself on hover, focus and tap; Escape puts the explanation away. */
export function Explained({ word, children }: { word: GlossaryWord; children?: ReactNode }) {
  return (
    <Tooltip content={GLOSSARY[word].words} width="wide">
      <button type="button" className="larder-word">
        {children ?? GLOSSARY[word].title}
      </button>
    </Tooltip>
  );
}
