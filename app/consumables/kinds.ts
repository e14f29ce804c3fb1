import { KEPT_KINDS } from './kept-kinds';
import type { Kind } from './kind';
import { USED_UP_KINDS } from './used-up-kinds';

/** Every kind that is known, by its words. */
export const KINDS: readonly Kind[] = [...USED_UP_KINDS, ...KEPT_KINDS];
