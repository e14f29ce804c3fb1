import { useNavigation, useSubmit } from '@remix-run/react';
import { Card, IndexFilters, IndexFiltersMode, useSetIndexFiltersMode } from '@shopify/polaris';
import { useRef, useState } from 'react';
import type { ConsumableList } from '../../refills/products/list-consumables.server';
import { VERDICT_VIEWS } from '../../consumables/verdict-view';
import { formatNumber } from '../../ui/format-values';
import { ConsumablesTable } from './consumables-table';
import { SORT_OPTIONS, parseOrder, type ListPlace } from './list-place';
import type { Overruling } from './overruling-form';
import { VIEW_NAMES } from './view-words';

interface ConsumablesCardProps extends ConsumableList {
  /** Ids of products whose size cannot be read. */
  readonly unreadSizes: readonly string[];
  readonly place: ListPlace;
  readonly timeZone: string;
  readonly onOverrule: (change: Overruling) => void;
}

const SEARCH_AFTER_MS = 300;

/** The judged products, by tab, search, order and page; all four stand in the address. */
export function ConsumablesCard({ place, counts, ...list }: ConsumablesCardProps) {
  const { view, search, sort, direction } = place;
  const submit = useSubmit();
  const navigation = useNavigation();
  const { mode, setMode } = useSetIndexFiltersMode(
    search ? IndexFiltersMode.Filtering : IndexFiltersMode.Default,
  );
  const [typed, setTyped] = useState(search);

  const show = (to: Partial<ListPlace>) =>
    submit({ ...place, page: 1, ...to }, { method: 'get', preventScrollReset: true });

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
          tabs={VERDICT_VIEWS.map((id) => ({
            id,
            content: `${VIEW_NAMES[id]} (${formatNumber(counts[id])})`,
            isLocked: true,
          }))}
          selected={VERDICT_VIEWS.indexOf(view)}
          onSelect={(index) => show({ view: VERDICT_VIEWS[index] })}
          sortOptions={[...SORT_OPTIONS]}
          sortSelected={[`${sort} ${direction === 'ascending' ? 'asc' : 'desc'}`]}
          onSort={([value]) => show(parseOrder(value ?? ''))}
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
      <ConsumablesTable
        key={Object.values(place).join('\n')}
        {...list}
        place={place}
        counts={counts}
        found={counts[view]}
        onShow={show}
      />
    </Card>
  );
}
