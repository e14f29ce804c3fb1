/** A part of the table in `category-kinds.ts`: id | kind | sensitive | what the taxonomy calls it. */
export const HOME = `
hg            | mixed                      |  | Home & Garden
hg-1          | home and decoration        |  | Bathroom Accessories
hg-2          | electronics                |  | Business & Home Security
hg-3          | home and decoration        |  | Decor
hg-3-40       | candles and scent          |  | Home Fragrances
hg-4          | tools and hardware         |  | Emergency Preparedness
hg-4-3        | pantry                     |  | Emergency Food Kits
hg-5          | home and decoration        |  | Fireplace & Wood Stove Accessories
hg-5-7        | fuel and firelighters      |  | Firewood & Fuel
hg-6          | home and decoration        |  | Fireplaces
hg-7          | tools and hardware         |  | Flood, Fire & Gas Safety
hg-8          | mixed                      |  | Household Appliance Accessories
hg-8-1        | household appliances       |  | Air Conditioner Accessories
hg-8-1-2      | filters and cartridges     |  | Air Conditioner Filters
hg-8-2        | household appliances       |  | Air Purifier Accessories
hg-8-2-1      | filters and cartridges     |  | Air Purifier Filters
hg-8-3        | household appliances       |  | Dehumidifier Accessories
hg-8-3-1      | filters and cartridges     |  | Dehumidifier Filters
hg-8-3-3      | filters and cartridges     |  | Dehumidifier Refills
hg-8-4        | household appliances       |  | Fan Accessories
hg-8-5        | household appliances       |  | Floor & Steam Cleaner Accessories
hg-8-5-4      | filters and cartridges     |  | Floor Cleaning Pads
hg-8-6        | household appliances       |  | Furnace & Boiler Accessories
hg-8-6-1      | filters and cartridges     |  | Furnace & Boiler Filters
hg-8-7        | household appliances       |  | Heating Radiator Accessories
hg-8-8        | household appliances       |  | Humidifier Accessories
hg-8-8-1      | filters and cartridges     |  | Humidifier Filters
hg-8-9        | household appliances       |  | Laundry Appliance Accessories
hg-8-9-2-1    | cleaning                   |  | Iron Cleaners
hg-8-10       | household appliances       |  | Patio Heater Accessories
hg-8-11       | household appliances       |  | Vacuum Accessories
hg-8-11-5     | cleaning                   |  | Anti-Allergy Agents
hg-8-11-21    | filters and cartridges     |  | Dust Bags
hg-8-11-25    | filters and cartridges     |  | Dusting Pads
hg-8-11-29    | filters and cartridges     |  | Filters
hg-8-11-44    | filters and cartridges     |  | Scented Cartridges
hg-8-12       | household appliances       |  | Water Heater Accessories
hg-9          | household appliances       |  | Household Appliances
hg-10         | mixed                      |  | Household Supplies
hg-10-1       | home and decoration        |  | Drawer & Shelf Liners
hg-10-2       | home and decoration        |  | Floor Protection Films & Runners
hg-10-3       | home and decoration        |  | Furniture Floor Protectors
hg-10-4       | home and decoration        |  | Garage Floor Mats
hg-10-5       | paper goods                |  | Garbage Bags
hg-10-6       | mixed                      |  | Household Cleaning Supplies
hg-10-6-1     | cleaning tools             |  | Broom & Mop Handles
hg-10-6-2     | cleaning tools             |  | Broom Heads
hg-10-6-3     | cleaning tools             |  | Brooms
hg-10-6-4     | cleaning tools             |  | Buckets
hg-10-6-5     | cleaning tools             |  | Carpet Sweepers
hg-10-6-6     | cleaning tools             |  | Cleaning Gloves
hg-10-6-7     | cleaning                   |  | Duster Refills
hg-10-6-8     | cleaning tools             |  | Dusters
hg-10-6-9     | cleaning tools             |  | Dustpans
hg-10-6-10    | cleaning                   |  | Fabric & Upholstery Protectors
hg-10-6-11    | cleaning                   |  | Household Cleaning Products
hg-10-6-11-4  | laundry and dishes         |  | Dish Detergent & Soap
hg-10-6-11-13 | laundry and dishes         |  | Rinse Aids
hg-10-6-12    | cleaning tools             |  | Mop Heads & Refills
hg-10-6-13    | cleaning tools             |  | Mops
hg-10-6-14    | cleaning tools             |  | Scrub Brush Heads & Refills
hg-10-6-15    | cleaning tools             |  | Scrub Brushes
hg-10-6-16    | cleaning tools             |  | Shop Towels & General-Purpose Cleaning Cloths
hg-10-6-17    | cleaning                   |  | Sponges & Scouring Pads
hg-10-6-18    | cleaning tools             |  | Squeegees
hg-10-7       | paper goods                |  | Household Paper Products
hg-10-8       | home and decoration        |  | Household Thermometers
hg-10-9       | mixed                      |  | Laundry Supplies
hg-10-9-1     | laundry and dishes         |  | Bleach
hg-10-9-2     | cleaning tools             |  | Clothespins
hg-10-9-3     | laundry and dishes         |  | Dry Cleaning Kits
hg-10-9-4     | cleaning tools             |  | Drying Racks & Hangers
hg-10-9-5     | laundry and dishes         |  | Fabric Refreshers
hg-10-9-6     | cleaning tools             |  | Fabric Shavers
hg-10-9-7     | laundry and dishes         |  | Fabric Softeners & Dryer Sheets
hg-10-9-8     | laundry and dishes         |  | Fabric Stain Removers
hg-10-9-9     | laundry and dishes         |  | Fabric Starch
hg-10-9-10    | cleaning tools             |  | Garment Shields
hg-10-9-11    | cleaning tools             |  | Iron Rests
hg-10-9-12    | cleaning tools             |  | Ironing Board Pads & Covers
hg-10-9-13    | cleaning tools             |  | Ironing Board Replacement Parts
hg-10-9-14    | cleaning tools             |  | Ironing Boards
hg-10-9-15    | cleaning tools             |  | Laundry Balls
hg-10-9-16    | cleaning tools             |  | Laundry Baskets
hg-10-9-17    | laundry and dishes         |  | Laundry Detergent
hg-10-9-18    | cleaning tools             |  | Laundry Wash Bags & Frames
hg-10-9-19    | cleaning                   |  | Lint Rollers
hg-10-9-20    | laundry and dishes         |  | Wrinkle Releasers & Anti-Static Sprays
hg-10-10      | cleaning                   |  | Moisture Absorbers
hg-10-11      | mixed                      |  | Pest Control
hg-10-11-1    | cleaning tools             |  | Fly Swatters
hg-10-11-2    | cleaning tools             |  | Pest Control Traps
hg-10-11-2-2  | cleaning                   |  | Glue Traps
hg-10-11-3    | cleaning                   |  | Pesticides
hg-10-11-4    | cleaning                   |  | Repellents
hg-10-12      | home and decoration        |  | Rug Covers
hg-10-13      | home and decoration        |  | Rug Pads
hg-10-14      | mixed                      |  | Shoe Care & Tools
hg-10-14-1    | cleaning tools             |  | Boot Pulls
hg-10-14-2    | cleaning tools             |  | Shoe Bags
hg-10-14-3    | cleaning tools             |  | Shoe Brushes
hg-10-14-4    | cleaning tools             |  | Shoe Care Kits
hg-10-14-5    | cleaning tools             |  | Shoe Dryers
hg-10-14-6    | cleaning tools             |  | Shoe Horns & Dressing Aids
hg-10-14-7    | cleaning tools             |  | Shoe Polishers
hg-10-14-8    | cleaning                   |  | Shoe Polishes & Waxes
hg-10-14-9    | cleaning tools             |  | Shoe Scrapers
hg-10-14-10   | cleaning                   |  | Shoe Treatments & Dyes
hg-10-14-11   | cleaning tools             |  | Shoe Trees & Shapers
hg-10-15      | home and decoration        |  | Stair Treads
hg-10-16      | home and decoration        |  | Storage & Organization
hg-10-17      | household appliances       |  | Trash Compactor Accessories
hg-10-17-1    | paper goods                |  | Trash Compactor Bags
hg-10-17-2    | filters and cartridges     |  | Trash Compactor Filters
hg-10-18      | home and decoration        |  | Waste Containment
hg-10-19      | home and decoration        |  | Waste Containment Accessories
hg-11         | mixed                      |  | Kitchen & Dining
hg-11-1       | kitchen and table          |  | Barware
hg-11-2       | kitchen and table          |  | Cookware & Bakeware
hg-11-2-2-1-1 | paper goods                |  | Baking Liners
hg-11-3       | kitchen and table          |  | Food & Beverage Carriers
hg-11-4       | mixed                      |  | Food Storage
hg-11-4-1     | kitchen and table          |  | Bread Boxes & Bags
hg-11-4-2     | kitchen and table          |  | Candy Buckets
hg-11-4-3     | kitchen and table          |  | Cookie Jars
hg-11-4-4     | kitchen and table          |  | Food Container Covers
hg-11-4-5     | paper goods                |  | Food Storage Bags
hg-11-4-6     | kitchen and table          |  | Food Storage Containers
hg-11-4-7     | paper goods                |  | Food Wraps
hg-11-4-8     | kitchen and table          |  | Honey Jars
hg-11-5       | kitchen and table          |  | Food Storage Accessories
hg-11-6       | kitchen appliances         |  | Kitchen Appliance Accessories
hg-11-6-2-4   | filters and cartridges     |  | Coffee Filters
hg-11-6-2-8   | filters and cartridges     |  | Coffee Maker Water Filters
hg-11-6-3-6   | filters and cartridges     |  | Range Hood Filters
hg-11-6-4-1   | paper goods                |  | Cotton Candy Bags
hg-11-6-21-1  | paper goods                |  | Popcorn Bags
hg-11-6-23-3  | filters and cartridges     |  | Filters
hg-11-6-28-1  | paper goods                |  | Vacuum Sealer Bags
hg-11-7       | kitchen appliances         |  | Kitchen Appliances
hg-11-8       | kitchen and table          |  | Kitchen Tools & Utensils
hg-11-8-32    | paper goods                |  | Food Steaming Bags
hg-11-8-53    | paper goods                |  | Oven Bags
hg-11-9       | kitchen and table          |  | Prefabricated Kitchens & Kitchenettes
hg-11-10      | kitchen and table          |  | Tableware
hg-12         | mixed                      |  | Lawn & Garden
hg-12-1       | mixed                      |  | Gardening
hg-12-1-1     | plants and garden          |  | Composting
hg-12-1-1-1   | garden supplies            |  | Compost
hg-12-1-2     | garden supplies            |  | Disease Control
hg-12-1-3     | garden supplies            |  | Fertilizers
hg-12-1-4     | plants and garden          |  | Garden Pot Saucers & Trays
hg-12-1-5     | plants and garden          |  | Gardening Accessories
hg-12-1-6     | plants and garden          |  | Gardening Tool Accessories
hg-12-1-7     | plants and garden          |  | Gardening Tools
hg-12-1-8     | plants and garden          |  | Greenhouses
hg-12-1-9     | garden supplies            |  | Herbicides
hg-12-1-10    | plants and garden          |  | Landscape Fabric
hg-12-1-11    | plants and garden          |  | Landscape Fabric Accessories
hg-12-1-12    | garden supplies            |  | Mulch
hg-12-1-13    | plants and garden          |  | Plant Cages & Supports
hg-12-1-14    | plants and garden          |  | Plant Stands
hg-12-1-15    | plants and garden          |  | Pot & Planter Liners
hg-12-1-16    | plants and garden          |  | Pots & Planters
hg-12-1-17    | plants and garden          |  | Rain Barrels
hg-12-1-18    | garden supplies            |  | Sands & Soils
hg-12-2       | plants and garden          |  | Outdoor Living
hg-12-3       | plants and garden          |  | Outdoor Power Equipment
hg-12-4       | plants and garden          |  | Outdoor Power Equipment Accessories
hg-12-5       | plants and garden          |  | Snow Removal
hg-12-6       | plants and garden          |  | Watering & Irrigation
hg-13         | lamps and lighting         |  | Lighting
hg-13-7       | batteries and bulbs        |  | Light Bulbs
hg-14         | lamps and lighting         |  | Lighting Accessories
hg-14-5       | fuel and firelighters      |  | Oil Lamp Fuel
hg-15         | bedding and towels         |  | Linens & Bedding
hg-16         | apparel and bags           |  | Parasols & Rain Umbrellas
hg-16-1       | plants and garden          |  | Parasols
hg-17         | plants and garden          |  | Plants
hg-17-2       | cut flowers                |  | Flowers
hg-17-5       | garden supplies            |  | Seeds, Bulbs & Accessories
hg-18         | plants and garden          |  | Pool & Spa
hg-18-1       | mixed                      |  | Pool & Spa Accessories
hg-18-1-1     | plants and garden          |  | Diving Boards
hg-18-1-2     | plants and garden          |  | Pool & Spa Chlorine Generators
hg-18-1-3     | filters and cartridges     |  | Pool & Spa Filters
hg-18-1-4     | plants and garden          |  | Pool & Spa Maintenance Kits
hg-18-1-5     | plants and garden          |  | Pool Brushes & Brooms
hg-18-1-6     | plants and garden          |  | Pool Cleaner Hoses
hg-18-1-7     | oils, fluids and chemicals |  | Pool Cleaners & Chemicals
hg-18-1-8     | plants and garden          |  | Pool Cover Accessories
hg-18-1-9     | plants and garden          |  | Pool Covers & Ground Cloths
hg-18-1-10    | plants and garden          |  | Pool Deck Kits
hg-18-1-11    | plants and garden          |  | Pool Floats & Loungers
hg-18-1-12    | plants and garden          |  | Pool Heaters
hg-18-1-13    | plants and garden          |  | Pool Ladders, Steps & Ramps
hg-18-1-14    | plants and garden          |  | Pool Liners
hg-18-1-15    | plants and garden          |  | Pool Skimmers
hg-18-1-16    | plants and garden          |  | Pool Sweeps & Vacuums
hg-18-1-17    | toys and games             |  | Pool Toys
hg-18-1-18    | plants and garden          |  | Pool Water Slides
hg-19         | smoking accessories        |  | Smoking Accessories
hg-20         | apparel and bags           |  | Umbrella Sleeves & Cases
hg-21         | household appliances       |  | Wood Stoves
`;
