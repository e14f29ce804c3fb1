import {
  IndexTable,
  IndexTableSelectionType,
  useIndexResourceState,
  type IndexTableProps,
} from '@shopify/polaris';
import type { ConsumableList, ConsumableRow } from '../../refills/products/list-consumables.server';
import type { VerdictSort } from '../../consumables/verdict-view';
import { formatNumber } from '../../ui/format-values';
import { BULK_WORDS } from './bulk-words';
import { ConsumableLine } from './consumable-line';
import { EmptyView } from './empty-view';
import type { ListPlace } from './list-place';
import type { Overruling, Says } from './overruling-form';
import { PhoneBar } from './phone-bar';

interface ConsumablesTableProps {
  readonly rows: readonly ConsumableRow[];
  /** Ids of products whose size cannot be read. */
  readonly unreadSizes: readonly string[];
  readonly page: number;
  readonly pages: number;
  /** Products of each view on all pages, and of this one. */
  readonly counts: ConsumableList['counts'];
  readonly found: number;
  readonly place: ListPlace;
  readonly timeZone: string;
  readonly onShow: (to: Partial<ListPlace>) => void;
  readonly onOverrule: (change: Overruling) => void;
}

const HEADINGS: IndexTableProps['headings'] = [
  { title: 'Product' },
  { title: 'Why' },
  { title: 'Score', alignment: 'end' },
  { title: 'When they come back' },
  { title: 'Buyers', alignment: 'end' },
  { title: 'Bought again', alignment: 'end' },
  { title: 'Your word' },
];
/** What each column is sorted by. */
const SORTS: readonly (VerdictSort | null)[] = [
  'title',
  null,
  'score',
  'gap',
  'buyers',
  'repeat',
  'overruled',
];

/** One page of products. A selection is of this page, or, when asked for, of everything on all pages; it ends with the page. */
export function ConsumablesTable(props: ConsumablesTableProps) {
  const { rows, page, pages, found, place, timeZone, onShow, onOverrule } = props;
  const resources = rows.map((row) => ({ id: row.productId }));
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } =
    useIndexResourceState(resources);

  const say = (says: Says) => {
    const { view, search } = place;
    onOverrule(
      allResourcesSelected
        ? { intent: 'overrule-all', says, view, search }
        : { intent: 'overrule', says, ids: selectedResources.join(',') },
    );
    clearSelection();
  };

  return (
    <div className="larder-lines larder-lines--selectable">
      <IndexTable
        resourceName={{ singular: 'product', plural: 'products' }}
        itemCount={rows.length}
        selectedItemsCount={allResourcesSelected ? 'All' : selectedResources.length}
        onSelectionChange={handleSelectionChange}
        hasMoreItems={found > rows.length}
        paginatedSelectAllActionText={`Select all ${formatNumber(found)} on every page`}
        paginatedSelectAllText={`All ${formatNumber(found)} products on every page are selected`}
        promotedBulkActions={BULK_WORDS.map(([says, content]) => ({ content, onAction: () => say(says) }))}
        emptyState={<EmptyView view={place.view} search={place.search} counts={props.counts} />}
        headings={HEADINGS}
        sortable={SORTS.map((sort) => sort !== null)}
        sortColumnIndex={SORTS.indexOf(place.sort)}
        sortDirection={place.direction}
        onSort={(index, direction) => onShow({ sort: SORTS[index] ?? 'repeat', direction })}
        pagination={
          pages > 1
            ? {
                hasPrevious: page > 1,
                hasNext: page < pages,
                onPrevious: () => onShow({ page: page - 1 }),
                onNext: () => onShow({ page: page + 1 }),
                label: `Page ${formatNumber(page)} of ${formatNumber(pages)}`,
              }
            : undefined
        }
      >
        {rows.map((row, index) => (
          <ConsumableLine
            key={row.productId}
            row={row}
            index={index}
            isSizeUnread={props.unreadSizes.includes(row.productId)}
            timeZone={timeZone}
            isSelected={allResourcesSelected || selectedResources.includes(row.productId)}
          />
        ))}
      </IndexTable>
      <PhoneBar
        selected={allResourcesSelected ? found : selectedResources.length}
        found={found}
        onSay={say}
        onSelectAll={() => handleSelectionChange(IndexTableSelectionType.All, true)}
        onClear={clearSelection}
      />
    </div>
  );
}
