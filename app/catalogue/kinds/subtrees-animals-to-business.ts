/** A part of the table in `category-kinds.ts`: id | kind | sensitive | what the taxonomy calls it. */
export const ANIMALS_TO_BUSINESS = `
ap         | mixed                      |           | Animals & Pet Supplies
ap-1       | live animals               |           | Live Animals
ap-2       | mixed                      |           | Pet Supplies
ap-2-1     | mixed                      |           | Bird Supplies
ap-2-1-1   | pet gear                   |           | Bird Cage Accessories
ap-2-1-2   | pet gear                   |           | Bird Cages & Stands
ap-2-1-3   | pet food                   |           | Bird Food
ap-2-1-4   | pet gear                   |           | Bird Gyms & Playstands
ap-2-1-5   | pet gear                   |           | Bird Ladders & Perches
ap-2-1-6   | pet gear                   |           | Bird Toys
ap-2-1-7   | pet treats                 |           | Bird Treats
ap-2-2     | mixed                      |           | Cat Supplies
ap-2-2-1   | pet food                   |           | Cat Food
ap-2-2-2   | pet gear                   |           | Cat Furniture
ap-2-2-3   | pet gear                   |           | Cat Furniture Accessories
ap-2-2-4   | cat litter                 |           | Cat Litter
ap-2-2-4-1 | pet care supplies          |           | Cat Litter Box Liners
ap-2-2-4-2 | pet gear                   |           | Cat Litter Box Mats
ap-2-2-4-3 | pet gear                   |           | Cat Litter Boxes
ap-2-2-5   | pet gear                   |           | Cat Toys
ap-2-2-6   | pet treats                 |           | Cat Treats
ap-2-3     | mixed                      |           | Dog Supplies
ap-2-3-1   | pet care supplies          |           | Dog Diaper Pads & Liners
ap-2-3-2   | pet care supplies          |           | Dog Diapers
ap-2-3-3   | pet food                   |           | Dog Food
ap-2-3-4   | pet gear                   |           | Dog Houses
ap-2-3-5   | pet gear                   |           | Dog Kennel & Run Accessories
ap-2-3-6   | pet gear                   |           | Dog Kennels & Runs
ap-2-3-7   | pet gear                   |           | Dog Toys
ap-2-3-8   | pet gear                   |           | Dog Treadmills
ap-2-3-9   | pet treats                 |           | Dog Treats
ap-2-4     | mixed                      |           | Fish & Aquatic Supplies
ap-2-4-1   | pet gear                   |           | Aquarium & Pond Tubings
ap-2-4-2   | pet gear                   |           | Aquarium Air Stones & Diffusers
ap-2-4-3   | pet gear                   |           | Aquarium Cleaning Supplies
ap-2-4-4   | pet gear                   |           | Aquarium Decors
ap-2-4-5   | pet gear                   |           | Aquarium Filters
ap-2-4-6   | pet gear                   |           | Aquarium Fish Nets
ap-2-4-7   | pet gear                   |           | Aquarium Gravel & Substrates
ap-2-4-8   | pet gear                   |           | Aquarium Lighting
ap-2-4-9   | pet gear                   |           | Aquarium Overflow Boxes
ap-2-4-10  | pet gear                   |           | Aquarium Stands
ap-2-4-11  | pet gear                   |           | Aquarium Temperature Controllers
ap-2-4-12  | pet care supplies          |           | Aquarium Water Treatments
ap-2-4-13  | pet gear                   |           | Aquariums
ap-2-4-14  | pet care supplies          |           | Aquatic Plant Fertilizers
ap-2-4-15  | pet gear                   |           | Fish Feeders
ap-2-4-16  | pet food                   |           | Fish Food
ap-2-5     | pet gear                   |           | Pet Agility Equipment
ap-2-6     | pet gear                   |           | Pet Apparel
ap-2-7     | pet gear                   |           | Pet Apparel Hangers
ap-2-8     | pet gear                   |           | Pet Bed Accessories
ap-2-9     | pet gear                   |           | Pet Beds
ap-2-10    | pet gear                   |           | Pet Bells & Charms
ap-2-11    | pet gear                   |           | Pet Biometric Monitors
ap-2-12    | pet gear                   |           | Pet Bowl Mats
ap-2-13    | pet gear                   |           | Pet Bowl Stands
ap-2-14    | pet gear                   |           | Pet Bowls, Feeders & Waterers
ap-2-15    | pet gear                   |           | Pet Carrier & Crate Accessories
ap-2-16    | pet gear                   |           | Pet Carriers & Crates
ap-2-17    | pet gear                   |           | Pet Collars & Harnesses
ap-2-18    | pet gear                   |           | Pet Containment Systems
ap-2-19    | pet gear                   |           | Pet Door Accessories
ap-2-20    | pet gear                   |           | Pet Doors
ap-2-21    | pet care supplies          |           | Pet Eye Drops & Lubricants
ap-2-22    | pet care supplies          |           | Pet First Aid & Emergency Kits
ap-2-23    | pet care supplies          |           | Pet Flea & Tick Control
ap-2-24    | pet gear                   |           | Pet Food Containers
ap-2-25    | pet gear                   |           | Pet Food Scoops
ap-2-26    | mixed                      |           | Pet Grooming Supplies
ap-2-26-1  | pet gear                   |           | Pet Combs & Brushes
ap-2-26-2  | pet care supplies          |           | Pet Fragrances & Deodorizing Sprays
ap-2-26-3  | pet gear                   |           | Pet Hair Clippers & Trimmers
ap-2-26-4  | pet gear                   |           | Pet Hair Dryers
ap-2-26-5  | pet care supplies          |           | Pet Nail Polish
ap-2-26-6  | pet gear                   |           | Pet Nail Tools
ap-2-26-7  | pet care supplies          |           | Pet Shampoo & Conditioner
ap-2-26-8  | pet care supplies          |           | Pet Wipes
ap-2-27    | pet gear                   |           | Pet Heating Pad Accessories
ap-2-28    | pet gear                   |           | Pet Heating Pads
ap-2-29    | pet gear                   |           | Pet ID Tags
ap-2-30    | pet gear                   |           | Pet Leash Extensions
ap-2-31    | pet gear                   |           | Pet Leashes
ap-2-32    | pet gear                   |           | Pet Medical Collars
ap-2-33    | pet care supplies          |           | Pet Medical Tape & Bandages
ap-2-34    | pet care supplies          |           | Pet Medicine
ap-2-35    | pet gear                   |           | Pet Muzzles
ap-2-36    | pet care supplies          |           | Pet Oral Care Supplies
ap-2-36-1  | pet treats                 |           | Dental Chews
ap-2-49    | pet gear                   |           | Pet Steps & Ramps
ap-2-39    | pet gear                   |           | Pet Strollers
ap-2-40    | pet care supplies          |           | Pet Sunscreen
ap-2-41    | pet gear                   |           | Pet Training Aids
ap-2-41-3  | pet care supplies          |           | Pet Training Pads
ap-2-41-4  | pet care supplies          |           | Pet Training Sprays & Solutions
ap-2-42    | pet care supplies          |           | Pet Vitamins & Supplements
ap-2-43    | pet gear                   |           | Pet Waste Bag Dispensers & Holders
ap-2-44    | pet care supplies          |           | Pet Waste Bags
ap-2-45    | pet gear                   |           | Pet Waste Disposal Systems & Tools
ap-2-45-1  | pet care supplies          |           | Doggy Bags
ap-2-46    | mixed                      |           | Reptile & Amphibian Supplies
ap-2-46-1  | pet food                   |           | Reptile & Amphibian Food
ap-2-46-2  | pet gear                   |           | Reptile & Amphibian Habitat Accessories
ap-2-46-3  | pet gear                   |           | Reptile & Amphibian Habitat Heating & Lighting
ap-2-46-4  | pet gear                   |           | Reptile & Amphibian Habitats
ap-2-46-5  | cat litter                 |           | Reptile & Amphibian Substrates
ap-2-47    | mixed                      |           | Small Animal Supplies
ap-2-47-1  | cat litter                 |           | Small Animal Bedding
ap-2-47-2  | pet food                   |           | Small Animal Food
ap-2-47-3  | pet gear                   |           | Small Animal Habitat Accessories
ap-2-47-4  | pet gear                   |           | Small Animal Habitats & Cages
ap-2-47-5  | pet treats                 |           | Small Animal Treats
ap-2-48    | pet gear                   |           | Vehicle Pet Barriers
aa         | apparel and bags           |           | Apparel & Accessories
aa-1-5-2-7 | apparel and bags           | sensitive | Period Underwear
aa-1-6-11-5 | apparel and bags          | sensitive | Period Underwear
aa-6       | jewellery and watches      |           | Jewelry
aa-7       | shoes                      |           | Shoe Accessories
aa-8       | shoes                      |           | Shoes
ae         | mixed                      |           | Arts & Entertainment
ae-1       | services and vouchers      |           | Event Tickets
ae-2       | mixed                      |           | Hobbies & Creative Arts
ae-2-1     | mixed                      |           | Arts & Crafts
ae-2-1-1   | hobby tools and kits       |           | Art & Craft Kits
ae-2-1-2   | hobby supplies             |           | Art & Crafting Materials
ae-2-1-3   | hobby tools and kits       |           | Art & Crafting Tool Accessories
ae-2-1-4   | hobby tools and kits       |           | Art & Crafting Tools
ae-2-1-5   | hobby tools and kits       |           | Craft Organization
ae-2-1-6   | hobby tools and kits       |           | Crafting Patterns & Molds
ae-2-2     | art and collectibles       |           | Collectibles
ae-2-3     | hobby tools and kits       |           | Homebrewing & Winemaking Supplies
ae-2-3-1   | pantry                     |           | Beer Brewing Grains & Malts
ae-2-4     | toys and games             |           | Juggling
ae-2-5     | toys and games             |           | Magic & Novelties
ae-2-6     | hobby tools and kits       |           | Model Making
ae-2-7     | musical instruments        |           | Musical Instrument & Orchestra Accessories
ae-2-8     | musical instruments        |           | Musical Instruments
ae-3       | greeting cards and wrap    |           | Party & Celebration
ae-3-1-2   | cut flowers                |           | Corsages & Boutonnières
ae-3-1-3   | cut flowers                |           | Fresh Cut Flowers
ae-3-2-7-2 | paper goods                |           | Cocktail Napkins
ae-3-2-11  | paper goods                |           | Drinking Straws & Stirrers
ae-3-4     | art and collectibles       |           | Trophies & Awards
bt         | mixed                      |           | Baby & Toddler
bt-1       | baby gear                  |           | Baby Bathing
bt-2       | baby gear                  |           | Baby Gift Sets
bt-3       | baby gear                  |           | Baby Health
bt-3-4     | baby care                  |           | Pacifier Wipes
bt-4       | baby gear                  |           | Baby Safety
bt-5       | toys and games             |           | Baby Toys & Activity Equipment
bt-5-3     | baby gear                  |           | Baby Bouncers & Rockers
bt-5-4     | baby gear                  |           | Baby Jumpers & Swings
bt-5-8     | baby gear                  |           | Baby Walkers & Entertainers
bt-5-10    | baby gear                  |           | Play Yards
bt-6       | baby gear                  |           | Baby Transport
bt-7       | baby gear                  |           | Baby Transport Accessories
bt-8       | baby gear                  |           | Baby Transport Replacement Parts
bt-9       | mixed                      |           | Diapering
bt-9-1     | baby gear                  |           | Baby Wipe Dispensers & Warmers
bt-9-2     | baby care                  |           | Baby Wipes
bt-9-2-1   | baby gear                  |           | Cloth Baby Wipes
bt-9-3     | baby gear                  |           | Changing Mat & Tray Covers
bt-9-4     | baby gear                  |           | Changing Mats & Trays
bt-9-5     | baby gear                  |           | Diaper Kits
bt-9-6     | baby care                  |           | Diaper Liners
bt-9-6-1   | baby gear                  |           | Cloth Diaper Liners
bt-9-7     | baby gear                  |           | Diaper Organizers
bt-9-8     | baby care                  |           | Diaper Pail Accessories
bt-9-9     | baby gear                  |           | Diaper Pails
bt-9-10    | baby care                  |           | Diaper Rash Treatments
bt-9-11    | baby gear                  |           | Diaper Wet Bags
bt-9-12    | baby care                  |           | Diapers
bt-9-12-1  | baby gear                  |           | Cloth Diapers
bt-10      | mixed                      |           | Nursing & Feeding
bt-10-1    | baby food                  |           | Baby & Toddler Food
bt-10-2    | baby gear                  |           | Baby Bottle Nipples & Liners
bt-10-2-1  | baby care                  |           | Baby Bottle Liners
bt-10-3    | baby gear                  |           | Baby Bottles
bt-10-4    | baby gear                  |           | Baby Care Timers
bt-10-5    | baby gear                  |           | Bibs
bt-10-6    | baby gear                  |           | Bottle Warmers & Sterilizers
bt-10-7    | baby gear                  |           | Breast Milk Storage Containers
bt-10-8    | baby gear                  |           | Breast Pump Accessories
bt-10-9    | baby gear                  |           | Breast Pumps
bt-10-10   | baby gear                  |           | Burp Cloths
bt-10-11   | baby gear                  |           | Nursing Covers
bt-10-12   | baby gear                  |           | Nursing Pads & Shields
bt-10-12-1 | baby care                  |           | Disposable Nursing Pads
bt-10-13   | baby gear                  |           | Nursing Pillow Covers
bt-10-14   | baby gear                  |           | Nursing Pillows
bt-10-15   | baby gear                  |           | Sippy Cups
bt-11      | baby gear                  |           | Potty Training
bt-12      | baby gear                  |           | Swaddling & Receiving Blankets
bi         | business equipment         |           | Business & Industrial
bi-2-1-2   | pet food                   |           | Livestock Feed
bi-5-1     | medicines and first aid    |           | Dental Cement
bi-5-3     | medicines and first aid    |           | Prophy Paste
bi-8       | mixed                      |           | Food Service
bi-8-1     | paper goods                |           | Bakery Boxes
bi-8-2     | business equipment         |           | Bus Tubs
bi-8-3     | business equipment         |           | Check Presenters
bi-8-4     | paper goods                |           | Concession Food Containers
bi-8-5     | paper goods                |           | Disposable Lids
bi-8-6     | paper goods                |           | Disposable Serveware
bi-8-7     | paper goods                |           | Disposable Tableware
bi-8-8     | business equipment         |           | Food Service Baskets
bi-8-9     | business equipment         |           | Food Service Carts
bi-8-10    | business equipment         |           | Food Washers & Dryers
bi-8-11    | business equipment         |           | Hot Dog Rollers
bi-8-12    | business equipment         |           | Ice Bins
bi-8-13    | business equipment         |           | Plate & Dish Warmers
bi-8-14    | business equipment         |           | Sneeze Guards
bi-8-15    | paper goods                |           | Take-Out Containers
bi-8-16    | business equipment         |           | Tilt Skillets
bi-8-17    | business equipment         |           | Vending Machines
bi-19-6-2  | medicines and first aid    |           | Scalpel Blades
bi-19-6-4  | medicines and first aid    |           | Surgical Needles & Sutures
bi-19-7    | mixed                      |           | Medical Supplies
bi-19-7-1  | medicines and first aid    |           | Disposable Gloves
bi-19-7-2  | medicines and first aid    |           | Finger Cots
bi-19-7-3  | medicines and first aid    |           | Medical Needles & Syringes
bi-19-7-4  | medicines and first aid    | sensitive | Ostomy Supplies
bi-19-7-5  | medicines and first aid    |           | Tongue Depressors
bi-21-1    | business equipment         |           | Piercing Supplies
bi-21-2-2  | hobby supplies             |           | Tattooing Inks
bi-21-2-4  | hobby supplies             |           | Tattooing Needles
bi-22-4-7  | paper goods                |           | Paper Coin Wrappers & Bill Straps
bi-22-5    | paper goods                |           | Paper & Plastic Shopping Bags
bi-23-1    | oils, fluids and chemicals |           | Biochemicals
bi-23-3    | oils, fluids and chemicals |           | Laboratory Chemicals
bi-25-2    | filters and cartridges     |           | Gas Mask & Respirator Accessories
bi-25-7-1  | medicines and first aid    |           | Dust Masks
bi-25-7-4  | medicines and first aid    |           | Medical Masks
`;
