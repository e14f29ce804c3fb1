import { Badge, BlockStack, Button, IndexTable, InlineStack, Text, Thumbnail } from '@shopify/polaris';
import { ImageIcon } from '@shopify/polaris-icons';
import type { ConsumableRow } from '../../consumables/list-consumables.server';
import { formatNumber } from '../../ui/format-values';
import { gapWords, verdictWords } from './verdict-words';

type Says = 'yes' | 'no' | 'model';

export interface Overruling {
  readonly productId: string;
  readonly says: Says;
  readonly said: Says;
}

interface ConsumableLineProps {
  readonly row: ConsumableRow;
  readonly index: number;
  readonly onOverrule: (change: Overruling) => void;
}

/** One product with its verdict, why, and the merchant's say. */
export function ConsumableLine({ row, index, onOverrule }: ConsumableLineProps) {
  const { Row, Cell } = IndexTable;
  return (
    <Row id={row.productId} position={index}>
      <Cell className="larder-wrap">
        <ProductName row={row} />
      </Cell>
      <Cell className="larder-wrap">
        <Text as="span" tone="subdued">
          {verdictWords(row)}
        </Text>
      </Cell>
      <Cell>
        <span className="larder-phone-only">Typical gap: </span>
        {gapWords(row.quartileDays)}
      </Cell>
      <Cell className="larder-desk-only">
        <Text as="span" alignment="end" numeric>
          {formatNumber(row.buyers)}
        </Text>
      </Cell>
      <Cell className="larder-desk-only">
        <Text as="span" alignment="end" numeric>
          {formatNumber(row.repeatBuyers)}
        </Text>
      </Cell>
      <Cell>
        <ChangeButton row={row} onOverrule={onOverrule} />
      </Cell>
    </Row>
  );
}

function ProductName({ row }: { row: ConsumableRow }) {
  return (
    <InlineStack align="start" gap="300" blockAlign="center" wrap={false}>
      <span className="larder-thumbnail">
        <Thumbnail source={row.imageUrl ?? ImageIcon} alt="" size="small" />
      </span>
      <BlockStack gap="050" inlineAlign="start">
        <span className="larder-title">
          <Text as="span" fontWeight="semibold">
            {row.title}
          </Text>
        </span>
        {row.merchantSays === null ? null : (
          <Badge tone="info">{row.merchantSays ? 'You: a consumable' : 'You: not a consumable'}</Badge>
        )}
      </BlockStack>
    </InlineStack>
  );
}

function ChangeButton({ row, onOverrule }: Pick<ConsumableLineProps, 'row' | 'onOverrule'>) {
  const { productId, title, holds, merchantSays } = row;
  const said: Says = merchantSays === null ? 'model' : merchantSays ? 'yes' : 'no';
  const says: Says = merchantSays !== null ? 'model' : holds ? 'no' : 'yes';
  const words = { yes: 'Count as consumable', no: 'Not a consumable', model: 'Let Larder decide' }[says];
  return (
    <Button
      size="slim"
      accessibilityLabel={`${words}: ${title}`}
      onClick={() => onOverrule({ productId, says, said })}
    >
      {words}
    </Button>
  );
}
