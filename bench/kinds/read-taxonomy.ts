import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { splitCsv } from '../refills/read-purchases';

export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl'] as const;

export type Language = (typeof LANGUAGES)[number];

export interface TaxonomyCategory {
  readonly id: string;
  readonly names: Readonly<Record<Language, string>>;
}

/** Shopify's product taxonomy, 2024-07: all 10,281 categories, parents before children. */
export function readTaxonomy(): readonly TaxonomyCategory[] {
  const packed = readFileSync(join(import.meta.dirname, 'shopify-taxonomy.csv.br'));
  const [, ...lines] = brotliDecompressSync(packed).toString('utf8').trimEnd().split('\n');
  return lines.map((line, at) => {
    const [id = '', en = '', de = '', fr = '', es = '', it = '', nl = ''] = splitCsv(line, at + 2);
    return { id, names: { en, de, fr, es, it, nl } };
  });
}
