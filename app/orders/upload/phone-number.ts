import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A telephone number in E.164 form (`+447911123456`), so that it is the same however it was typed; null for what is no
 * possible number, or is written without its country where none of the given countries is known.
 * @param countries ISO 3166-1 alpha-2, the likeliest first
 */
export function readPhoneNumber(text: string, countries: readonly (string | null)[]): string | null {
  // The library throws and catches for each text without one, which is slow.
  if (!/\d/.test(text)) return null;
  const known = countries
    .map((code) => code?.trim().toUpperCase() ?? '')
    .find((code) => isSupportedCountry(code));
  const country = known !== undefined && isSupportedCountry(known) ? known : undefined;
  const number = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
  // Of the right length is enough: ranges are opened faster than lists of them are renewed. 0000000000 is nobody's.
  return number?.isPossible() && !/^(\d)\1*$/.test(number.nationalNumber) ? number.number : null;
}
