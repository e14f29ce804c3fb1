import { REGISTER } from '../../privacy/register';

export interface PersonalDataEntry {
  readonly what: string;
  readonly why: string;
  readonly howLong: string;
  /** What an erasure leaves; null when it removes all of it. */
  readonly remains: string | null;
}

/** Everything personal that the register declares, in its order. */
export function listPersonalData(): readonly PersonalDataEntry[] {
  return Object.values(REGISTER).flatMap((entry) => {
    if (!entry.personal) return [];
    const { what, why, howLong, remains = null } = entry;
    return [{ what, why, howLong, remains }];
  });
}
