/** Categories of Shopify's Standard Product Taxonomy (2024-07) that the seeded shop uses: id suffix and full name. */
const FULL_NAMES = {
  'ap-2-2-1': 'Animals & Pet Supplies > Pet Supplies > Cat Supplies > Cat Food',
  'ap-2-2-4': 'Animals & Pet Supplies > Pet Supplies > Cat Supplies > Cat Litter',
  'ap-2-2-2-3':
    'Animals & Pet Supplies > Pet Supplies > Cat Supplies > Cat Furniture > Cat Scratchers & Scratching Posts',
  'ap-2-3-3': 'Animals & Pet Supplies > Pet Supplies > Dog Supplies > Dog Food',
  'ap-2-3-7': 'Animals & Pet Supplies > Pet Supplies > Dog Supplies > Dog Toys',
  'ap-2-3-9': 'Animals & Pet Supplies > Pet Supplies > Dog Supplies > Dog Treats',
  'fb-1-3-1': 'Food, Beverages & Tobacco > Beverages > Coffee > Coffee Beans & Ground Coffee',
  'fb-1-3-2': 'Food, Beverages & Tobacco > Beverages > Coffee > Coffee Pods & Capsules',
  'fb-1-6': 'Food, Beverages & Tobacco > Beverages > Hot Chocolate',
  'fb-1-10-3': 'Food, Beverages & Tobacco > Beverages > Non-Dairy Milk > Oat Drinks',
  'fb-1-14-1': 'Food, Beverages & Tobacco > Beverages > Tea & Infusions > Infusions',
  'fb-1-14-2': 'Food, Beverages & Tobacco > Beverages > Tea & Infusions > Tea',
  'fb-2-3-2': 'Food, Beverages & Tobacco > Food Items > Candy & Chocolate > Chocolate',
  'fb-2-4-6': 'Food, Beverages & Tobacco > Food Items > Condiments & Sauces > Honey',
  gc: 'Gift Cards',
  'hb-1-9-6-6': 'Health & Beauty > Health Care > Fitness & Nutrition > Vitamins & Supplements > Minerals',
  'hb-1-9-6-7':
    'Health & Beauty > Health Care > Fitness & Nutrition > Vitamins & Supplements > Multivitamin Supplements',
  'hb-1-9-6-8':
    'Health & Beauty > Health Care > Fitness & Nutrition > Vitamins & Supplements > Protein Supplements',
  'hb-1-9-6-9':
    'Health & Beauty > Health Care > Fitness & Nutrition > Vitamins & Supplements > Single Vitamins',
  'hb-1-11-8': 'Health & Beauty > Health Care > Incontinence Aids > Incontinence Pads',
  'hb-1-15-5': 'Health & Beauty > Health Care > Medical Tests > Pregnancy Tests',
  'hb-3-2-1-1': 'Health & Beauty > Personal Care > Cosmetics > Bath & Body > Bar Soap',
  'hb-3-2-1-5': 'Health & Beauty > Personal Care > Cosmetics > Bath & Body > Body Wash',
  'hb-3-2-1-8': 'Health & Beauty > Personal Care > Cosmetics > Bath & Body > Liquid Hand Soap',
  'hb-3-2-9': 'Health & Beauty > Personal Care > Cosmetics > Skin Care',
  'hb-3-10-13-1': 'Health & Beauty > Personal Care > Hair Care > Shampoo & Conditioner > Conditioners',
  'hb-3-10-13-3': 'Health & Beauty > Personal Care > Hair Care > Shampoo & Conditioner > Shampoo',
  'hb-3-10-12-2-2':
    'Health & Beauty > Personal Care > Hair Care > Hair Styling Tools > Combs & Brushes > Hairbrushes & Combs',
  'hb-3-12-19': 'Health & Beauty > Personal Care > Oral Care > Toothpaste',
  'hb-3-14': 'Health & Beauty > Personal Care > Shaving & Grooming',
  'hg-10-6-11-1':
    'Home & Garden > Household Supplies > Household Cleaning Supplies > Household Cleaning Products > All-Purpose Cleaners',
  'hg-10-6-11-4':
    'Home & Garden > Household Supplies > Household Cleaning Supplies > Household Cleaning Products > Dish Detergent & Soap',
  'hg-10-6-17': 'Home & Garden > Household Supplies > Household Cleaning Supplies > Sponges & Scouring Pads',
  'hg-10-7-4': 'Home & Garden > Household Supplies > Household Paper Products > Toilet Paper',
  'hg-10-9-16': 'Home & Garden > Household Supplies > Laundry Supplies > Laundry Baskets',
  'hg-10-9-17': 'Home & Garden > Household Supplies > Laundry Supplies > Laundry Detergent',
  'hg-11': 'Home & Garden > Kitchen & Dining',
} as const;

export type CategoryKey = keyof typeof FULL_NAMES;

export function taxonomyCategory(key: CategoryKey): {
  id: string;
  fullName: string;
} {
  return {
    id: `gid://shopify/TaxonomyCategory/${key}`,
    fullName: FULL_NAMES[key],
  };
}
