import type { Kind } from './kind';

/** Kinds that are used up, most of the time. */
export const USED_UP_KINDS: readonly Kind[] = [
  {
    name: 'coffee',
    chance: 0.96,
    cycleDays: 28,
    typicalPack: { g: 350, items: 40 },
    words:
      'coffee espresso coffee-bean coffee-pod coffee-capsule espresso-pod espresso-capsule bean roast decaf cold-brew kaffee cafe kaffeebohne espressobohne instant-coffee',
  },
  {
    name: 'tea',
    chance: 0.92,
    cycleDays: 45,
    typicalPack: { g: 100, items: 40 },
    words: 'tea matcha rooibos chai infusion oolong sencha tisane tea-bag tee tisane kombucha yerba-mate',
  },
  {
    name: 'drinks',
    chance: 0.94,
    cycleDays: 24,
    typicalPack: { ml: 6000 },
    words:
      'juice drink soda water lemonade cola beverage soft-drink smoothie energy-drink mixer cocoa hot-chocolate syrup ' +
      'beer wine cider ale liquor spirit whisky whiskey gin rum vodka champagne prosecco cordial coconut-water water-ice',
  },
  {
    name: 'pet food',
    chance: 0.96,
    cycleDays: 30,
    typicalPack: { g: 5000 },
    words:
      'dog-food cat-food pet-food kibble dog-treat cat-treat pet-treat dog-chew bird-food bird-seed fish-food hay ' +
      'hundefutter katzenfutter futter croquette puppy-food kitten-food wet-food dry-food poop-bag flea-treatment',
  },
  {
    name: 'cat litter',
    chance: 0.95,
    cycleDays: 30,
    typicalPack: { g: 6000, ml: 10_000 },
    words: 'litter cat-litter katzenstreu pet-bedding',
  },
  {
    name: 'baby care',
    chance: 0.94,
    cycleDays: 24,
    typicalPack: { g: 800, items: 60 },
    words:
      'diaper nappy formula infant-formula baby-formula baby-food baby-wipe wipe windel training-pant swim-diaper ' +
      'nursing-pad diaper-cream babyfood disposable',
  },
  {
    name: 'milk and dairy',
    chance: 0.96,
    cycleDays: 12,
    typicalPack: { ml: 2000, g: 500 },
    words:
      'milk yoghurt yogurt butter cheese egg dairy oat-milk cream-cheese margarine oat-drink kefir eggnog',
  },
  {
    name: 'fresh food',
    chance: 0.95,
    cycleDays: 14,
    typicalPack: { g: 1000 },
    words:
      'bread roll bun bagel cake pie pastry muffin donut meat beef pork chicken poultry turkey lamb veal fish seafood ' +
      'salmon shrimp bacon ham sausage hot-dog lunchmeat fruit vegetable apple banana berry grape melon citrus orange ' +
      'lemon tomato potato onion carrot salad lettuce mushroom pepper herb broccoli cauliflower squash corn pear sushi ' +
      'sandwich deli produce crouton dip hummus pizza tofu frozen frozen-food refrigerated meal ready-meal dough ice-cream ' +
      'avocado cucumber garlic spinach baked-good perishable prepared-food heat-serve ice sherbet',
  },
  {
    name: 'pantry',
    chance: 0.9,
    cycleDays: 45,
    typicalPack: { g: 500, ml: 500 },
    words:
      'oil honey pasta noodle rice flour sugar salt spice seasoning extract sauce jam jelly granola muesli oat oatmeal ' +
      'cereal nut almond peanut-butter chocolate snack biscuit cookie cracker chip crisp popcorn candy sweet gum bar vinegar ' +
      'soup broth bouillon bean lentil chickpea condiment ketchup mustard mayonnaise dressing relish pickle olive spread ' +
      'baking-mix mix baking baking-need yeast dessert pudding sweetener stevia molasses topping seed grain quinoa jerky ' +
      'dried-fruit raisin food grocery pantry canned-food olivenol marmalade tortilla rice-cake hispanic meal-kit chutney ' +
      'food-item breakfast savon-de-bouche schokolade chocolat gravy',
  },
  {
    name: 'paper goods',
    chance: 0.93,
    cycleDays: 40,
    typicalPack: { items: 18 },
    words:
      'toilet-paper toilet-tissue bath-tissue kitchen-roll paper-towel tissue napkin facial-tissue toilettenpapier paper-plate ' +
      'paper-houseware aluminum-foil foil cling-film food-wrap baking-paper parchment trash-bag bin-bag garbage-bag ' +
      'freezer-bag sandwich-bag food-storage-bag paper-cup plastic-cup foilware household-paper paper-product',
  },
  {
    name: 'laundry and dishes',
    chance: 0.94,
    cycleDays: 55,
    typicalPack: { ml: 1500, g: 1500, items: 40 },
    words:
      'detergent laundry-detergent laundry-sheet laundry-additive laundry-pod dishwasher-tablet dish-soap dishwashing-liquid ' +
      'washing-powder fabric-softener softener rinse-aid stain-remover tablet dish-detergent waschmittel lessive ' +
      'washing-up-liquid bleach dryer-sheet starch ironing-chemical',
  },
  {
    name: 'cleaning',
    chance: 0.9,
    cycleDays: 60,
    typicalPack: { ml: 750 },
    words:
      'cleaner cleaning-spray sponge descaler refill cleaning-supply cleaning-product air-freshener air-care disinfectant ' +
      'polish scourer scouring-pad cleaning-cloth insecticide pesticide reiniger toilet-block cleaning-need insect-repellent ' +
      'fertilizer charcoal lighter-fluid firelighter propane fuel',
  },
  {
    name: 'soap and body care',
    chance: 0.9,
    cycleDays: 55,
    typicalPack: { ml: 300, g: 100 },
    words:
      'soap shampoo conditioner shower-gel deodorant lotion hand-wash body-wash hand-sanitizer bar-soap body-butter bath-salt ' +
      'bath-bomb hair-care hair-color hair-dye hair-spray hair-mask hairspray body-care seife savon shower-oil hand-cream ' +
      'body-oil body-scrub bubble-bath personal-care bath-body foot-cream foot-care hygiene',
  },
  {
    name: 'oral care',
    chance: 0.9,
    cycleDays: 50,
    typicalPack: { ml: 75, items: 60 },
    words:
      'toothpaste mouthwash floss dental-floss brush-head toothbrush-head toothbrush zahnpasta dentifrice oral-care oral-hygiene whitening-strip',
  },
  {
    name: 'shaving',
    chance: 0.85,
    cycleDays: 50,
    typicalPack: { items: 8, ml: 200 },
    words:
      'razor-blade blade shaving-cream shaving-foam shaving-gel aftershave shaving-care disposable-razor wax-strip rasierklinge',
  },
  {
    name: 'skin care and make-up',
    chance: 0.84,
    cycleDays: 60,
    typicalPack: { ml: 50, g: 50 },
    words:
      'serum cream moisturiser moisturizer cleanser mascara sunscreen toner mask face-mask sheet-mask eye-cream balm lip-balm ' +
      'lipstick foundation concealer eyeliner makeup make-up nail-polish cosmetic skin-care skincare suntan sun-care face-oil ' +
      'exfoliator cotton-pad cotton-swab makeup-remover blush primer gloss retinol hautpflege',
  },
  {
    name: 'intimate and health supplies',
    chance: 0.88,
    cycleDays: 32,
    typicalPack: { items: 30 },
    words:
      'tampon sanitary-pad pad pantyliner feminine-hygiene contact-lens condom lubricant incontinence-pad incontinence ' +
      'adult-diaper test-strip lancet glove-disposable catheter bandage plaster first-aid antacid analgesic painkiller laxative ' +
      'cold-medicine cough-drop lozenge allergy-relief medicine medication eye-drop nasal-spray pharmacy pregnancy-test ' +
      'cold-flu flu allergy smoking-cessation nicotine e-liquid cigarette cigar tobacco vape-juice health-care eye-ear-care',
  },
  {
    name: 'vitamins and supplements',
    chance: 0.92,
    cycleDays: 34,
    typicalPack: { items: 60, g: 900 },
    words:
      'vitamin multivitamin supplement capsule protein whey collagen omega omega-3 probiotic magnesium creatine fish-oil gummy ' +
      'electrolyte pre-workout amino-acid bcaa ashwagandha turmeric zinc iron calcium melatonin protein-powder protein-bar ' +
      'softgel kapsel nutrition herbal-supplement greens meal-replacement dietary-aid diet mineral',
  },
  {
    name: 'candles and scent',
    chance: 0.5,
    cycleDays: 75,
    typicalPack: { g: 200, ml: 100 },
    words:
      'candle tealight t-light incense diffuser-refill wax-melt essential-oil perfume fragrance cologne eau-de-parfum kerze parfum',
  },
  {
    name: 'filters and cartridges',
    chance: 0.9,
    cycleDays: 75,
    typicalPack: { items: 3 },
    words:
      'filter water-filter coffee-filter vacuum-bag cartridge ink toner-cartridge ink-cartridge battery paper-filter ' +
      'paper air-filter furnace-filter co2-cylinder soda-cartridge printer-paper copy-paper light-bulb film',
  },
  {
    name: 'hobby supplies',
    chance: 0.55,
    cycleDays: 70,
    words:
      'yarn thread paint glue ink-refill pen-refill clay resin fabric-dye tape adhesive soil compost potting-soil guitar-string fishing-line magazine newspaper flower bouquet rose cake-case doily drinking-straw straw',
  },
];
