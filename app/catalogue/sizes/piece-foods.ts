import type { Token } from './token';

/** Food and ices of which a title counts the pieces, and then says what all of them weigh: `Steaks hachés x10 1 kg`. No accents. */
const PIECE_FOOD =
  /^(?:brioch\p{L}+|pitch|croissants?|pains?|petits?-pains?|madeleines?|gaufres?|crepes?|pancakes?|beignets?|donuts?|doughnuts?|muffins?|cookies?|biscuits?|galettes?|gaufrettes?|chaussons?|burgers?|saucisses?|knacki?s?|merguez|chipolatas?|steaks?|nuggets?|cordons?|nems?|samoussas?|falafels?|quenelles?|fries|waffles?|crumpets?|scones?|bagels?|rolls?|buns?|sausages?|fishfingers?|fingers|kievs?|tortillas?|wraps?|wurstchen|bratwurst|bratwurste|frikadellen|brotchen|semmeln|waffeln|fischstabchen|schnitzel|knodel|magnum|cornetto|glaces?|batonnets?|cones?|lollies|eis|gelato|gelati|helados?|ijs\p{L}*)$/u;

/** Whether a count of packs in a title is more likely one of pieces. */
export const isOfPieces = (tokens: readonly Token[]): boolean =>
  tokens.some(({ kind, text }) => kind === 'word' && PIECE_FOOD.test(text));

/** Whether a title names a vessel or a pet's food, of which an `x2` counts several: `Pot plastique x2 200 g`. */
export const isInPots = (tokens: readonly Token[]): boolean =>
  tokens.some(({ kind, text }) => kind === 'word' && POT.test(text));

const POT =
  /^(?:chats?|chatons?|chiens?|chiots?|cats?|dogs?|kittens?|katzen\p{L}*|hunde\p{L}*|gatt[oi]|gatos?|perros?|pots?|coupelles?|briques?|bouteilles?|canettes?|gourdes?|bocal|bocaux|bols?|tablettes?)$/u;
