import type { SegmentKind } from '../../../results/counting/daily-sum';

export const SEGMENT_KINDS: Readonly<Record<SegmentKind, string>> = {
  history: 'New or returning',
  recent: 'Bought in the last 90 days',
  'known-as': 'Signed in or guest',
  device: 'Device',
  category: 'What they use up',
};

const NAMES: Readonly<Record<string, string>> = {
  new: 'New',
  returning: 'Returning',
  recent: 'Yes',
  lapsed: 'No',
  yes: 'Yes',
  no: 'No',
  'signed-in': 'Signed in',
  account: 'Signed in',
  guest: 'Guest',
  phone: 'Phone',
  mobile: 'Phone',
  tablet: 'Tablet',
  desktop: 'Computer',
  unknown: 'Not known',
  none: 'None',
  other: 'All others together',
};

/** A segment's name as a merchant reads it; categories stand as the shop wrote them. */
export function segmentName({ kind, name }: { readonly kind: SegmentKind; readonly name: string }): string {
  if (kind !== 'category') return NAMES[name] ?? firstUpper(name);
  return name === 'other' || name === 'unknown' ? (NAMES[name] ?? name) : firstUpper(name);
}

function firstUpper(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
