import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from './read-taxonomy';

/** Our own words for things by kind: what shops call them. For learning; at run time nothing reads them. */
export function readVocabulary(
  name: Language | 'names' | 'noise' | 'types',
): ReadonlyMap<string, readonly string[]> {
  const path = join(import.meta.dirname, 'vocabulary', `${name}.txt`);
  const terms = new Map<string, string[]>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const colon = line.indexOf(':');
    const kind = line.slice(0, colon);
    const own = terms.get(kind) ?? [];
    terms.set(kind, own);
    for (const term of line.slice(colon + 1).split(',')) if (term.trim() !== '') own.push(term.trim());
  }
  return terms;
}
