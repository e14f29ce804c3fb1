/** Measures and packs, in the languages of our letters, as they stand behind a number. */
const SIZE =
  /\d+(?:[.,]\d+)?\s*(?:[x×]\s*\d+(?:[.,]\d+)?\s*)?(?:kg|g|gr|mg|ml|cl|dl|l|litres?|liters?|oz|fl\s?oz|lbs?|cm|mm|inch|er|pack|packs|pcs|pieces?|stück|st|pièces?|piezas?|pezzi|stuks|count|ct|capsules?|tabs?|tablets?|bags?|sachets?)(?![\p{L}\p{N}])/giu;

/**
 * What products of one thing in several sizes share: their title without sizes, in lower case. "Ethiopia Coffee 250 g" and
 * "Ethiopia coffee, 1 kg" are one family; a title of nothing but sizes is its own.
 */
export function familyOf(title: string): string {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(title.replace(SIZE, ' ')) || plain(title) || title;
}
