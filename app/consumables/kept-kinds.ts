import type { Kind } from './kind';

/** Kinds that are kept: nothing of them runs out. */
export const KEPT_KINDS: readonly Kind[] = [
  {
    name: 'greeting cards and wrap',
    chance: 0.1,
    cycleDays: null,
    words:
      'card greeting-card gift-wrap ribbon sticker balloon party-supply gift-bag envelope postcard notecard wrapping-paper party-bag bunting garland',
  },
  {
    name: 'plants and garden',
    chance: 0.08,
    cycleDays: null,
    words:
      'plant houseplant tree bulb-plant planter plant-pot garden garden-tool hose gardening patio lawn lawn-garden foliage-plant lily flowering-plant',
  },
  {
    name: 'kitchen and table',
    chance: 0.03,
    cycleDays: null,
    words:
      'mug cup glass glassware carafe kettle grinder teapot tea-set tea-towel scoop spoon fork knife cutlery dripper french-press ' +
      'press opener jar-opener board chopping-board pan pot wok cookware bakeware tray dispenser infuser strainer sieve whisk ' +
      'scale frother canister pour-over soap-dish dish dinnerware tableware plate bowl pitcher jug spatula ladle tongs grater ' +
      'peeler mill pepper-mill blender mixer-stand stand-mixer toaster juicer coffee-machine espresso-machine coffee-maker ' +
      'machine maker thermos tumbler flask lunch-box lunch-bag cooler ice-tray cake-stand cake-tin tin mould mold rack ' +
      'corkscrew decanter coaster placemat apron oven-glove tea-tin kitchen-gadget gadget kitchen-tool utensil kitchen-dining ' +
      'houseware plastic-houseware egg-cup toothbrush-holder bottle water-bottle baby-bottle jar storage-jar bread-bin',
  },
  {
    name: 'home and decoration',
    chance: 0.03,
    cycleDays: null,
    words:
      'poster print frame picture-frame vase cushion pillow throw blanket duvet bedding sheet-set bed-sheet quilt towel curtain ' +
      'rug carpet lamp lantern light fairy-light candlestick candle-holder holder t-light-holder clock alarm-clock ornament ' +
      'figurine doormat mat basket hook hanger sign mirror shelf chair table desk sofa stool bench cabinet drawer furniture ' +
      'mattress wardrobe decoration decor wall-art sculpture statue box-storage storage-box organizer bin trash-can wreath ' +
      'home-furnishing domestic-good heart magnet doorstop doorknob knob photo-frame album chalkboard birdcage windmill ' +
      'diffuser oil-burner seasonal christmas easter halloween valentine christmas-decoration holiday-decoration broom mop ' +
      'duster bucket iron ironing-board laundry-basket drying-rack vacuum vacuum-cleaner appliance heater fan humidifier ' +
      'home-decor bath-mat shower-curtain home-garden kissing-ball parasol cake-slice drawer-knob feather-tree',
  },
  {
    name: 'apparel and bags',
    chance: 0.03,
    cycleDays: null,
    words:
      'shirt t-shirt tee-shirt hoodie sweater jumper jacket coat dress skirt pant trouser jean short legging sock hosiery ' +
      'underwear bra lingerie swimwear bikini pyjama pajama robe scarf hat cap beanie glove belt tie shoe sneaker boot sandal ' +
      'slipper tote tote-bag backpack handbag purse wallet pouch luggage suitcase umbrella watch jewelry jewellery necklace ' +
      'bracelet earring ring pendant brooch sunglasses glasses apparel clothing accessory hair-clip hair-band scrunchie hair-tie ' +
      'costume keyring keychain charm lace shopper shopping-bag jumbo-bag wash-bag cosmetic-bag hair-accessory cosmetic-accessory',
  },
  {
    name: 'toys, pets and baby gear',
    chance: 0.04,
    cycleDays: null,
    words:
      'toy puzzle game board-game doll teddy plush lego leash lead collar harness pet-bed dog-bed cat-bed bed crate carrier ' +
      'brush comb hairbrush litter-box scratching-post cat-tree aquarium cage feeder stroller pushchair car-seat cot crib ' +
      'high-chair pacifier dummy rattle teether bib pet-toy dog-toy cat-toy dog-bowl skipping-rope bicycle ball skateboard ' +
      'playhouse jigsaw dominoes marble yoga-mat dumbbell sporting-good sport tent sleeping-bag fishing-rod trainer',
  },
  {
    name: 'electronics and tools',
    chance: 0.04,
    cycleDays: null,
    words:
      'phone phone-case case charger cable headphone earphone speaker laptop computer keyboard mouse camera tripod monitor tv ' +
      'tablet-computer ipad drone console adapter power-bank electric-toothbrush razor electric-razor trimmer shaver hair-dryer ' +
      'straightener curler massager thermometer tool hammer drill screwdriver wrench saw ladder flashlight torch extension-lead ' +
      'equipment device electronic electrical-supply hardware hardware-supply automotive-product car-accessory tyre tire sewing ' +
      'instrument guitar gear kit-tool tool-kit audio-video calculator photofinishing calling-card wireless appliance-part set-top ' +
      'scooter bike helmet pump lens photo gun spanner',
  },
  {
    name: 'books and media',
    chance: 0.02,
    cycleDays: null,
    words:
      'book guide cookbook course ebook class voucher workshop gift-card gift-certificate ticket cd dvd vinyl record notebook ' +
      'journal planner diary calendar stationery school-supply pen pencil ruler bookstore magazine-rack subscription-box-gift ' +
      'software download membership donation office-supply memorabilia colouring-book',
  },
];
