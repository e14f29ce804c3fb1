import { describe, expect, it } from 'vitest';
import { formatPackSize, readPackSize } from '../pack-size';

const read = (text: string) => {
  const pack = readPackSize([text]);
  return pack ? formatPackSize(pack) : 'none';
};

describe('what is in the box', () => {
  it.each([
    ['2 x 30 capsules', '60 items'],
    ['2×250ml', '500 ml'],
    ['2x500g', '1 kg'],
    ['330 ml x 24', '7.92 l'],
    ['6 PK 12 OZ', '2.041166 kg'],
    ['12 OZ/6 PK', '2.041166 kg'],
    ['6/12 OZ', '2.041166 kg'],
    ['24-12 OZ', '8.164663 kg'],
    ['144 OZ/12 PK', '4.082331 kg'],
    ['Pack of 3, 30-count', '90 items'],
    ['Lot de 3 savons 100 g', '300 g'],
    ['3 x House Blend 250 g', '750 g'],
    ['12 cans, 330 ml', '3.96 l'],
    ['6er-Pack', '6 items'],
    ['Hundefutter 3 x 12 kg', '36 kg'],
    ['4 Seifen à 90 g', '360 g'],
    ['6 Knusperdinger à 40 g', '240 g'],
    ['6 bottiglie da 1,5 l', '9 l'],
    ['Coffret de 6 tisanes', '6 items'],
    ['Set/4 tea lights', '4 items'],
    ['Pack 3 desodorante 50 ml', '150 ml'],
    ['3+1 x 200 g', '800 g'],
    ['40 g x 12', '480 g'],
    ['14gx30', '420 g'],
    ['Spring water 500ml x 24ct', '12 l'],
    ['Limonade 33 cl x 6 pcs', '1.98 l'],
    ['Seife 100 g x 3 St', '300 g'],
    ['Dosettes corsées compostables x40-277g', '277 g'],
    ['Tücher 3er Pack 38x38 cm', '3 items'],
    ['Compresses 10x10 x 25', '25 items'],
  ])('packs multiply: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['6Pk 6X32g', '192 g'],
    ['4 Bottles (240 Capsules)', '240 items'],
    ['Breakfast 80 Tea Bags 80pk', '80 items'],
    ['Cadbury Double Decker 4 Pack 218G', '218 g'],
    ['Smoothie 4 Pack 720ml', '720 ml'],
    ['Wafers 6 Pack 11.16 oz', '316.381 g'],
    ['Cola 24 Pack 330ml', '7.92 l'],
    ['Pouches 12 Pack 85g', '1.02 kg'],
    ['8er Pack 8 x 1l', '8 l'],
    ['Lot de 4 crèmes 4 x 150 ml', '600 ml'],
    ['300 ml, 6er Pack (6 x 300 ml)', '1.8 l'],
    ['Trockenfutter 8er Pack (8 x 800 g)', '6.4 kg'],
  ])('said twice, once counted: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['48 Kaffeekapseln (3er Pack, 3 x 16 Kapseln)', '48 items'],
    ['96 Count (4 Packs of 24)', '96 items'],
    ['60 Lavages (Lot de 2 x 30)', '60 items'],
    ['60 Waschladungen (4 x 15)', '60 items'],
    ['Tea bags (6 x 40, 240 tea bags)', '240 items'],
    ['Beurre x6 240 g', '240 g'],
    ['Brioches x12 - 480 g', '480 g'],
    ['Biscuits x20 - 500 g', '500 g'],
    ['Suppe 5er Pack, 45 g', '45 g'],
    ['Riegel 9er 150 g', '150 g'],
    ['Duschgel 3er Pack 250 ml', '750 ml'],
    ['Würstchen 5 x 2 Stück 400 g', '400 g'],
  ])('all packs together: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Case - six 20 ct boxes', '120 items'],
    ['Twinpack 500 ml', '1 l'],
    ['Doppelpack 2 x 400 g', '800 g'],
    ['Pack of six', '6 items'],
    ['10 sachets x 5g', '50 g'],
    ['4 шт х 400г', '1.6 kg'],
    ['20 Beutel à 3 g', '60 g'],
    ['6 Dosen à 800 g', '4.8 kg'],
    ['Clipper Earl Grey x80 Tea Bags 250g', '250 g'],
    ['Clipper x80 Somethings 250g', '250 g'],
    ['Lingettes lot de 3 x 70', '210 items'],
    ['Wipes 4x72', '288 items'],
    ['12 packs of 56', '672 items'],
    ['8 rolls x 15 bags', '120 items'],
    ['20 Rollen à 15 Beutel', '300 items'],
    ['15 ampoules 5 ml', '75 ml'],
    ['Salt sachets 10 g 30 sachets', '300 g'],
    ['Soda, 12 fl oz, 24-count', '8.517176 l'],
    ['100 x 50 mg', '100 items'],
    ['LIDOCAIN Streuli 1% 20 mg/2ml 10 Amp 2 ml', '20 ml'],
    ['KAMILLIN bain liq 10 sach 40 ml', '400 ml'],
    ['CLEXANE 40 mg/0.4ml 10 Fertspr 0.4 ml', '4 ml'],
    ['5 Ampullen 10 ml', '50 ml'],
    ['10 ampoules 100 ml', '100 ml'],
    ['30 sach', '30 items'],
  ])('each holds what stands beside: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['12 oz (340 g)', '340 g'],
    ['12 OZ/355 ML', '355 ml'],
    ['Coffee 1 kg (4 x 250 g)', '1 kg'],
    ['Yoghurt (4 x 125 g)', '500 g'],
    ['2 pints 1.13 l', '1.13 l'],
    ['340 g / 12oz', '340 g'],
    ['8 x 250 g (2 kg)', '2 kg'],
    ['Sliced Cheese x8 2x  200g', '400 g'],
    ['Würstchen x6 3x200g', '600 g'],
  ])('the same size said twice: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Tabs 20 g 1 kg', '1 kg'],
    ['14 slices, 4.5 oz per slice, 4 lbs', '1.814369 kg'],
    ['500 ml für 2000 l', '500 ml'],
  ])('pieces and the whole: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Pants M (Free 6 Pcs)', 'none'],
    ['80 + 20 Wipes', '100 items'],
    ['80 wipes + 20 free', '100 items'],
    ['500 ml + 250 ml gratis', '750 ml'],
    ['Cure dont 1 mois offert 120 capsules', '120 items'],
    ['200 + 50 ml gratis', '250 ml'],
    ['1 l + 250 ml free', '1.25 l'],
    ['Oil 200 ml + balm 100 ml', '300 ml'],
    ['Gel 400 ml & recharge 400 ml', '800 ml'],
    ['15 kg + 3 kg gratis', '18 kg'],
    ['Soap 3 + 1 free', '4 items'],
    ['SPF 50+ 200 ml', '200 ml'],
  ])('added: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Crisps 1 oz 12/Case', '340.194 g'],
    ['Toner 96/Case', '96 items'],
    ['Syrup 480 g/Unit, 6 Units/Case', '2.88 kg'],
    ['Gloves 100/bx, 10 bx/cs', '1000 items'],
    ['Lait 800GX2+1', '2.4 kg'],
    ['Éponges x3 + 1 gratuite', '4 items'],
    ['Duschgel 200ml 5 Stück', '1 l'],
    ['Eis 440 ml 4 Stück', '440 ml'],
    ['Oat drink 1 l - 12 count', '12 l'],
    ['Lemonade 330 ml (16)', '5.28 l'],
    ['Coconut water (1 l x 6)', '6 l'],
    ['Lager can10 x 440 ml', '4.4 l'],
    ['Flakes 30 g x 40 portion packs', '1.2 kg'],
    ['Water 16.9 fl oz 40 ct', '19.991706 l'],
    ['Crisps 1 oz bags, 40 count', '1.133981 kg'],
    ['Granola bars 8.94 oz, 6 count', '253.445 g'],
    ['Terreau 50 l lot de 2', '100 l'],
    ['Adult 15 + 3 kg gratis', '18 kg'],
  ])('by the case, by the piece and with a gift: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Pods (Pack of 5, total 40 capsules)', '40 items'],
    ['Tea bags 4 x 20 (total 80)', '80 items'],
    ['Wipes 720 count (12 packs)', '720 items'],
    ['Coffee 4 packs (32 servings)', '32 items'],
    ['Riegel 8er 200 g', '200 g'],
    ['Pains x12 500 g', '500 g'],
    ['Capsules x 40 - 208 g', '208 g'],
    ['Sausages 8 pack 400 g', '400 g'],
    ['Glaces x4 440 ml', '440 ml'],
    ['Pot plastique x2 200 g', '400 g'],
    ['Tablette chocolat x2 100 g', '200 g'],
    ['Cotons poche de 500', '500 items'],
    ['Chips sachet x6 30 g', '180 g'],
    ['Terrine pour chat x4 57 g', '228 g'],
    ['Dosettes café 16 s 8 g', '128 g'],
    ['Drank 4-pack 4 stuks', '4 items'],
    ['Cheese 400 g jar & ham (400 g)', '400 g'],
    ['Water Pack of 24,220303 330 ml', '7.92 l'],
  ])('what all of them hold and what each: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });
});
