/** What the extensions may weigh, compressed: whoever builds them is told, and so are the tests. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const extensions = path.resolve(import.meta.dirname, '../extensions');
const assets = 'refill-shelf/assets';

export const BUDGETS = [
  {
    what: 'The shelf and what it loads',
    files: [`${assets}/shelf.js`, `${assets}/visitor.js`],
    limitBytes: 4096,
  },
  { what: 'The embed, which every page loads', files: [`${assets}/visitor.js`], limitBytes: 1024 },
  { what: 'The stylesheet', files: [`${assets}/shelf.css`], limitBytes: 2048 },
  // Shopify allows 64 KB.
  { what: 'The reminder', files: ['refill-reminder/dist/refill-reminder.js'], limitBytes: 16 * 1024 },
];

/** Bytes of a budget's files, compressed; null while one of them is not built. */
export function weigh({ files }) {
  const paths = files.map((file) => path.join(extensions, file));
  if (!paths.every((file) => existsSync(file))) return null;
  return paths.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}
