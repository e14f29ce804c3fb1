import { countOf } from '../../ui/format-values';
import type { PersonalDataEntry } from './list-personal-data';

/** What a request to erase somebody does to all this. */
export function erasureWords(entries: readonly PersonalDataEntry[]): string {
  const leaving = entries.filter((entry) => entry.remains !== null).length;
  return (
    `Larder keeps ${countOf(entries.length, 'kind')} of data that may belong to a person. A request to erase somebody, ` +
    `which Shopify passes on to us, removes ${entries.length - leaving} of them whole, and from the other ${leaving} ` +
    'whatever can be read back to that person. What stays of those stands with each below.'
  );
}
