import { Resolver } from 'node:dns/promises';
import type { Dns } from '../mail-ports';

/** No such name, or a name without such records. */
const NONE = new Set(['ENOTFOUND', 'ENODATA']);

export function createDns(servers?: readonly string[]): Dns {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  if (servers) resolver.setServers(servers);
  return {
    async txt(name) {
      try {
        return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
      } catch (error) {
        if (NONE.has((error as NodeJS.ErrnoException).code ?? '')) return [];
        throw error;
      }
    },
  };
}
