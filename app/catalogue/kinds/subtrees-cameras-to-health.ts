/** A part of the table in `category-kinds.ts`: id | kind | sensitive | what the taxonomy calls it. */
export const CAMERAS_TO_HEALTH = `
co            | electronics                       |           | Cameras & Optics
co-2-3        | filters and cartridges            |           | Disposable Cameras
co-4-1-3      | oils, fluids and chemicals        |           | Photographic Chemicals
co-4-1-4      | printer ink and paper             |           | Photographic Paper
el            | electronics                       |           | Electronics
el-7-10       | cleaning                          |           | Electronics Cleaners
el-7-15-1-4   | batteries and bulbs               |           | General Purpose Batteries
el-13-1-5     | printer ink and paper             |           | Filaments
el-13-3       | mixed                             |           | Printer, Copier & Fax Machine Accessories
el-13-3-1     | printer ink and paper             |           | Printer Consumables
el-13-3-2     | electronics                       |           | Printer Duplexers
el-13-3-3     | electronics                       |           | Printer Memory
el-13-3-4     | electronics                       |           | Printer Stands
el-13-3-5     | electronics                       |           | Printer, Copier & Fax Carrying Cases
el-13-3-6     | electronics                       |           | Printer, Copier & Fax Cleaning Kits
el-13-3-7     | electronics                       |           | Printer, Copier & Fax Machine Replacement Parts
fb            | mixed                             |           | Food, Beverages & Tobacco
fb-1          | drinks                            |           | Beverages
fb-1-1        | wine, beer and spirits            |           | Alcoholic Beverages
fb-1-2        | milk and dairy                    |           | Buttermilk
fb-1-3        | coffee                            |           | Coffee
fb-1-8-1      | wine, beer and spirits            |           | Low Alcohol & Alcohol-Free Beer
fb-1-8-6      | wine, beer and spirits            |           | Low Alcohol & Alcohol-Free Wine
fb-1-9        | milk and dairy                    |           | Milk
fb-1-10       | milk and dairy                    |           | Non-Dairy Milk
fb-1-14       | tea                               |           | Tea & Infusions
fb-2          | pantry                            |           | Food Items
fb-2-1        | fresh food                        |           | Bakery
fb-2-1-6      | snacks and sweets                 |           | Cookies
fb-2-1-9      | snacks and sweets                 |           | Fudge
fb-2-1-10     | snacks and sweets                 |           | Ice Cream Cones
fb-2-1-14     | pantry                            |           | Taco Shells & Tostadas
fb-2-2        | snacks and sweets                 |           | Candied & Chocolate Covered Fruit
fb-2-3        | snacks and sweets                 |           | Candy & Chocolate
fb-2-6        | milk and dairy                    |           | Dairy Products
fb-2-7-2      | milk and dairy                    |           | Cheese Dips & Spreads
fb-2-7-3      | milk and dairy                    |           | Cream Cheese
fb-2-7-4      | fresh food                        |           | Guacamole
fb-2-7-5      | fresh food                        |           | Hummus
fb-2-7-10     | fresh food                        |           | Vegetable Dip
fb-2-8        | snacks and sweets                 |           | Food Gift Baskets
fb-2-9        | fresh food                        |           | Frozen Desserts & Novelties
fb-2-10       | fresh food                        |           | Fruits & Vegetables
fb-2-12       | fresh food                        |           | Meat, Seafood & Eggs
fb-2-13       | snacks and sweets                 |           | Nuts & Seeds
fb-2-15       | fresh food                        |           | Prepared Foods
fb-2-17       | snacks and sweets                 |           | Snack Foods
fb-2-17-6     | pantry                            |           | Croutons
fb-2-17-14    | pantry                            |           | Salad Toppings
fb-2-19       | fresh food                        |           | Tofu, Soy & Vegetarian Products
fb-3          | tobacco and nicotine              | sensitive | Tobacco Products
fb-3-6        | smoking accessories               | sensitive | Smoking Pipes
fb-3-7        | smoking accessories               | sensitive | Vaporizers & Electronic Cigarettes
fb-3-7-1      | tobacco and nicotine              | sensitive | E-Liquid
fr            | furniture                         |           | Furniture
fr-1          | baby gear                         |           | Baby & Toddler Furniture
gc            | services and vouchers             |           | Gift Cards
ha            | tools and hardware                |           | Hardware
ha-1          | paint, glue and building supplies |           | Building Consumables
ha-1-1        | oils, fluids and chemicals        |           | Chemicals
ha-1-1-3      | cleaning                          |           | Chimney Cleaners
ha-1-1-4      | cleaning                          |           | Concrete & Masonry Cleaners
ha-1-1-6      | cleaning                          |           | Deck & Fence Cleaners
ha-1-1-7      | cleaning                          |           | Drain Cleaners
ha-1-1-9      | fuel and firelighters             |           | Lighter Fluid
ha-1-4        | oils, fluids and chemicals        |           | Lubricants
ha-1-10       | oils, fluids and chemicals        |           | Solvents, Strippers & Thinners
ha-4          | fuel and firelighters             |           | Fuel
ha-6-10       | filters and cartridges            |           | Filters & Screens
ha-10-7-1     | filters and cartridges            |           | In-Line Water Filters
ha-10-7-4-1   | filters and cartridges            |           | Water Filter Cartridges
ha-10-7-5     | oils, fluids and chemicals        |           | Water Softener Salt
ha-14-15-2    | oils, fluids and chemicals        |           | Paint Brush Cleaning Solutions
ha-14-23      | blades and abrasives              |           | Tool Blades
hb            | mixed                             |           | Health & Beauty
hb-1          | mixed                             |           | Health Care
hb-1-1        | health devices                    |           | Acupuncture
hb-1-1-2      | medicines and first aid           |           | Acupuncture Needles
hb-1-2        | health devices                    | sensitive | Bed Pans
hb-1-3        | health devices                    |           | Biometric Monitor Accessories
hb-1-3-2-1    | medicines and first aid           |           | Blood Glucose Control Solution
hb-1-3-2-2    | medicines and first aid           |           | Blood Glucose Test Strips
hb-1-4        | health devices                    |           | Biometric Monitors
hb-1-4-8      | intimate and health supplies      | sensitive | Fertility Monitors and Ovulation Tests
hb-1-4-10     | health devices                    | sensitive | Prenatal Heart Rate Monitors
hb-1-5        | intimate and health supplies      | sensitive | Condoms
hb-1-6        | medicines and first aid           |           | Conductivity Gels & Lotions
hb-1-7        | intimate and health supplies      | sensitive | Contraceptive Cases
hb-1-8        | medicines and first aid           |           | First Aid
hb-1-8-2      | health devices                    |           | Cast & Bandage Protectors
hb-1-8-4      | health devices                    |           | First Aid Kits
hb-1-8-5      | health devices                    |           | Hot & Cold Therapies
hb-1-8-5-1    | medicines and first aid           |           | Heat Rubs
hb-1-9        | vitamins and supplements          |           | Fitness & Nutrition
hb-1-9-1      | snacks and sweets                 |           | Nutrition Bars
hb-1-9-6-10   | vitamins and supplements          | sensitive | CBD Supplements
hb-1-10       | health devices                    |           | Hearing Aids
hb-1-11       | period and bladder care           | sensitive | Incontinence Aids
hb-1-12       | health devices                    |           | Light Therapy Lamps
hb-1-13       | health devices                    |           | Medical Alarm Systems
hb-1-14       | health devices                    |           | Medical Identification Tags & Jewelry
hb-1-15       | medicines and first aid           |           | Medical Tests
hb-1-15-3     | intimate and health supplies      | sensitive | Drug Tests
hb-1-15-4     | intimate and health supplies      | sensitive | HIV Tests
hb-1-15-5     | intimate and health supplies      | sensitive | Pregnancy Tests
hb-1-15-6     | intimate and health supplies      | sensitive | Urinary Tract Infection Tests
hb-1-16       | medicines and first aid           |           | Medicine & Drugs
hb-1-17       | health devices                    |           | Mobility & Accessibility
hb-1-18       | health devices                    |           | Occupational & Physical Therapy Equipment
hb-1-19       | health devices                    |           | Pillboxes
hb-1-20       | health devices                    |           | Respiratory Care
hb-1-21       | health devices                    | sensitive | Specimen Cups
hb-1-22       | intimate and health supplies      | sensitive | Spermicides
hb-1-23       | health devices                    |           | Stump Shrinkers
hb-1-24       | health devices                    |           | Supports & Braces
hb-1-25       | medicines and first aid           |           | Surgical Lubricants
hb-2          | jewellery and watches             |           | Jewelry Cleaning & Care
hb-2-1        | cleaning                          |           | Jewelry Cleaning Solutions & Polishes
hb-3          | mixed                             |           | Personal Care
hb-3-1        | health devices                    |           | Back Care
hb-3-2        | skin care and make-up             |           | Cosmetics
hb-3-2-1      | soap and body care                |           | Bath & Body
hb-3-2-1-3    | brushes and combs                 |           | Bath Brushes
hb-3-2-1-4    | beauty tools                      |           | Bath Sponges & Loofahs
hb-3-2-1-7    | soap and body care                |           | Hygienic Wipes
hb-3-2-1-10   | beauty tools                      |           | Shower Caps
hb-3-2-2      | soap and body care                |           | Bath & Body Gift Sets
hb-3-2-4      | soap and body care                |           | Cosmetic Tool Cleansers
hb-3-2-5      | beauty tools                      |           | Cosmetic Tools
hb-3-2-5-1-12 | skin care and make-up             |           | Double Eyelid Glue & Tape
hb-3-2-5-1-7  | skin care and make-up             |           | Facial Blotting Paper
hb-3-2-5-1-9  | brushes and combs                 |           | Makeup Brushes
hb-3-2-7-2    | skin care and make-up             |           | False Nails
hb-3-2-8      | perfume                           |           | Perfumes & Colognes
hb-3-2-9-18   | medicines and first aid           | sensitive | Wart Removers
hb-3-3        | skin care and make-up             |           | Cotton Balls
hb-3-4        | skin care and make-up             |           | Cotton Swabs
hb-3-5        | soap and body care                |           | Deodorants & Anti-Perspirant
hb-3-6        | beauty tools                      |           | Ear Care
hb-3-6-1      | medicines and first aid           |           | Ear Candles
hb-3-6-2      | medicines and first aid           |           | Ear Drops
hb-3-6-6      | medicines and first aid           |           | Ear Wax Removal Kits
hb-3-6-8      | medicines and first aid           |           | Earplugs
hb-3-7        | medicines and first aid           | sensitive | Enema Kits & Supplies
hb-3-8        | period and bladder care           | sensitive | Feminine Sanitary Supplies
hb-3-8-4-6    | period underwear and cups         | sensitive | Reusable Clothes
hb-3-8-5      | period underwear and cups         | sensitive | Menstrual Cups
hb-3-9        | medicines and first aid           |           | Foot Care
hb-3-9-4      | health devices                    |           | Insoles & Inserts
hb-3-9-5      | health devices                    |           | Toe Spacers
hb-3-10       | soap and body care                |           | Hair Care
hb-3-10-4     | beauty tools                      |           | Hair Coloring Accessories
hb-3-10-5     | soap and body care                | sensitive | Hair Loss Concealers
hb-3-10-6     | medicines and first aid           | sensitive | Hair Loss Treatments
hb-3-10-8     | beauty tools                      |           | Hair Shears
hb-3-10-9     | beauty tools                      |           | Hair Steamers & Heat Caps
hb-3-10-11    | beauty tools                      |           | Hair Styling Tool Accessories
hb-3-10-12    | beauty tools                      |           | Hair Styling Tools
hb-3-10-12-2  | brushes and combs                 |           | Combs & Brushes
hb-3-11       | beauty tools                      |           | Massage & Relaxation
hb-3-11-3     | furniture                         |           | Massage Chairs
hb-3-11-4     | soap and body care                |           | Massage Oil
hb-3-11-7     | furniture                         |           | Massage Tables
hb-3-12       | oral care                         |           | Oral Care
hb-3-12-3     | health devices                    |           | Dental Mouthguards
hb-3-12-5     | beauty tools                      |           | Dental Water Jets
hb-3-12-9     | health devices                    |           | Dentures
hb-3-12-10    | beauty tools                      |           | Gum Stimulators
hb-3-12-12    | beauty tools                      |           | Orthodontic Appliance Cases
hb-3-12-13    | beauty tools                      |           | Power Flossers
hb-3-12-14-2  | beauty tools                      |           | LED Light Kits
hb-3-12-14-3  | beauty tools                      |           | Tray Cases
hb-3-12-15    | beauty tools                      |           | Tongue Scrapers
hb-3-12-16    | beauty tools                      |           | Toothbrush Accessories
hb-3-12-16-2  | oral care                         |           | Toothbrush Replacement Heads
hb-3-12-17-1  | beauty tools                      |           | Electric Toothbrushes
hb-3-12-18    | beauty tools                      |           | Toothpaste Squeezers & Dispensers
hb-3-13       | intimate and health supplies      | sensitive | Personal Lubricants
hb-3-14       | mixed                             |           | Shaving & Grooming
hb-3-14-1     | shaving                           |           | Aftershave
hb-3-14-2     | shaving                           |           | Body & Facial Hair Bleach
hb-3-14-3     | shaving                           |           | Electric Razor Accessories
hb-3-14-4     | beauty tools                      |           | Electric Razors
hb-3-14-5     | beauty tools                      |           | Hair Clipper & Trimmer Accessories
hb-3-14-6     | beauty tools                      |           | Hair Clippers & Trimmers
hb-3-14-7     | mixed                             |           | Hair Removal
hb-3-14-7-1   | shaving                           |           | Depilatories
hb-3-14-7-2   | beauty tools                      |           | Electrolysis Devices
hb-3-14-7-3   | beauty tools                      |           | Epilators
hb-3-14-7-4   | beauty tools                      |           | Hair Removal Wax Warmers
hb-3-14-7-5   | beauty tools                      |           | Laser & IPL Hair Removal Devices
hb-3-14-7-6   | shaving                           |           | Waxing Kits & Supplies
hb-3-14-8     | shaving                           |           | Razors & Razor Blades
hb-3-14-9     | beauty tools                      |           | Shaving Bowls & Mugs
hb-3-14-10    | brushes and combs                 |           | Shaving Brushes
hb-3-14-11    | shaving                           |           | Shaving Creams
hb-3-14-12    | shaving                           |           | Shaving Kits
hb-3-14-13    | shaving                           |           | Styptic Pencils
hb-3-15       | health devices                    |           | Sleeping Aids
hb-3-15-2-1   | medicines and first aid           |           | External Nasal Strips
hb-3-16       | beauty tools                      |           | Spray Tanning Tents
hb-3-17       | beauty tools                      |           | Tanning Beds
hb-3-18       | beauty tools                      |           | Tweezers
hb-3-19       | mixed                             |           | Vision Care
hb-3-19-1     | mixed                             |           | Contact Lens Care
hb-3-19-1-1   | contact lenses and eye care       |           | Contact Lens Care Kits
hb-3-19-1-2   | health devices                    |           | Contact Lens Cases
hb-3-19-1-3   | contact lenses and eye care       |           | Contact Lens Solution
hb-3-19-1-4   | contact lenses and eye care       |           | Contact Lenses
hb-3-19-2     | contact lenses and eye care       |           | Eye Drops & Lubricants
hb-3-19-3     | health devices                    |           | Eyeglass Lenses
hb-3-19-4     | health devices                    |           | Eyeglasses
hb-3-19-5     | health devices                    |           | Eyewear Accessories
hb-3-19-5-2   | contact lenses and eye care       |           | Eyewear Lens Cleaning Solutions
hb-3-19-6     | health devices                    |           | Sunglass Lenses
`;
