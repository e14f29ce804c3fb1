import { Badge, BlockStack, IndexTable, InlineStack, Link, Text, Thumbnail } from '@shopify/polaris';
import { ImageIcon } from '@shopify/polaris-icons';
import type { ConsumableRow } from '../../refills/products/list-consumables.server';
import { Sparkline } from '../../ui/charts/sparkline';
import { formatInstant, formatNumber } from '../../ui/format-values';
import { curveWords, gapWords, scoreWords, verdictWords } from './verdict-words';

interface ConsumableLineProps {
  readonly row: ConsumableRow;
  readonly index: number;
  readonly isSizeUnread: boolean;
  readonly timeZone: string;
  readonly isSelected: boolean;
}

/** One product with its verdict, why, when its buyers come back, and the merchant's say. */
export function ConsumableLine({ row, index, isSizeUnread, timeZone, isSelected }: ConsumableLineProps) {
  const { Row, Cell } = IndexTable;
  return (
    <Row id={row.productId} position={index} selected={isSelected} accessibilityLabel={`Select ${row.title}`}>
      <Cell className="larder-wrap">
        <ProductName row={row} isSizeUnread={isSizeUnread} />
      </Cell>
      <Cell className="larder-wrap">
        <Text as="span" tone="subdued">
          {verdictWords(row)}
        </Text>
      </Cell>
      <Figure label="Score" words={scoreWords(row.score)} />
      <Cell>
        <ComingBack row={row} />
      </Cell>
      <Figure label="Buyers" words={formatNumber(row.buyers)} />
      <Figure label="Bought again" words={formatNumber(row.repeatBuyers)} />
      <Cell>
        <MerchantWord row={row} timeZone={timeZone} />
      </Cell>
    </Row>
  );
}

function Figure({ label, words }: { label: string; words: string }) {
  return (
    <IndexTable.Cell className="larder-figure">
      <span className="larder-phone-only">{label}: </span>
      <Text as="span" alignment="end" numeric>
        {words}
      </Text>
    </IndexTable.Cell>
  );
}

function ProductName({ row, isSizeUnread }: Pick<ConsumableLineProps, 'row' | 'isSizeUnread'>) {
  return (
    <InlineStack align="start" gap="300" blockAlign="center" wrap={false}>
      <span className="larder-thumbnail">
        <Thumbnail source={row.imageUrl ?? ImageIcon} alt="" size="small" />
      </span>
      <span className="larder-title">
        <Link url={`/app/consumables/${row.productId}`} monochrome removeUnderline dataPrimaryLink>
          <Text as="span" fontWeight="semibold">
            {row.title}
          </Text>
        </Link>
        {isSizeUnread ? (
          <span className="larder-finding">
            <Badge tone="attention">Size not read</Badge>
          </span>
        ) : null}
      </span>
    </InlineStack>
  );
}

function ComingBack({ row: { quartileDays, curve } }: { row: ConsumableRow }) {
  return (
    <BlockStack gap="050" inlineAlign="start">
      {curve.shares.length > 0 ? (
        <Sparkline values={[0, ...curve.shares]} domain={{ from: 0, to: 1 }} words={curveWords(curve)} />
      ) : null}
      <span>
        <span className="larder-phone-only">Typical gap: </span>
        {gapWords(quartileDays)}
      </span>
    </BlockStack>
  );
}

function MerchantWord({
  row: { merchantSays, overruledAt },
  timeZone,
}: {
  row: ConsumableRow;
  timeZone: string;
}) {
  if (merchantSays === null) return null;
  return (
    <BlockStack gap="050" inlineAlign="start">
      <Badge tone="info">{merchantSays ? 'Consumable' : 'Not a consumable'}</Badge>
      {overruledAt === null ? null : (
        <Text as="span" variant="bodySm" tone="subdued">
          {formatInstant(overruledAt, timeZone)}
        </Text>
      )}
    </BlockStack>
  );
}
