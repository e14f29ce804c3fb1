import { Column } from '@react-email/column';
import { Img } from '@react-email/img';
import { Link } from '@react-email/link';
import { Row } from '@react-email/row';
import { INK } from '../letter-look';
import { itemWords, type ShownItem } from './item-words';
import { QuietLink } from './text-blocks';

interface ItemsProps {
  readonly items: readonly ShownItem[];
  /** The locale for money. */
  readonly way: string;
  readonly currency: string;
}

interface RowsProps extends ItemsProps {
  /** What leads to the page of an item that the button cannot put into the cart; null where the button leads there. */
  readonly choose: string | null;
}

/** One below the other, picture beside name and price; without a picture the words take its place. */
export function ItemRows({ items, choose, ...money }: RowsProps) {
  return (
    <>
      {items.map((item, index) => (
        <Row key={index} style={{ marginBottom: 18 }}>
          {item.imageUrl && (
            <Column width={112} valign="top" style={{ width: 112, paddingInlineEnd: 18 }}>
              <ItemPicture url={item.imageUrl} width={112} />
            </Column>
          )}
          <Column valign="middle">
            <ItemWords item={item} {...money} />
            {choose !== null && item.requiresSellingPlan && (
              <div style={{ marginTop: 4, fontSize: 15, lineHeight: '22px' }}>
                <QuietLink href={item.page}>{choose}</QuietLink>
              </div>
            )}
          </Column>
        </Row>
      ))}
    </>
  );
}

const IN_A_ROW = 2;

/** Two beside each other, each leading to its own page and saying why it is there. */
export function ItemsGrid({ items, ...money }: ItemsProps) {
  const rows = Array.from({ length: Math.ceil(items.length / IN_A_ROW) }, (_, row) =>
    items.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW),
  );
  return (
    <>
      {rows.map((row, index) => (
        <Row key={index} style={{ marginBottom: 20, tableLayout: 'fixed' }}>
          {row.map((item, place) => (
            <Column
              key={place}
              width="50%"
              valign="top"
              style={{ width: '50%', [place === 0 ? 'paddingInlineEnd' : 'paddingInlineStart']: 8 }}
            >
              <Link href={item.page} className="l-text" style={{ color: INK.text, textDecoration: 'none' }}>
                {item.imageUrl && <ItemPicture url={item.imageUrl} width={230} />}
                <ItemWords item={item} {...money} isSmall />
              </Link>
            </Column>
          ))}
          {row.length < IN_A_ROW && <Column width="50%" style={{ width: '50%' }} />}
        </Row>
      ))}
    </>
  );
}

/** The words beside it say what it is; read out twice it would only be in the way. */
function ItemPicture({ url, width }: { readonly url: string; readonly width: number }) {
  return (
    <Img
      src={url}
      alt=""
      width={width}
      style={{ width: '100%', maxWidth: width, height: 'auto', borderRadius: 10 }}
    />
  );
}

interface WordsProps {
  readonly item: ShownItem;
  readonly way: string;
  readonly currency: string;
  readonly isSmall?: boolean;
}

function ItemWords({ item, isSmall = false, ...money }: WordsProps) {
  const { title, lines } = itemWords(item, money);
  return (
    <>
      <div
        className="l-text"
        style={{
          ...(isSmall && { paddingTop: 8 }),
          fontSize: isSmall ? 15 : 17,
          lineHeight: isSmall ? '21px' : '24px',
          fontWeight: 600,
          color: INK.text,
          wordBreak: 'break-word',
        }}
      >
        {title}
      </div>
      {lines.map((line) => (
        <div
          key={line}
          className="l-quiet"
          style={{
            paddingTop: 3,
            fontSize: isSmall ? 14 : 15,
            lineHeight: isSmall ? '20px' : '22px',
            color: INK.quiet,
          }}
        >
          {line}
        </div>
      ))}
    </>
  );
}
