import type { Ports } from '../../ports';
import { blocksOf, defaultWording } from './letterhead';
import { addVersion, loadLetterhead, newestVersion } from './letterhead-store.server';
import type { Language } from './locale';
import { checkWording, type WordingProblems } from './templates/check-wording';
import { WORD_PARTS, type BlockPlace, type TemplateId, type Wording } from './templates/template';
import { WORDS } from './templates/words';
import type { VersionRef } from './version-ref';

export interface LetterDraft {
  readonly words: Readonly<Partial<Record<Language, Wording>>>;
  /** Left out: as they are. */
  readonly blocks?: readonly BlockPlace[] | undefined;
}

export type SaveLetterAnswer =
  /** `before`: what was there, to bring back with `restoreVersions`. */
  | { readonly ok: true; readonly before: readonly VersionRef[] }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<Language, WordingProblems>>> };

/** Keeps changed words and a changed order as new versions, all or none. What is as it was makes no version. */
export async function saveLetter(
  ports: Pick<Ports, 'db' | 'clock'>,
  about: { readonly shopId: number; readonly template: TemplateId; readonly draft: LetterDraft },
): Promise<SaveLetterAnswer> {
  const { shopId, template, draft } = about;
  const at = ports.clock.now();
  const typed = Object.entries(draft.words) as [Language, Wording][];

  const checked = typed.map(([language, words]) => ({ language, ...checkWording(template, words) }));
  const wrong = checked.flatMap((each) => (each.ok ? [] : [[each.language, each.problems] as const]));
  if (wrong.length > 0) return { ok: false, problems: Object.fromEntries(wrong) };

  return ports.db.write(async (tx) => {
    const before: VersionRef[] = [];
    for (const each of checked) {
      if (!each.ok) continue;
      const { language: part, wording } = each;
      const kept = (await loadLetterhead(tx, shopId, template, part)).wording;
      if (sameWording(kept ?? defaultWording(WORDS[part], template), wording)) continue;
      before.push({ part, version: await newestVersion(tx, shopId, template, part) });
      await addVersion(tx, shopId, template, { part, content: wording, at });
    }
    if (draft.blocks) {
      const kept = (await loadLetterhead(tx, shopId, template, 'en')).blocks;
      const blocks = blocksOf(template, draft.blocks);
      if (JSON.stringify(blocksOf(template, kept)) !== JSON.stringify(blocks)) {
        before.push({ part: 'blocks', version: await newestVersion(tx, shopId, template, 'blocks') });
        await addVersion(tx, shopId, template, { part: 'blocks', content: blocks, at });
      }
    }
    return { ok: true, before };
  });
}

function sameWording(first: Wording, second: Wording): boolean {
  return WORD_PARTS.every((part) => first[part] === second[part]);
}
