import type { Shop } from '../../../shops/shop';
import { INK } from '../letter-look';
import { linesOf, QuietLink } from './text-blocks';

interface FooterProps {
  readonly why: string;
  readonly unsubscribe: { readonly href: string; readonly words: string };
  readonly choices: { readonly href: string; readonly words: string };
  /** The shop's own. */
  readonly own: string | null;
  readonly sentBy: string;
  readonly shop: Pick<Shop, 'legalName' | 'postalAddress'>;
}

/** Why one gets it, the way out, and who sent it from where. */
export function FooterBlock({ why, unsubscribe, choices, own, sentBy, shop }: FooterProps) {
  const sender = [shop.legalName ?? '', ...linesOf(shop.postalAddress ?? '')].filter(Boolean).join(', ');
  const margin = { margin: '0 0 12px' };
  return (
    <div
      className="l-quiet"
      style={{ padding: '20px 8px 0', fontSize: 13, lineHeight: '20px', color: INK.quiet }}
    >
      <p style={margin}>{why}</p>
      <p style={margin}>
        <QuietLink href={unsubscribe.href}>{unsubscribe.words}</QuietLink>
        {' · '}
        <QuietLink href={choices.href}>{choices.words}</QuietLink>
      </p>
      {linesOf(own ?? '').map((line, index) => (
        <p key={index} style={margin}>
          {line}
        </p>
      ))}
      <p style={{ margin: 0 }}>
        {sentBy} {sender}
      </p>
    </div>
  );
}
