import { describe, expect, it } from 'vitest';
import { formatPackSize, readPackSize } from '../pack-size';

const read = (text: string) => {
  const pack = readPackSize([text]);
  return pack ? formatPackSize(pack) : 'none';
};

describe('what is counted', () => {
  it.each([
    ['60 Veg Capsules', '60 items'],
    ['80 Tea Bags', '80 items'],
    ['75 Dishwasher Tablets', '75 items'],
    ['75 All in One Dishwasher Tablets', '75 items'],
    ['24 Toilet Rolls', '24 items'],
    ['30 magensaftresistente Kapseln', '30 items'],
    ['80 dosettes souples', '80 items'],
    ['60 x Vegan Capsules', '60 items'],
    ['60 Waschladungen', '60 items'],
  ])('words between number and noun: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['90 vegcaps', '90 items'],
    ['60 vcaps', '60 items'],
    ['100 tabl.', '100 items'],
    ['6 lenses', '6 items'],
    ['12 eggs', '12 items'],
    ['10 packets', '10 items'],
    ['5 gall', '18.927059 l'],
    ['39 S', '39 items'],
    ["12'S", '12 items'],
    ['64s', '64 items'],
    ['72 Stk', '72 items'],
    ['56 couches', '56 items'],
    ['30 lavages', '30 items'],
    ['250 grs', '250 g'],
    ['1 kilo', '1 kg'],
    ['8 cp', '8 items'],
    ['60 gél.', '60 items'],
    ['30 Kaps.', '30 items'],
    ['100 Tbl.', '100 items'],
  ])('names of units: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['100 Presslinge', '100 items'],
    ['30 Stück', '30 items'],
    ['50 St.', '50 items'],
    ['20 Päckchen', '20 items'],
    ['40 Kautabletten', '40 items'],
    ['1 Dutzend', '12 items'],
    ['Filtertüten Gr. 4, 100 Stück', '100 items'],
  ])('German: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['36 dosettes', '36 items'],
    ['Dosettes x36', '36 items'],
    ['Gélules bte 45', '45 items'],
    ['Gélules b/60', '60 items'],
    ['2 douzaines', '24 items'],
    ['28 bâtonnets', '28 items'],
    ['une douzaine', '12 items'],
    ['Filtres n°4 x 80', '80 items'],
  ])('French: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['80 unidades', '80 items'],
    ['50 pastillas', '50 items'],
    ['12 rollos', '12 items'],
    ['72 pz', '72 items'],
    ['40 lavaggi', '40 items'],
    ['10 pacchetti', '10 items'],
    ['20 theezakjes', '20 items'],
    ['50 wasbeurten', '50 items'],
    ['confezione da 50', '50 items'],
  ])('Spanish, Italian, Dutch: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Baby wipes 64', '64 items'],
    ['Teststreifen 50', '50 items'],
    ['Nappies 4', 'none'],
    ['Vitamin tablets 500', 'none'],
  ])('only a number behind what is bought by count: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['RENOVA SERVIETTE TAB JAUNEX70', '70 items'],
    ['SACS NOIRSX20', '20 items'],
    ['Derby Singles Edge scheermessen 50x', '50 items'],
    ['Latexhandschuhe 100x', '100 items'],
    ['Mirror with zoom 10x', 'none'],
    ['Café suprême k-cup (12)', '12 items'],
    ['Tea bags (100)', '100 items'],
    ['Deck of cards (2)', 'none'],
    ['Brosse à dents medium X1', '1 item'],
    ['Hülle für BMW X1', 'none'],
    ['Easy Gel 20 Wax Strip For Normal Skin', '20 items'],
    ['24 Karat Mask', 'none'],
  ])('a number at the end, or before one of them: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Magnesium 400 Kapseln 60 St', '60 items'],
    ['180 softgels, 60 servings', '180 items'],
    ['60 Kapseln, 2 Stück', '60 items'],
    ['Maxi pack 3, 50 Windeln', '50 items'],
    ['30 servings 180 softgels', '180 items'],
  ])('the plain count beats the strength: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Toilettenpapier 8 x 200 Blatt', '8 items'],
    ['Paper towels, 140 sheets, 8-count', '8 items'],
    ['Papier toilette 6 rouleaux 200 feuilles', '6 items'],
    ['1000 Sheets Per Roll 20 Rolls', '20 items'],
    ['Moist toilet tissue wipes (4 x 36 sheets)', '144 items'],
    ['Kopierpapier A4 80 g/m² 500 Blatt', '500 items'],
  ])('rolls, not their sheets: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Antacid gelul 120', '120 items'],
    ['Pain relief cpr 30', '30 items'],
    ['Antispasmodic CPR SECABLE 45', '45 items'],
    ['Powder SACHET 8', '8 items'],
    ['Gel 500mg cp B30', '30 items'],
    ['Comp. 6 mg B/30 et B/90', '30 items'],
    ['Comp. 1G B/10', '10 items'],
    ['Remède 15 comp. 15 mg B/10', '10 items'],
    ['Pilules plq/60', '60 items'],
    ['Compresses P/10', '10 items'],
    ['Effervescent tube de 16', '16 items'],
    ['Aspirin 1 g Filmtabl 40 Stk', '40 items'],
    ['Paracétamol 1 g, 8 comprimé(s)', '8 items'],
    ['Vitamin tablets 100', 'none'],
    ['Enzymes 40 Tabletten 5,2 g', '5.2 g'],
    ['Vaccin 80 U solution injectable, 1 seringue', '1 item'],
    ['10 ampoule(s) en verre brun de 10 ml', '100 ml'],
  ])('lists of a pharmacy: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Nouilles x50 N°8', '50 items'],
    ['Masque 25 ml [5P]', '125 ml'],
    ['Compresses 5 x 5 Boite 50', '50 items'],
    ['Barquette de 4 chaussons', '4 items'],
    ['Gobelets 30 cl par 50', '50 items'],
    ['Compresses boîte de 50 sachets de 2', '100 items'],
    ['Bin liners roll of 30', '30 items'],
    ['Frozen Puddings 1x60', '60 items'],
    ['Kitchen rolls 9=18 rolls', '9 items'],
    ['Huevos L docena', '12 items'],
    ['120 Fruchtgummis', '120 items'],
    ['4 Buttermilk Pancakes', '4 items'],
    ['Safety 1st seat', 'none'],
    ['Handtuch Set 4 tlg.', 'none'],
    ['Cahier 96p lot de 5', '5 items'],
    ['Block A4 80 Blatt 5er Pack', '5 items'],
    ['Wipes 56x10', '560 items'],
  ])('what closes a title: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });
});
