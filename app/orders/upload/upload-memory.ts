import type { LineMatch } from './matching';

/**
 * What reading one upload has found out so far, so that Shopify and the catalogue are asked once per buyer and article,
 * not once per chunk. Lives in the process only, names addresses by their keyed hash, and is bounded. Losing it costs time.
 */
export interface UploadMemory {
  /** Customer id by keyed hash of the address; null: the shop has no such customer. */
  readonly buyers: Bounded<string, bigint | null>;
  readonly articles: Bounded<string, LineMatch>;
}

/** By upload. */
export type UploadMemories = Map<number, UploadMemory>;

const MOST_BUYERS = 200_000;
const MOST_ARTICLES = 50_000;

export function memoryOf(memories: UploadMemories, uploadId: number): UploadMemory {
  const known = memories.get(uploadId);
  if (known) return known;
  const fresh = {
    buyers: new Bounded<string, bigint | null>(MOST_BUYERS),
    articles: new Bounded<string, LineMatch>(MOST_ARTICLES),
  };
  memories.set(uploadId, fresh);
  return fresh;
}

/** Forgets what came first when it is full. */
export class Bounded<K, V> {
  readonly #held = new Map<K, V>();
  constructor(private readonly most: number) {}

  get(key: K): V | undefined {
    return this.#held.get(key);
  }

  has(key: K): boolean {
    return this.#held.has(key);
  }

  set(key: K, value: V): void {
    this.#held.set(key, value);
    if (this.#held.size <= this.most) return;
    const [oldest] = this.#held.keys();
    if (oldest !== undefined) this.#held.delete(oldest);
  }
}
