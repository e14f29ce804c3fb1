import { describe, expect, it } from 'vitest';
import { formatPackSize, readPackSize } from '../pack-size';

const read = (text: string) => {
  const pack = readPackSize([text]);
  return pack ? formatPackSize(pack) : 'none';
};

describe('a vessel is bought by the piece, not by what goes in', () => {
  it.each([
    ['45 Gallon Black Canliner', 'none'],
    ['Vorratsdosen 1,5 L', 'none'],
    ['Feinkostbecher 500ml eckig mit Deckel 250 Stk.', '250 items'],
    ['Alu-Großschale 10 Stk. 2625 ml', '10 items'],
    ['Octaview Boxen mit anhängendem Deckel 1000 ml', 'none'],
    ['Snackschalen 400ml - 170x125x45mm', 'none'],
    ['Suppenbecher Kraft 480 ml 500 St', '500 items'],
    ['Becher für Suppe, stapelbar, 0,3 l, 50 Stück', '50 items'],
    ['Kanister stapelbar 10 Liter', 'none'],
    ['Dose rund 1 l', 'none'],
    ['Marmeladengläser 230 ml 12 Stück', '12 items'],
    ['Vakuumbeutel 3 l 50 Stück', '50 items'],
  ])('German: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Barquette aluminium 500 ml avec couvercle x100', '100 items'],
    ['Gobelet à café 20 cl x50', '50 items'],
    ['Pot à sauce 60 ml 100 pcs', '100 items'],
    ['Boîte hermétique 1,2 l', 'none'],
    ["Bouteille d'eau réutilisable 500 ml", 'none'],
    ['Lot de 6 verres 25cl', '6 items'],
    ['Unbeatablesale 1 Qt. Screw-On Poultry Waterer Base,; Yellow', 'none'],
    ['Soup bowls 16 oz with lids 50 count', '50 items'],
    ['Deli containers with lids 32 oz 24 pack', '24 items'],
    ['Glass spray bottles 2 oz 4 pack', '4 items'],
    ['Refillable perfume atomizer 5 ml', 'none'],
    ['Cosmetic jar 5g empty 50pcs', '50 items'],
    ['Mini Botella De Spray Recambio De Perfume Recargable Atomizador 5 ml', 'none'],
    ['Vasos desechables 220 ml 50 uds', '50 items'],
    ['Bicchieri carta 200 ml 50 pz', '50 items'],
    ['Bakjes met deksel 500 ml 50 stuks', '50 items'],
  ])('French, English and others: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Poche collectrice 1.5l sterile', 'none'],
    ['Seringue 20 ml x50', '50 items'],
    ['Einmalspritze 10 ml Luer 100 Stück', '100 items'],
    ['Syringe 10ml 100 pcs', '100 items'],
    ['Urinbeutel 2 Liter 10 Stück', '10 items'],
    ['Sonde urinaire CH16 10 ml', 'none'],
    ['Prefilled syringe gel 10 ml', '10 ml'],
    ['NaCl 0,9% poche 500 ml', '500 ml'],
  ])('at the doctor: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Becherhalter für 4 Becher', 'none'],
    ['Support pour 6 gobelets', 'none'],
    ['Boîte pour 12 œufs', 'none'],
    ['Bottle rack 12 bottles', 'none'],
    ['Soap rack with 2 bottles', '2 items'],
    ['Coffee filters 8-12 cup 200 count', '200 items'],
    ['Lids for 24oz tumblers', 'none'],
    ['4Pcs Tapón De Repuesto Para Owala 24Oz 32Oz , Botella De Agua', '4 items'],
    ['Deckel für 500 ml Becher, 100 Stück', '100 items'],
    ['Waschmittel für 40 Waschladungen', '40 items'],
    ['Joint support for dogs 250 ml', '250 ml'],
  ])('what it is made for: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });
});

describe('what comes in a vessel is bought by its content', () => {
  it.each([
    ['Joghurtbecher 500 g', '500 g'],
    ['Suppe im Becher 400 ml', '400 ml'],
    ['Beutel 500 g Reis', '500 g'],
    ['Olivenöl Kanister Metall 5 l', '5 l'],
    ['Joghurt in der Mehrwegflasche 500 ml', '500 ml'],
    ['Shampoo 500 ml Flasche rund', '500 ml'],
    ['Gurkensalat Eimer mit Deckel 5 kg', '5 kg'],
    ['Aioli 1kg Becher eckig', '1 kg'],
    ['Barquettes de fraises 500 g', '500 g'],
    ['Eau minérale bouteille plastique 1,5 l', '1.5 l'],
    ['Vin bouteille verre 75 cl', '750 ml'],
    ['Peanut butter plastic jar 16 oz', '453.592 g'],
    ['Margarine tubs and bowls 16 oz', '453.592 g'],
    ['Perfume con atomizador 100 ml', '100 ml'],
    ['Latte bottiglia plastica 1 l', '1 l'],
    ['Yoghurt beker 500 g', '500 g'],
  ])('a filling is named: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Jar 250 g', '250 g'],
    ['Bottle 500 ml', '500 ml'],
    ['Dose 0,33 l', '330 ml'],
    ['Caja 1 kg', '1 kg'],
  ])('a variant names no more than its vessel: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });
});
