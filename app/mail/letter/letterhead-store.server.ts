import { instant, int, json, oneOf, orNull, statement, text } from '../../db/statement';
import type { Reader, Writer } from '../../ports';
import { DEFAULT_LOOK, FONTS, type LetterFont, type LetterLook } from './letter-look';
import type { Letterhead } from './letterhead';
import type { Language } from './locale';
import type { BlockPlace, TemplateId, Wording } from './templates/template';
import { blocksSchema, wordingSchema } from './templates/wording-schema';
import { LETTER_PARTS, type LetterPart, type VersionRef } from './version-ref';

const FIND_LOOK = statement(
  `SELECT "logoUrl", "buttonColour", "buttonTextColour", "groundColour", "font", "footer"
   FROM "LetterLook" WHERE "shopId" = :shopId`,
  {
    logoUrl: orNull(text),
    buttonColour: text,
    buttonTextColour: text,
    groundColour: text,
    font: oneOf(Object.keys(FONTS) as LetterFont[]),
    footer: orNull(text),
  },
  { isKept: true },
);

const FIND_WORDING = statement(
  `SELECT "version", "content" FROM "LetterVersion"
   WHERE "shopId" = :shopId AND "template" = :template AND "part" = :part
   ORDER BY "version" DESC LIMIT 1`,
  { version: int, content: orNull(json(wordingSchema)) },
  { isKept: true },
);

const FIND_BLOCKS = statement(
  `SELECT "version", "content" FROM "LetterVersion"
   WHERE "shopId" = :shopId AND "template" = :template AND "part" = 'blocks'
   ORDER BY "version" DESC LIMIT 1`,
  { version: int, content: orNull(json(blocksSchema)) },
  { isKept: true },
);

const SAVE_LOOK = statement(
  `INSERT INTO "LetterLook"
     ("shopId", "logoUrl", "buttonColour", "buttonTextColour", "groundColour", "font", "footer")
   VALUES (:shopId, :logoUrl, :buttonColour, :buttonTextColour, :groundColour, :font, :footer)
   ON CONFLICT ("shopId") DO UPDATE SET
     "logoUrl" = :logoUrl, "buttonColour" = :buttonColour, "buttonTextColour" = :buttonTextColour,
     "groundColour" = :groundColour, "font" = :font, "footer" = :footer`,
);

const ADD_VERSION = statement(
  `INSERT INTO "LetterVersion" ("shopId", "template", "part", "version", "content", "at")
   VALUES (:shopId, :template, :part, :version, :content, :at)`,
);

const LIST_VERSIONS = statement(
  `SELECT "part", "version", "at", CASE WHEN "content" IS NULL THEN 1 ELSE 0 END AS "isReset"
   FROM "LetterVersion" WHERE "shopId" = :shopId AND "template" = :template
   ORDER BY "at" DESC, "version" DESC, "part" LIMIT :most`,
  { part: oneOf(LETTER_PARTS), version: int, at: instant, isReset: int },
);

const FIND_CHANGED = statement(
  `SELECT v."template" FROM "LetterVersion" v
   WHERE v."shopId" = :shopId AND v."content" IS NOT NULL AND v."version" = (
     SELECT MAX(w."version") FROM "LetterVersion" w
     WHERE w."shopId" = v."shopId" AND w."template" = v."template" AND w."part" = v."part")`,
  { template: text },
);

const FIND_CONTENT = statement(
  `SELECT "content" FROM "LetterVersion"
   WHERE "shopId" = :shopId AND "template" = :template AND "part" = :part AND "version" = :version`,
  { content: orNull(text) },
);

/** The newest of what the merchant made of a letter. @param part a language */
async function loadWording(db: Reader | Writer, shopId: number, template: TemplateId, part: Language) {
  return db.first(FIND_WORDING, { shopId, template, part });
}

/** How the shop's letters look. */
export async function loadLook(db: Reader | Writer, shopId: number): Promise<LetterLook> {
  return (await db.first(FIND_LOOK, { shopId })) ?? DEFAULT_LOOK;
}

/** How the shop words and brands a letter in a language. */
export async function loadLetterhead(
  db: Reader | Writer,
  shopId: number,
  template: TemplateId,
  language: Language,
): Promise<Letterhead> {
  const look = await loadLook(db, shopId);
  const wording = await loadWording(db, shopId, template, language);
  const blocks = await db.first(FIND_BLOCKS, { shopId, template });
  return { look, wording: wording?.content ?? null, blocks: blocks?.content ?? null };
}

export async function saveLook(tx: Writer, shopId: number, look: LetterLook): Promise<void> {
  await tx.run(SAVE_LOOK, { shopId, ...look });
}

/** The number of the newest version of a part; 0 while nobody has changed it. */
export async function newestVersion(
  db: Reader | Writer,
  shopId: number,
  template: TemplateId,
  part: LetterPart,
): Promise<number> {
  const found =
    part === 'blocks'
      ? await db.first(FIND_BLOCKS, { shopId, template })
      : await loadWording(db, shopId, template, part);
  return found?.version ?? 0;
}

/** Keeps words (or an order of blocks) as the next version; null brings back ours. @returns its number */
export async function addVersion(
  tx: Writer,
  shopId: number,
  template: TemplateId,
  change: {
    readonly part: LetterPart;
    readonly content: Wording | readonly BlockPlace[] | null;
    readonly at: Date;
  },
): Promise<number> {
  const { part, content, at } = change;
  await tx.alone(`letter:${shopId}`);
  const version = (await newestVersion(tx, shopId, template, part)) + 1;
  const written = content === null ? null : JSON.stringify(content);
  await tx.run(ADD_VERSION, { shopId, template, part, version, content: written, at });
  return version;
}

export interface LetterChange extends VersionRef {
  readonly at: Date;
  readonly isReset: boolean;
}

/** What was changed about a letter, newest first. */
export async function listVersions(
  db: Reader,
  shopId: number,
  template: TemplateId,
  most: number,
): Promise<readonly LetterChange[]> {
  const rows = await db.all(LIST_VERSIONS, { shopId, template, most });
  return rows.map((row) => ({ ...row, isReset: row.isReset === 1 }));
}

/** Letters of which something is the merchant's own at present. */
export async function changedLetters(db: Reader, shopId: number): Promise<readonly string[]> {
  const rows = await db.all(FIND_CHANGED, { shopId });
  return [...new Set(rows.map((row) => row.template))];
}

/** What a version says, as it was kept; undefined when there is none. Version 0 is ours. */
export async function contentOf(
  db: Reader | Writer,
  shopId: number,
  template: TemplateId,
  { part, version }: VersionRef,
): Promise<Wording | readonly BlockPlace[] | null | undefined> {
  if (version === 0) return null;
  const row = await db.first(FIND_CONTENT, { shopId, template, part, version });
  if (row?.content === undefined || row.content === null) return row?.content;
  const said: unknown = JSON.parse(row.content);
  return part === 'blocks' ? blocksSchema.parse(said) : wordingSchema.parse(said);
}
