import { plainLetters } from '../plain-letters';
import { resemblance } from './resembled-kinds';

/** What shops write into a product type, and the learned weights take for something. */
const SAYS_NOTHING = new Set(
  (
    'bundle, bundles, set, sets, seasonal, limited edition, physical, women, men, kids, rebajas, saldi, uitverkoop, ware, ' +
    'default title, standard, verschiedenes, autre, autres, otros, altro, altri, overig'
  ).split(', '),
);
const LONGEST_TYPE = 100;

/**
 * Whether a product type names a sort of things. "Sale", "Home page" and "Accessories" do not; of a word that nobody has
 * met, or in another script, the shop may well know what it means.
 */
export function isTelling(productType: string): boolean {
  const plain = plainLetters(productType, LONGEST_TYPE).trim();
  if (plain === '' || SAYS_NOTHING.has(plain)) return false;
  const { nothing, known } = resemblance(productType);
  return known === 0 || nothing < 0.5;
}
