import { KEPT_KINDS } from './kept-kinds';
import type { Kind } from './kind';
import { USED_UP_KINDS } from './used-up-kinds';

/** Every kind, in the order in which the learned weights know them. */
export const KINDS: readonly Kind[] = [...USED_UP_KINDS, ...KEPT_KINDS];

const BY_NAME: ReadonlyMap<string, Kind> = new Map(KINDS.map((kind) => [kind.name, kind]));

/** @throws RangeError for a name that no kind has */
export function kindNamed(name: string): Kind {
  const kind = BY_NAME.get(name);
  if (!kind)
    throw new RangeError(`No kind is called "${name}". Add it to used-up-kinds.ts or kept-kinds.ts.`);
  return kind;
}
