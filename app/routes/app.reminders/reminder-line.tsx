import { IndexTable, Text } from '@shopify/polaris';
import type { ListedReminder } from '../../reminders/list-reminders.server';
import { formatDay } from '../../ui/format-values';
import { stateWords } from './reminder-words';

interface ReminderLineProps {
  readonly row: ListedReminder;
  readonly index: number;
}

export function ReminderLine({ row, index }: ReminderLineProps) {
  const { Row, Cell } = IndexTable;
  const who = row.email ?? 'Known once the order arrives';
  const title = (
    <Text as="span" fontWeight="semibold">
      {row.productTitle ?? 'A product that is gone'}
    </Text>
  );
  return (
    <Row id={row.id} position={index}>
      <Cell className="larder-wrap">{title}</Cell>
      <Cell>{who}</Cell>
      <Cell>{formatDay(row.remindOn)}</Cell>
      <Cell className="larder-wrap">{stateWords(row)}</Cell>
    </Row>
  );
}
