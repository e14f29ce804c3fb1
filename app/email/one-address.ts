/** RFC 5321, 4.5.3.1: of the part before the @, and of the whole. */
const LOCAL_MAX = 64;
const WHOLE_MAX = 254;

/**
 * Whether a text is the address of one inbox, as it goes into an envelope. Stricter than RFC 5322, whose quoted names, comments
 * and groups nobody has but who wants a mail to go somewhere else.
 */
export function isOneAddress(text: string): boolean {
  const [local = '', domain = '', ...more] = text.split('@');
  if (more.length > 0 || text.length > WHOLE_MAX || local.length > LOCAL_MAX) return false;
  return /^[^\s\p{C}()<>[\]:;,\\"]+$/u.test(local) && /^[^\s\p{C}()<>[\]:;,\\"]+$/u.test(domain);
}
