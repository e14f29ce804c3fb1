/** Below so many conversions in the smaller arm a comparison would mislead: counts are shown, and nothing else. */
export const CONVERSIONS_NEEDED = 20;
