import type { Ports } from '../../ports';
import { addVersion, contentOf, newestVersion } from './letterhead-store.server';
import type { TemplateId } from './templates/template';
import type { VersionRef } from './version-ref';

/**
 * Makes older versions the newest again, all or none; nothing is lost by it. Version 0 brings back our words.
 * @returns what was there before, to take it back; null when one of the versions does not exist
 */
export async function restoreVersions(
  ports: Pick<Ports, 'db' | 'clock'>,
  about: {
    readonly shopId: number;
    readonly template: TemplateId;
    readonly versions: readonly VersionRef[];
  },
): Promise<readonly VersionRef[] | null> {
  const { shopId, template, versions } = about;
  const at = ports.clock.now();
  return ports.db.write(async (tx) => {
    const contents = [];
    for (const wanted of versions) contents.push(await contentOf(tx, shopId, template, wanted));
    const found = contents.flatMap((content) => (content === undefined ? [] : [content]));
    if (found.length < versions.length) return null;
    const before: VersionRef[] = [];
    for (const [place, { part }] of versions.entries()) {
      before.push({ part, version: await newestVersion(tx, shopId, template, part) });
      await addVersion(tx, shopId, template, { part, content: found[place] ?? null, at });
    }
    return before;
  });
}
