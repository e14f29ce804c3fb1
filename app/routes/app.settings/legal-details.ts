import { z } from 'zod';

const schema = z.object({
  legalName: z
    .string()
    .trim()
    .min(2, 'Enter the legal name of your business.')
    .max(120, 'Use at most 120 characters.'),
  postalAddress: z
    .string()
    .trim()
    .min(8, 'Enter street, town, postcode and country.')
    .max(300, 'Use at most 300 characters.'),
});

export type LegalDetails = z.infer<typeof schema>;

export type LegalProblems = Partial<Record<keyof LegalDetails, string>>;

/** What a mail must say of its sender, or what is missing, field by field. */
export function checkLegalDetails(
  typed: unknown,
): { ok: true; details: LegalDetails } | { ok: false; problems: LegalProblems } {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { ok: true, details: parsed.data };
  const { legalName, postalAddress } = z.flattenError(parsed.error).fieldErrors;
  return { ok: false, problems: { legalName: legalName?.[0], postalAddress: postalAddress?.[0] } };
}
