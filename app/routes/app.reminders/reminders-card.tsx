import { useNavigate, useSubmit } from '@remix-run/react';
import { Box, Card, IndexTable, Tabs, Text } from '@shopify/polaris';
import type { ReminderOverview } from '../../reminders/list-reminders.server';
import { ReminderLine } from './reminder-line';

interface RemindersCardProps extends Pick<ReminderOverview, 'rows' | 'next'> {
  readonly tab: 'upcoming' | 'over';
  /** Where this page of the list begins; null for the first. */
  readonly after: string | null;
  readonly upcoming: number;
  readonly over: number;
}

const TABS = ['upcoming', 'over'] as const;

/** The reminders themselves, by tab and page; both stand in the address. */
export function RemindersCard({ rows, next, tab, after, upcoming, over }: RemindersCardProps) {
  const submit = useSubmit();
  const navigate = useNavigate();
  const show = (to: Record<string, string>) => submit(to, { method: 'get', preventScrollReset: true });

  return (
    <Card padding="0">
      <Tabs
        tabs={[
          { id: 'upcoming', content: `Waiting (${upcoming})` },
          { id: 'over', content: `Done (${over})` },
        ]}
        selected={TABS.indexOf(tab)}
        onSelect={(index) => show({ tab: TABS[index] ?? 'upcoming' })}
      />
      <div className="larder-lines">
        <IndexTable
          resourceName={{ singular: 'reminder', plural: 'reminders' }}
          itemCount={rows.length}
          selectable={false}
          emptyState={
            <Box padding="400">
              <Text as="p" tone="subdued" alignment="center">
                {tab === 'upcoming' ? 'Nothing is waiting.' : 'Nothing is done yet.'}
              </Text>
            </Box>
          }
          headings={[{ title: 'Product' }, { title: 'Shopper' }, { title: 'Around' }, { title: 'State' }]}
          pagination={
            after === null && next === null
              ? undefined
              : {
                  hasPrevious: after !== null,
                  hasNext: next !== null,
                  onPrevious: () => navigate(-1),
                  onNext: () => next !== null && show({ tab, after: next }),
                }
          }
        >
          {rows.map((row, index) => (
            <ReminderLine key={row.id} row={row} index={index} />
          ))}
        </IndexTable>
      </div>
    </Card>
  );
}
