import { Img } from '@react-email/img';
import { Link } from '@react-email/link';
import type { ReactNode } from 'react';
import { INK } from '../letter-look';

export function GreetingBlock({ children }: { readonly children: string }) {
  return (
    <h1
      className="l-text"
      style={{ margin: '0 0 16px', fontSize: 22, lineHeight: '30px', fontWeight: 650, color: INK.text }}
    >
      {children}
    </h1>
  );
}

/** Paragraphs as they were typed: an empty line parts two. */
export function TextBlock({ words }: { readonly words: string }) {
  return (
    <>
      {linesOf(words).map((line, index) => (
        <p
          key={index}
          className="l-text"
          style={{ margin: '0 0 16px', fontSize: 16, lineHeight: '24px', color: INK.text }}
        >
          {line}
        </p>
      ))}
    </>
  );
}

/** What is written line by line, without the empty ones. */
export function linesOf(words: string): readonly string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function PictureBlock({ url, alt }: { readonly url: string; readonly alt: string }) {
  return (
    <Img
      src={url}
      alt={alt}
      width={486}
      style={{ width: '100%', maxWidth: '100%', height: 'auto', borderRadius: 10, margin: '0 0 20px' }}
    />
  );
}

export function QuietLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link
      className="l-quiet"
      href={href}
      style={{ color: INK.quiet, textDecorationLine: 'underline', textDecoration: 'underline' }}
    >
      {children}
    </Link>
  );
}
