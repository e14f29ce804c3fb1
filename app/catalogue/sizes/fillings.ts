import type { Token } from './token';

const words = (text: string) => text.trim().split(/\s+/);

/** What is eaten, drunk, spread or poured, by language: beside it a box or a bottle is only what it comes in. No accents. */
const FILLINGS =
  // English
  'milk yogurt yoghurt cream butter cheese sauce soup juice water lemonade soda cola beer ale lager cider wine vodka whisky ' +
  'whiskey gin rum oil vinegar honey jam syrup ketchup mayonnaise mayo mustard rice pasta noodle noodles flour sugar salt coffee ' +
  'tea cocoa chocolate ice cereal oats oatmeal beans tomato tomatoes peas corn tuna salmon chicken beef pork ham turkey meat fruit ' +
  'fruits apple apples applesauce strawberry strawberries berries grapes peaches pineapple oranges olives pickles salad hummus ' +
  'pudding jelly jello popcorn nuts peanut peanuts almonds cashews pistachios chips crisps candy soap shampoo conditioner lotion ' +
  'gel creme balm serum toner moisturizer perfume parfum cologne fragrance deodorant bleach softener polish paint ink glue ' +
  'adhesive fuel fertilizer fertiliser soil seeds litter treats formula broth stock puree smoothie shake drink beverage energy ' +
  'spirit spirits alcohol disinfectant sanitizer solution mouthwash wax powder protein nacl glucose ringer sunscreen liquid concentrate refill ' +
  'margarine spread egg bread roll snack cookie vegetable potato pepper onion mushroom carrot pie pear melon cracker candle cake ' +
  'gum dip dessert breakfast dinner sausage bacon seafood shrimp seasoning spice herb vitamin relish gravy dressing condiment ' +
  'tobacco cleaner detergent mint granola muesli bouillon sweetener salami seaweed kimchi tofu medicine antacid laxative cleanser mist essence foundation mascara remover scrub mask drop extract feta mozzarella tzatziki aioli pesto sriracha tahini ajvar ayran kefir harissa fanta sprite pepsi ' +
  // German
  'milch joghurt jogurt quark sahne schmand kase wurst fleisch fisch lachs thunfisch hering suppe eintopf sosse saft wasser bier pils ' +
  'wein sekt likor schnaps wodka korn ol olivenol rapsol sonnenblumenol essig honig marmelade konfiture sirup senf reis nudeln ' +
  'mehl zucker salz kaffee tee kakao schokolade eis pudding grutze kompott erbsen linsen mais gurken oliven nusse erdnusse mandeln ' +
  'bonbons gummibarchen seife spray creme salbe lotion balsam spulung parfum tinte kleber leim farbe lack wachs losung inj inf lsg ' +
  'erde dunger streu futter pulver konzentrat nachfullung alkohol spiritus limonade schorle tomaten bohnen obst salat ' +
  'margarine keks kekse gemuse kartoffeln zwiebeln pilze kuchen brot eier gewurz gewurze krauter kerze duftkerze bruhe sojasauce tropfen tinktur extrakt peeling maske schaum deo tonikum ' +
  // French
  'lait yaourt fromage creme beurre soupe veloute jus eau limonade biere vin champagne rhum huile vinaigre miel confiture sirop ' +
  'moutarde riz pates farine sucre sel cafe cacao chocolat glace compote pois haricots tomates mais thon saumon poulet boeuf ' +
  'porc jambon fraises framboises cerises fruits olives cornichons salade houmous noix cacahuetes amandes savon shampooing ' +
  'apres-shampooing lotion baume parfum cologne javel lessive peinture encre colle engrais terreau litiere croquettes poudre ' +
  'alcool solution gelee boisson lave desinfectant produit inj sol ' +
  'legume champignon oignon carotte gateau pain oeuf epice herbe bougie mayonnaise crevette demaquillant tonique gommage masque mousse goutte collyre emulsion brume elixir extrait serum ' +
  // Spanish, Italian, Dutch
  'leche yogur queso crema mantequilla salsa sopa zumo jugo agua cerveza vino aceite vinagre miel mermelada arroz harina azucar ' +
  'sal helado atun pollo carne fruta aceitunas frutos jabon champu gel perfume colonia lejia pintura tinta pegamento alcohol ' +
  'margarina verdura seta pan huevo especia locion mascarilla gota espuma lozione maschera gocce vela gelatina batido fungo pane uova spezie candela maionese groente ' +
  'latte panna burro formaggio zuppa succo acqua birra olio aceto miele marmellata riso farina zucchero sale gelato tonno carne ' +
  'frutta sapone bagnoschiuma profumo candeggina vernice inchiostro colla ' +
  'melk kaas boter saus soep sap bier wijn azijn honing jam rijst meel suiker zout koffie thee ijs tonijn zeep verf inkt lijm olie';

/** Strengths: what has one is in the bottle. */
const STRENGTHS = '% mg mcg µg ui iu ie vol';

const NAMES: ReadonlySet<string> = new Set([...words(FILLINGS), ...words(STRENGTHS)]);

/** German writes them in one word: `Gulaschsuppe`, `Apfelsaft`, `Sonnenmilch`. */
const COMPOUND =
  /^\p{L}{3,}(?:suppe|sosse|sauce|saft|milch|joghurt|quark|sahne|butter|kase|wurst|fleisch|salat|creme|seife|shampoo|spray|mittel|essig|honig|marmelade|sirup|wasser|bier|wein|schorle|limonade|likor|kaffee|tee|kakao|pulver|mehl|zucker|nudeln|pudding|mus|brei|senf|tomaten|bohnen|gurken|oliven|nusse|futter|streu|dunger|farbe|lack|kleber|losung|lotion|parfum|wachs)$|^(?:dusch|haar|hand|wasch|desinfektions)gel$|^(?:haut|massage|motor|speise|oliven|duft)ol$/u;

/** Whether a word names what vessels are filled with. */
export const isFilling = ({ text }: Token): boolean =>
  NAMES.has(text) ||
  NAMES.has(text.replace(/e?s$/, '')) ||
  NAMES.has(text.replace(/s$/, '')) ||
  COMPOUND.test(text);
