import type { Prisma } from '@prisma/client';
import { IMPERSONAL_TABLES } from './impersonal-tables';
import { PERSONAL_TABLES } from './personal-tables';
import type { RegisterEntry } from './register-entry';

/**
 * The register of personal data: every table of the database stands here, and a test reads the database's own model and
 * fails when one does not. Names, postal addresses and telephone numbers are never stored; of a telephone number at most a
 * keyed hash.
 */
export const REGISTER: Readonly<Record<Prisma.ModelName, RegisterEntry>> = {
  ...IMPERSONAL_TABLES,
  ...PERSONAL_TABLES,
};
