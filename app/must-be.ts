/** What a field must be; one that is not there at all "is missing". */
export const mustBe = (words: string) => ({
  error: ({ input }: { readonly input?: unknown }) =>
    input === undefined ? `is missing: it must be ${words}` : `must be ${words}`,
});
