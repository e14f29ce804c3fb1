import { useNavigation, useSubmit } from '@remix-run/react';
import { Card, IndexFilters, IndexFiltersMode, IndexTable, useSetIndexFiltersMode } from '@shopify/polaris';
import { useRef, useState } from 'react';
import type { ConsumableList } from '../../consumables/list-consumables.server';
import { VERDICT_VIEWS, type VerdictView } from '../../consumables/verdict-view';
import { ConsumableLine, type Overruling } from './consumable-line';
import { EmptyView } from './empty-view';

interface ConsumablesCardProps extends ConsumableList {
  readonly view: VerdictView;
  readonly search: string;
  readonly onOverrule: (change: Overruling) => void;
}

const TABS: Readonly<Record<VerdictView, string>> = {
  consumables: 'Consumables',
  others: 'Not consumables',
  overruled: 'Overruled by you',
};

const SEARCH_AFTER_MS = 300;

/** The judged products, by tab, search and page; all three stand in the address. */
export function ConsumablesCard({
  rows,
  counts,
  view,
  search,
  page,
  pages,
  onOverrule,
}: ConsumablesCardProps) {
  const submit = useSubmit();
  const navigation = useNavigation();
  const { mode, setMode } = useSetIndexFiltersMode(
    search ? IndexFiltersMode.Filtering : IndexFiltersMode.Default,
  );
  const [typed, setTyped] = useState(search);

  const show = (to: { view?: VerdictView; search?: string; page?: number }) =>
    submit({ view, search, page: 1, ...to }, { method: 'get', preventScrollReset: true });

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => show({ search: text }), SEARCH_AFTER_MS);
  };

  return (
    <Card padding="0">
      <div className="larder-filters">
        <IndexFilters
          tabs={VERDICT_VIEWS.map((id) => ({ id, content: `${TABS[id]} (${counts[id]})`, isLocked: true }))}
          selected={VERDICT_VIEWS.indexOf(view)}
          onSelect={(index) => show({ view: VERDICT_VIEWS[index] })}
          queryValue={typed}
          queryPlaceholder="Search by title"
          onQueryChange={type}
          onQueryClear={() => type('')}
          cancelAction={{ onAction: () => type('') }}
          filters={[]}
          onClearAll={() => type('')}
          mode={mode}
          setMode={setMode}
          loading={navigation.state === 'loading'}
          canCreateNewView={false}
          hideFilters
        />
      </div>
      <div className="larder-lines">
        <IndexTable
          resourceName={{ singular: 'product', plural: 'products' }}
          itemCount={rows.length}
          selectable={false}
          emptyState={<EmptyView view={view} search={search} />}
          headings={[
            { title: 'Product' },
            { title: 'Why' },
            { title: 'Typical gap' },
            { title: 'Buyers', alignment: 'end' },
            { title: 'Bought again', alignment: 'end' },
            { title: 'Change', hidden: true },
          ]}
          pagination={
            pages > 1
              ? {
                  hasPrevious: page > 1,
                  hasNext: page < pages,
                  onPrevious: () => show({ page: page - 1 }),
                  onNext: () => show({ page: page + 1 }),
                  label: `Page ${page} of ${pages}`,
                }
              : undefined
          }
        >
          {rows.map((row, index) => (
            <ConsumableLine
              key={row.productId}
              row={row}
              index={index}

              onOverrule={onOverrule}
            />
          ))}
        </IndexTable>
      </div>
    </Card>
  );
}
