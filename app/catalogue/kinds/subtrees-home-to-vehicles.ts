/** A part of the table in `category-kinds.ts`: id | kind | sensitive | what the taxonomy calls it. */
export const HOME_TO_VEHICLES = `
hg             | mixed                             |           | Home & Garden
hg-1           | home and decoration               |           | Bathroom Accessories
hg-2           | electronics                       |           | Business & Home Security
hg-3           | home and decoration               |           | Decor
hg-3-40        | candles and scent                 |           | Home Fragrances
hg-4           | tools and hardware                |           | Emergency Preparedness
hg-4-3         | pantry                            |           | Emergency Food Kits
hg-5           | home and decoration               |           | Fireplace & Wood Stove Accessories
hg-5-7         | fuel and firelighters             |           | Firewood & Fuel
hg-6           | home and decoration               |           | Fireplaces
hg-7           | tools and hardware                |           | Flood, Fire & Gas Safety
hg-8           | household appliances              |           | Household Appliance Accessories
hg-8-1-2       | filters and cartridges            |           | Air Conditioner Filters
hg-8-2-1       | filters and cartridges            |           | Air Purifier Filters
hg-8-3-1       | filters and cartridges            |           | Dehumidifier Filters
hg-8-3-3       | filters and cartridges            |           | Dehumidifier Refills
hg-8-5-4       | filters and cartridges            |           | Floor Cleaning Pads
hg-8-6-1       | filters and cartridges            |           | Furnace & Boiler Filters
hg-8-8-1       | filters and cartridges            |           | Humidifier Filters
hg-8-9-2-1     | cleaning                          |           | Iron Cleaners
hg-8-11-5      | cleaning                          |           | Anti-Allergy Agents
hg-8-11-21     | filters and cartridges            |           | Dust Bags
hg-8-11-25     | filters and cartridges            |           | Dusting Pads
hg-8-11-29     | filters and cartridges            |           | Filters
hg-8-11-44     | filters and cartridges            |           | Scented Cartridges
hg-9           | household appliances              |           | Household Appliances
hg-10          | mixed                             |           | Household Supplies
hg-10-1        | home and decoration               |           | Drawer & Shelf Liners
hg-10-2        | home and decoration               |           | Floor Protection Films & Runners
hg-10-3        | home and decoration               |           | Furniture Floor Protectors
hg-10-4        | home and decoration               |           | Garage Floor Mats
hg-10-5        | paper goods                       |           | Garbage Bags
hg-10-6        | cleaning tools                    |           | Household Cleaning Supplies
hg-10-6-7      | cleaning                          |           | Duster Refills
hg-10-6-10     | cleaning                          |           | Fabric & Upholstery Protectors
hg-10-6-11     | cleaning                          |           | Household Cleaning Products
hg-10-6-11-4   | laundry and dishes                |           | Dish Detergent & Soap
hg-10-6-11-13  | laundry and dishes                |           | Rinse Aids
hg-10-6-12     | cleaning tools                    |           | Mop Heads & Refills
hg-10-6-16     | cleaning tools                    |           | Shop Towels & General-Purpose Cleaning Cloths
hg-10-6-17     | cleaning                          |           | Sponges & Scouring Pads
hg-10-7        | paper goods                       |           | Household Paper Products
hg-10-8        | home and decoration               |           | Household Thermometers
hg-10-9        | cleaning tools                    |           | Laundry Supplies
hg-10-9-1      | laundry and dishes                |           | Bleach
hg-10-9-3      | laundry and dishes                |           | Dry Cleaning Kits
hg-10-9-5      | laundry and dishes                |           | Fabric Refreshers
hg-10-9-7      | laundry and dishes                |           | Fabric Softeners & Dryer Sheets
hg-10-9-8      | laundry and dishes                |           | Fabric Stain Removers
hg-10-9-9      | laundry and dishes                |           | Fabric Starch
hg-10-9-17     | laundry and dishes                |           | Laundry Detergent
hg-10-9-19     | cleaning                          |           | Lint Rollers
hg-10-9-20     | laundry and dishes                |           | Wrinkle Releasers & Anti-Static Sprays
hg-10-10       | cleaning                          |           | Moisture Absorbers
hg-10-11       | cleaning                          |           | Pest Control
hg-10-11-1     | cleaning tools                    |           | Fly Swatters
hg-10-11-2     | cleaning tools                    |           | Pest Control Traps
hg-10-11-2-2   | cleaning                          |           | Glue Traps
hg-10-12       | home and decoration               |           | Rug Covers
hg-10-13       | home and decoration               |           | Rug Pads
hg-10-14       | cleaning tools                    |           | Shoe Care & Tools
hg-10-14-8     | cleaning                          |           | Shoe Polishes & Waxes
hg-10-14-10    | cleaning                          |           | Shoe Treatments & Dyes
hg-10-15       | home and decoration               |           | Stair Treads
hg-10-16       | home and decoration               |           | Storage & Organization
hg-10-17       | household appliances              |           | Trash Compactor Accessories
hg-10-17-1     | paper goods                       |           | Trash Compactor Bags
hg-10-17-2     | filters and cartridges            |           | Trash Compactor Filters
hg-10-18       | home and decoration               |           | Waste Containment
hg-10-19       | home and decoration               |           | Waste Containment Accessories
hg-11          | kitchen and table                 |           | Kitchen & Dining
hg-11-2-2-1-1  | paper goods                       |           | Baking Liners
hg-11-4-5      | paper goods                       |           | Food Storage Bags
hg-11-4-7      | paper goods                       |           | Food Wraps
hg-11-6        | kitchen appliances                |           | Kitchen Appliance Accessories
hg-11-6-2-4    | filters and cartridges            |           | Coffee Filters
hg-11-6-2-8    | filters and cartridges            |           | Coffee Maker Water Filters
hg-11-6-3-6    | filters and cartridges            |           | Range Hood Filters
hg-11-6-4-1    | paper goods                       |           | Cotton Candy Bags
hg-11-6-21-1   | paper goods                       |           | Popcorn Bags
hg-11-6-23-3   | filters and cartridges            |           | Filters
hg-11-6-28-1   | paper goods                       |           | Vacuum Sealer Bags
hg-11-7        | kitchen appliances                |           | Kitchen Appliances
hg-11-8-32     | paper goods                       |           | Food Steaming Bags
hg-11-8-53     | paper goods                       |           | Oven Bags
hg-12          | plants and garden                 |           | Lawn & Garden
hg-12-1-1-1    | garden supplies                   |           | Compost
hg-12-1-2      | garden supplies                   |           | Disease Control
hg-12-1-3      | garden supplies                   |           | Fertilizers
hg-12-1-9      | garden supplies                   |           | Herbicides
hg-12-1-12     | garden supplies                   |           | Mulch
hg-12-1-18     | garden supplies                   |           | Sands & Soils
hg-13          | lamps and lighting                |           | Lighting
hg-13-7        | batteries and bulbs               |           | Light Bulbs
hg-14          | lamps and lighting                |           | Lighting Accessories
hg-14-5        | fuel and firelighters             |           | Oil Lamp Fuel
hg-15          | bedding and towels                |           | Linens & Bedding
hg-16          | apparel and bags                  |           | Parasols & Rain Umbrellas
hg-16-1        | plants and garden                 |           | Parasols
hg-17          | plants and garden                 |           | Plants
hg-17-2        | cut flowers                       |           | Flowers
hg-17-5        | garden supplies                   |           | Seeds, Bulbs & Accessories
hg-18          | plants and garden                 |           | Pool & Spa
hg-18-1-3      | filters and cartridges            |           | Pool & Spa Filters
hg-18-1-7      | oils, fluids and chemicals        |           | Pool Cleaners & Chemicals
hg-18-1-17     | toys and games                    |           | Pool Toys
hg-19          | smoking accessories               |           | Smoking Accessories
hg-20          | apparel and bags                  |           | Umbrella Sleeves & Cases
hg-21          | household appliances              |           | Wood Stoves
lb             | apparel and bags                  |           | Luggage & Bags
ma             | mixed                             |           | Mature
ma-1           | erotic goods                      | sensitive | Erotic
ma-2           | weapons                           |           | Weapons & Weapon Accessories
ma-2-1-1       | ammunition                        |           | Ammunition
me             | books and media                   |           | Media
me-2           | magazines                         |           | Magazines & Newspapers
os             | mixed                             |           | Office Supplies
os-1           | office and school things          |           | Book Accessories
os-2           | office and school things          |           | Desk Pads & Blotters
os-3           | office and school things          |           | Filing & Organization
os-4           | office and school supplies        |           | General Office Supplies
os-4-9-3       | office and school things          |           | Business Cards
os-5           | office and school things          |           | Impulse Sealers
os-6           | office and school things          |           | Lap Desks
os-7           | office and school things          |           | Name Plates
os-8           | office and school things          |           | Office & Chair Mats
os-9           | office and school things          |           | Office Carts
os-10          | electronics                       |           | Office Equipment
os-11          | office and school things          |           | Office Instruments
os-11-10       | office and school supplies        |           | Writing & Drawing Instrument Accessories
os-11-11       | office and school supplies        |           | Writing & Drawing Instruments
os-11-11-7-3-3 | office and school things          |           | Fountain Pens
os-12          | office and school things          |           | Paper Handling
os-13          | office and school things          |           | Presentation Supplies
os-13-5        | office and school supplies        |           | Easel Pads
os-14          | office and school supplies        |           | Shipping Supplies
pa             | services and vouchers             |           | Product Add-Ons
rc             | home and decoration               |           | Religious & Ceremonial
se             | services and vouchers             |           | Services
so             | services and vouchers             |           | Software
so-1           | books and media                   |           | Computer Software
so-3           | books and media                   |           | Video Game Software
sg             | sports and outdoors               |           | Sporting Goods
sg-4-1-5-7     | hobby supplies                    |           | Surfboard Wax
sg-4-2-4-2     | fuel and firelighters             |           | Camping Oil
sg-4-2-5       | fuel and firelighters             |           | Chemical Hand Warmers
sg-4-6-16      | pet food                          |           | Live Bait
sg-4-9-7-3     | ammunition                        |           | Airsoft Pellets
sg-4-9-9-1     | ammunition                        |           | Gel Balls
sg-4-9-3-7-4   | pet food                          |           | Wildlife Bait, Feed & Minerals
sg-4-9-10-6    | ammunition                        |           | Paintballs
sg-4-17-2-8    | hobby supplies                    |           | Ski & Snowboard Wax
tg             | toys and games                    |           | Toys & Games
na             | mixed                             |           | Uncategorized
vp             | vehicles and parts                |           | Vehicles & Parts
vp-1-4-1-4     | oils, fluids and chemicals        |           | Brake Fluid
vp-1-4-5-5     | filters and cartridges            |           | Oil Filters
vp-1-4-10-3    | filters and cartridges            |           | Fuel Filters
vp-1-4-19-6    | oils, fluids and chemicals        |           | Transmission Fluid
vp-1-5-2       | cleaning                          |           | Vehicle Cleaning
vp-1-5-2-1     | cleaning tools                    |           | Car Wash Brushes
vp-1-5-4-2     | candles and scent                 |           | Vehicle Air Fresheners
vp-1-5-5       | oils, fluids and chemicals        |           | Vehicle Fluids
vp-1-5-6       | paint, glue and building supplies |           | Vehicle Paint
vp-1-8-3-1     | cleaning                          |           | Watercraft Cleaners
`;
