import { Button } from '@react-email/button';
import type { LetterLook } from '../letter-look';
import { QuietLink } from './text-blocks';

interface ButtonProps {
  readonly href: string;
  readonly words: string;
  readonly look: LetterLook;
  /** Where the letter can be put off. */
  readonly later?: { readonly href: string; readonly words: string } | null;
}

/** The one thing to press, and below it the way to put it off. */
export function ButtonBlock({ href, words, look, later }: ButtonProps) {
  return (
    <div style={{ margin: '8px 0 16px', textAlign: 'center' }}>
      <Button
        href={href}
        style={{
          display: 'block',
          boxSizing: 'border-box',
          width: '100%',
          padding: '14px 20px',
          borderRadius: 10,
          backgroundColor: look.buttonColour,
          color: look.buttonTextColour,
          fontSize: 16,
          fontWeight: 600,
          textAlign: 'center',
        }}
      >
        {words}
      </Button>
      {later && (
        <p style={{ margin: '16px 0 0', fontSize: 14, lineHeight: '22px' }}>
          <QuietLink href={later.href}>{later.words}</QuietLink>
        </p>
      )}
    </div>
  );
}
