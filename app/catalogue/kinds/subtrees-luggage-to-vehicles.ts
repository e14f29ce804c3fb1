/** A part of the table in `category-kinds.ts`: id | kind | sensitive | what the taxonomy calls it. */
export const LUGGAGE_TO_VEHICLES = `
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
vp-1-5         | mixed                             |           | Vehicle Maintenance, Care & Decor
vp-1-5-1       | vehicles and parts                |           | Portable Fuel Cans
vp-1-5-2       | cleaning                          |           | Vehicle Cleaning
vp-1-5-2-1     | cleaning tools                    |           | Car Wash Brushes
vp-1-5-3       | vehicles and parts                |           | Vehicle Covers
vp-1-5-4       | vehicles and parts                |           | Vehicle Decor
vp-1-5-4-2     | candles and scent                 |           | Vehicle Air Fresheners
vp-1-5-5       | oils, fluids and chemicals        |           | Vehicle Fluids
vp-1-5-6       | paint, glue and building supplies |           | Vehicle Paint
vp-1-5-7       | vehicles and parts                |           | Vehicle Repair & Specialty Tools
vp-1-8-3-1     | cleaning                          |           | Watercraft Cleaners
`;
