import { describe, expect, it } from 'vitest';
import { formatPackSize, readPackSize } from '../pack-size';

const read = (text: string) => {
  const pack = readPackSize([text]);
  return pack ? formatPackSize(pack) : 'none';
};

describe('what is not in the pack', () => {
  it.each([
    ['Huggies Nappies Size 4 (9-14kg) 44 Pack', '44 items'],
    ['Pampers Größe 5, 11-16 kg, 144 Windeln', '144 items'],
    ['Spot On Hund S 2-10 kg 3 Pipetten', '3 items'],
    ['Adult bis 10 kg 8 kg', '8 kg'],
    ['Couches Taille 4 9-14 kg x 92', '92 items'],
    ['Pants 15kg+ 26 St.', '26 items'],
    ['Couches T4 x 40 - 8/14 kg', '40 items'],
    ['Pañales T6 (+14 kg) 50 ud.', '50 items'],
    ['Culottes +15 kg x 30', '30 items'],
    ['Croquettes chien +20kg 12kg', '12 kg'],
    ['Couches T3 (4-9 kg) x 50', '50 items'],
  ])("the wearer's or animal's weight: %s", (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Whey 25g Protein per serving Chocolate 1kg', '1 kg'],
    ['Protein Bar 20 g Protein 12 Count', '12 items'],
    ['Creatine 5 g per scoop 300 g', '300 g'],
    ['1kg Protein Powder', '1 kg'],
    ['1000 Sheets Per Roll 20 Rolls', '20 items'],
    ['p-5-p 50 mg 100 tabl.', '100 items'],
    ['Omega3 Capsules 90 ct', '90 items'],
    ['Omega 3 6 9 120 Softgels', '120 items'],
    ['Nappies Size 4', 'none'],
    ['CoQ10 Capsules', 'none'],
    ['3-in-1 Dishwasher Tabs', 'none'],
    ["50's Christmas gift bag", 'none'],
    ['Ripen® 0.5-7-6 Gallon', '3.785412 l'],
    ['Bloom Nutrient Qt.', '946.353 ml'],
    ['Gloves size 7/8 x100', '100 items'],
    ['Collants taille 40/42', 'none'],
    ['Farine T55 1 kg', '1 kg'],
    ['Elf Bar 600', 'none'],
    ['Smartphone 5G 128 GB', 'none'],
    ['Espresso machine 15 bar', 'none'],
    ['Detergent 2x ultra concentrated 1 l', '1 l'],
    ['Sun cream SPF 50 + 30 ml', '30 ml'],
    ['Brand 912 Tintenpatronen 2er Pack', '2 items'],
    ['Wall art 30x40', 'none'],
    ['Schrauben 84251G', 'none'],
  ])('a dose, a label, a number in a name: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Müllbeutel 60 l 20 Stück', '20 items'],
    ['Sacs poubelle 30 l x 20', '20 items'],
    ['Bolsas de basura 30 litros 15 unidades', '15 items'],
    ['13-gallon trash bags, 90 count', '90 items'],
    ['Plastic cups 10 oz, 150-count', '150 items'],
    ['Müllbeutel 60 l', 'none'],
  ])('bags and cups are bought by the piece: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Rucksack 30 l', 'none'],
    ['Waschmaschine 8 kg', 'none'],
    ['Bouilloire 1,7 l', 'none'],
    ['Tumbler 20 oz', 'none'],
    ['Pour over kettle 1 l', 'none'],
    ['Flacon vide 30 ml', 'none'],
    ['Gaming chair max 150 kg', 'none'],
    ['Entkalker für die Kaffeemaschine 500 ml', '500 ml'],
    ['Kettle descaler 250 ml', '250 ml'],
    ['Nudeltopf 380 g', '380 g'],
  ])('what a thing to keep takes: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Aiguilles verte 21g 0.8x40', 'none'],
    ['Catheters courts 22g', 'none'],
    ['Kanülen 21 G 100 Stück', '100 items'],
    ['Agujas 25G 100 uds', '100 items'],
    ['Insulin syringes 31G 0.5ml 100 count', '100 items'],
    ['Honey 22g', '22 g'],
    ['Compresse Kingflex 30*30', 'none'],
    ['Kompressen 10 x 10', 'none'],
    ['Servietten 33x33 50 Stück', '50 items'],
    ['Wipes 12x60', '720 items'],
    ['ACTICOAT Flex 7 pansement vulné 5x5cm 5 pce', '5 items'],
  ])('gauges and measures in centimetres: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Sirop 250 mg/5 ml 100 ml', '100 ml'],
    ['Infusion 2 g/100 ml 250 ml', '250 ml'],
    ['Ringer 9 g/l 500 ml', '500 ml'],
    ['Schaum 450 g/500 ml', '450 g'],
  ])('a dose per volume: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['RASOIR 2 LAMES CONF.COSMIA X10', '10 items'],
    ['Disposable razors 5 blade 3 count', '3 items'],
    ['Einwegrasierer 2 Klingen 5 Stück', '5 items'],
    ['Maquinilla desechable 2 hojas 5 uds', '5 items'],
    ['Rasoir jetable 3 lames', 'none'],
    ['Razor + 4 blades', '4 items'],
    ['Razor blades 10 ct', '10 items'],
  ])('blades of one razor: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Alufolie 30 m x 30 cm', 'none'],
    ['Hoodie 320 g/m²', 'none'],
    ['Batteries AAA 1,5V 8 Stück', '8 items'],
    ['Glühbirne E27 60W 3er Pack', '3 items'],
    ['HDMI x 2 USB x 2', 'none'],
  ])('lengths, areas, weights of cloth: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Gelierzucker für 1kg Früchte, 500 g', '500 g'],
    ['Entkalker für 5 l Wasser', 'none'],
    ['Cake 8-12 Servings', 'none'],
    ['Coloration 6g blond', 'none'],
    ['Haarfarbe 7/1 blonde', 'none'],
    ['Nappies 6kg - 10kg 40 count', '40 items'],
    ['Pump 2006 l/h', 'none'],
    ['Card Colors/310g/Folio', 'none'],
    ['Folie 20/70 u', 'none'],
    ['Lithium 2032 DL/CR 2032 2 pz', '2 items'],
    ['Papier A4 80 g 500 Blatt', '500 items'],
    ['Kit perfusion 21G', 'none'],
    ['TV box android 5G', 'none'],
    ['HP 304 ink pack', 'none'],
    ['Syrup 1g/500mg', 'none'],
    ['Crème 5,80 g / 0,5 g, tube 20 g', '20 g'],
    ['Sonde CH 16 Unité', 'none'],
    ['Poche de gel 13x30 unité', 'none'],
    ['Hair dye 5x stronger and 2x shinier', 'none'],
    ['Containerzakken 140 liter 10 stuks', '10 items'],
    ['Gurken 400 g, Abtropfgewicht 240 g', '400 g'],
    ['Fagioli 3x200 g peso sgocc. 3x125 g', '600 g'],
    ['Drink sugar free 250 ml', '250 ml'],
    ['Crackers per 100 g', '100 g'],
    ['Bier 0,5 l per Dose', '500 ml'],
    ['Ginger shot 70 ml with 27 g of ginger', '70 ml'],
    ['Socken Taille 44 x2', '2 items'],
    ['Frites au four 1 kg', '1 kg'],
  ])('what else is no content: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Mixeur 1,5 l', 'none'],
    ['Piscine 4000 l', 'none'],
    ['Bewaardoos 1 l 3 stuks', '3 items'],
    ['Foodbox 26 oz 1x50', '50 items'],
    ['Kettle Chips 5 oz', '141.748 g'],
    ['Légumes à la poêle brique x2 300 ml', '600 ml'],
    ['Whisky Regal 0,7 l', '700 ml'],
    ['Olio ml 500', '500 ml'],
    ['Pasta gr. 465', '465 g'],
    ['Filtertüten Gr. 4', 'none'],
  ])('things to keep, and what is only called so: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });
});
