/** Titles of the seeded shop in other languages, in the order of its catalogue: `handle = German = French`. */
const ROWS = `
house-blend-coffee = Hausmischung Kaffee = Café mélange maison
dark-roast-espresso = Espresso, dunkle Röstung = Espresso torréfaction foncée
decaf-colombia = Kolumbien entkoffeiniert = Colombie décaféiné
ethiopia-natural = Äthiopien Natural, sortenrein = Éthiopie nature, pure origine
espresso-capsules = Kompostierbare Espressokapseln = Capsules d'espresso compostables
paper-filters = Ungebleichte Papierfilter = Filtres en papier non blanchis
english-breakfast-tea = English Breakfast, loser Tee = English Breakfast en vrac
green-sencha = Grüner Sencha = Sencha vert
peppermint-tea-bags = Pfefferminztee im Beutel = Infusion menthe poivrée en sachets
masala-chai = Masala Chai = Masala chaï
hot-chocolate-flakes = Trinkschokolade, Flocken = Flocons de chocolat chaud
oat-drink-barista = Haferdrink Barista = Boisson à l'avoine barista
granola-seeds-honey = Granola mit Kernen und Honig = Granola aux graines et au miel
crunchy-peanut-butter = Erdnussmus, stückig = Beurre de cacahuète croquant
wildflower-honey = Wildblütenhonig = Miel de fleurs sauvages
extra-virgin-olive-oil = Natives Olivenöl extra = Huile d'olive vierge extra
dark-chocolate-bars = Zartbitterschokolade 70 % = Tablettes de chocolat noir 70 %
laundry-liquid = Flüssigwaschmittel, ohne Duft = Lessive liquide sans parfum
dishwasher-tabs = Geschirrspültabs = Pastilles lave-vaisselle
dish-soap-lemon = Geschirrspülmittel Zitrone = Liquide vaisselle citron
all-purpose-cleaner = Allzweckreiniger Nachfüller = Recharge nettoyant multi-usages
toilet-paper = Recycling-Toilettenpapier, 3-lagig = Papier toilette recyclé, 3 épaisseurs
sponge-cloths = Schwammtücher aus Zellulose = Lavettes éponges en cellulose
dog-food-turkey = Trockenfutter für Hunde, Pute und Reis = Croquettes pour chien, dinde et riz
dog-food-salmon = Trockenfutter für Hunde, Lachs und Kartoffel = Croquettes pour chien, saumon et pomme de terre
dog-treats-duck = Entenstreifen für Hunde = Lamelles de canard pour chien
cat-food-chicken = Trockenfutter für Katzen, Huhn = Croquettes pour chat, poulet
cat-wet-food-mix = Nassfutter für Katzen, gemischte Beutel = Pâtée pour chat, sachets assortis
cat-litter-wood = Katzenstreu, Holzpellets = Litière pour chat, granulés de bois
nappies-size-3 = Windeln, Größe 3 = Couches, taille 3
nappies-size-4 = Windeln, Größe 4 = Couches, taille 4
baby-wipes-water = Feuchttücher mit Wasser für Babys = Lingettes à l'eau pour bébé
baby-porridge-oat = Babybrei Hafer und Apfel = Bouillie bébé avoine et pomme
oat-shampoo = Hafermilch-Shampoo = Shampoing au lait d'avoine
oat-conditioner = Hafermilch-Spülung = Après-shampoing au lait d'avoine
body-wash-fig = Duschgel Feigenblatt = Gel douche feuille de figuier
hand-soap-refill = Handseife Nachfüllpack, Rosmarin = Recharge savon pour les mains, romarin
bar-soap-sea-salt = Seifenstück Meersalz = Savon solide au sel de mer
face-cream-light = Gesichtscreme, leicht = Crème visage légère
toothpaste-tablets = Zahnputztabletten Minze = Dentifrice en pastilles, menthe
deodorant-stick = Deostick, ohne Duft = Déodorant stick sans parfum
razor-blades = Rasierklingen, zweischneidig = Lames de rasoir double tranchant
vitamin-d3 = Vitamin D3 = Vitamine D3
multivitamin = Multivitamin für jeden Tag = Multivitamines quotidiennes
magnesium-powder = Magnesiumpulver Zitrus = Magnésium en poudre, agrumes
pea-protein-vanilla = Erbsenprotein Vanille = Protéine de pois, vanille
bladder-care-pads = Einlagen bei Blasenschwäche = Protections pour fuites urinaires
condoms-thin = Kondome, dünn = Préservatifs fins
stoneware-mug = Becher aus Steinzeug = Tasse en grès
espresso-cup-pair = Espressotassen, zwei = Tasses à espresso, la paire
travel-mug = Reisebecher 350 ml = Mug de voyage 350 ml
hand-grinder = Handkaffeemühle = Moulin à café manuel
electric-grinder = Elektrische Kaffeemühle = Moulin à café électrique
pour-over-set = Handfilter-Set = Set pour café filtre manuel
french-press = French Press 1 l = Cafetière à piston 1 l
milk-frother = Milchaufschäumer = Mousseur à lait
gooseneck-kettle = Schwanenhalskessel = Bouilloire à col de cygne
brew-scale = Kaffeewaage mit Uhr = Balance à café avec minuteur
coffee-canister = Luftdichte Kaffeedose = Boîte à café hermétique
cast-iron-teapot = Teekanne aus Gusseisen = Théière en fonte
tea-infuser = Teesieb = Panier infuseur à thé
tea-tin = Teedose = Boîte à thé
canvas-tote = Stofftasche aus Segeltuch = Sac cabas en toile
linen-apron = Leinenschürze = Tablier en lin
tea-towel-set = Geschirrtücher, 3 Stück = Torchons, lot de 3
lunch-box-steel = Brotdose aus Edelstahl = Boîte à déjeuner en inox
water-bottle = Isolierflasche = Gourde isotherme
glass-spray-bottle = Sprühflasche aus Glas = Flacon vaporisateur en verre
refill-jar-set = Vorratsgläser, 4 Stück = Bocaux, lot de 4
laundry-basket = Wäschekorb aus Weide = Panier à linge en osier
soap-dish = Seifenschale aus Stein = Porte-savon en pierre
safety-razor = Rasierhobel = Rasoir de sûreté
wooden-hairbrush = Haarbürste aus Holz = Brosse à cheveux en bois
bath-towel = Badetuch Waffelpiqué = Drap de bain nid d'abeille
soy-candle = Sojakerze Zeder = Bougie de soja au cèdre
dog-bowl = Hundenapf aus Keramik = Gamelle pour chien en céramique
dog-lead = Hundeleine aus Seil = Laisse pour chien en corde
rope-dog-toy = Geknotetes Seilspielzeug = Jouet en corde nouée
cat-scratching-post = Kratzbaum = Griffoir pour chat
baby-blanket = Gestrickte Babydecke = Couverture bébé tricotée
stacking-rings = Stapelringe aus Holz = Anneaux à empiler en bois
greeting-cards = Grußkarten im Buchdruck = Cartes de vœux typographiées
gift-wrap = Recycling-Geschenkpapier = Papier cadeau recyclé
breakfast-hamper = Frühstückskorb = Panier petit-déjeuner
cookbook-small-kitchen = Das Kochbuch für die kleine Küche = Le livre de cuisine des petites cuisines
gift-card = Geschenkkarte = Carte cadeau
brew-guide = Besserer Kaffee zu Hause (Anleitung, digital) = Un meilleur café chez soi (guide numérique)
pregnancy-tests = Schwangerschaftstests, zwei = Tests de grossesse, lot de deux
wool-dryer-balls = Trocknerbälle aus Wolle = Balles de séchage en laine
summer-picnic-rug = Picknickdecke = Plaid de pique-nique
cold-brew-tower = Cold-Brew-Turm = Tour à café froid
monthly-coffee-box = Monatliche Kaffeebox = Box café mensuelle
`;

const TITLES: ReadonlyMap<string, { readonly de: string; readonly fr: string }> = new Map(
  ROWS.trim()
    .split('\n')
    .map((row) => {
      const [handle = '', de = '', fr = ''] = row.split(' = ');
      return [handle, { de, fr }];
    }),
);

/** @throws for a product of the seeded shop that has no row yet */
export function translatedTitle(handle: string, language: 'de' | 'fr'): string {
  const titles = TITLES.get(handle);
  if (!titles) throw new Error(`translated-titles.ts has no row for "${handle}".`);
  return titles[language];
}
