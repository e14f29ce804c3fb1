import { describe, expect, it } from 'vitest';
import { formatPackSize, fromMeasurement, readPackSize } from '../pack-size';
import { sizeFinding } from '../size-finding';

const read = (text: string) => {
  const pack = readPackSize([text]);
  return pack ? formatPackSize(pack) : 'none';
};

describe('thousands set apart', () => {
  it.each([
    ['Bohnen 1 000 g', '1 kg'],
    ['Sel 10 000 g', '10 kg'],
    ['Soupe 1 050 ml', '1.05 l'],
    ['Cotons-tiges 1 000 pièces', '1000 items'],
    ['Vitamine C 1 000 mg 30 comprimés', '30 items'],
    ['Vitamin D3 10 000 UI 60 gélules', '60 items'],
    ['Bohnen 1\u00a0000 g', '1 kg'],
    ['Bohnen 1\u202f500 g', '1.5 kg'],
    ['Bohnen 1\u2009250 g', '1.25 kg'],
    ['Farine 2\u202f500\u202fg', '2.5 kg'],
    ['Waschmittel 1’500 ml', '1.5 l'],
    ["Waschmittel 1'500 ml", '1.5 l'],
    ["Süssstoff 1'200 Tabletten", '1200 items'],
    ["Öl 2 x 1'500 ml", '3 l'],
    ['Sirop 2 x 1 500 ml', '3 l'],
  ])('certain where nothing else is written so: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['1 500 ml', '1.5 l'],
    ['2 500 ml', '2.5 l'],
    ['Lessive - 2 500 ml', '2.5 l'],
    ['Lessive (2 500 ml)', '2.5 l'],
    ['Lessive, 1 500 ml', '1.5 l'],
  ])('certain where a size stands by itself: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Kaffee 1.000,50 g', '1.0005 kg'],
    ['Whey 1,250.75 g', '1.25075 kg'],
    ['Whey 1.250,75 g', '1.25075 kg'],
    ["Kaffee 1'000,5 g", '1.0005 kg'],
    ['Salz 25.000 g', '25 kg'],
    ['Swabs 2 x 1,000 ct', '2000 items'],
    ['Vitamin D 1.000.000 IE 10 Kapseln', '10 items'],
  ])('with decimals: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Lessive 1 500 ml'],
    ['Lessive 2 500 ml'],
    ['Aptamil 2 800 g'],
    ['Aptamil\u00a02\u00a0800\u00a0g'],
    ['Nutrilon 1 800 g'],
    ['Elvive 5 400 ml'],
    ['Bebilon 2 800 g x 6'],
    ['Bebilon 2 800 g 6 Stück'],
    ['2 500 ml bottles'],
    ['Édulcorant 1 200 comprimés'],
    ['Süßstoff 2 x 1 200 Tabletten'],
  ])('unread where the first may be the number of a name, and the merchant is told: %s', (text) => {
    expect(read(text)).toBe('none');
    expect(sizeFinding(text, [{ title: 'Default Title', pack: null }])).not.toBeNull();
  });

  it.each([
    ['Spaghetti No. 5 500 g', '500 g'],
    ['Folgemilch Stage 2 800 g', '800 g'],
    ['Whisky 12 700 ml', '700 ml'],
    ['Eau de toilette 212 100 ml', '100 ml'],
    ['Pampers 4 174 Stück', '174 items'],
    ['Index cards 3 X5 100 CT', '100 items'],
    ['Öl 6 x1 500 ml', '9 l'],
    ['½×93items', 'none'],
    ['Lot de 2 500 ml', '1 l'],
    ['Pack of 6 330 ml', '1.98 l'],
    ['Shampoo x 2 500 ml', '1 l'],
    ['Ready Meal For 2 300g', '300 g'],
    ['Aptamil 2 800 g (0,8 kg)', '800 g'],
  ])('what the words around it settle: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });
});

describe('what is not seen', () => {
  it.each([
    ['Coffee 500\u200bg', '500 g'],
    ['Coffee\u200b500 g', '500 g'],
    ['Kaf\u00adfee 5\u00ad00 g', '500 g'],
    ['Coffee 500\u200cg', '500 g'],
    ['Tea 100\u2060g', '100 g'],
    ['\u200e500 g\u200f Tea', '500 g'],
    ['\ufeff2\u200dx\u200d500 g', '1 kg'],
    ['Tea 500\u0000g', '500 g'],
    ['Tea\t500\u2028g', '500 g'],
  ])('%j', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it('ends with what one character becomes many of', () => {
    expect(read(`${'ﷺ'.repeat(299)}5 g`)).toBe('none');
    expect(read(`${'&#xFDFA;'.repeat(37)} 5 g`)).toBe('none');
  });
});

describe('as HTML', () => {
  it.each([
    ['Coffee 500&nbsp;g', '500 g'],
    ['Tea 1&#160;kg', '1 kg'],
    ['Milk 1&#xA0;l', '1 l'],
    ['Coffee 500&amp;nbsp;g', '500 g'],
    ['Soap 2 &times; 250 ml', '500 ml'],
    ['Honey 1&frac12; lb', '680.389 g'],
    ['Wash 1&thinsp;500 ml', '1.5 l'],
    ['90 g&eacute;lules', '90 items'],
    ['3 St&uuml;ck', '3 items'],
    ['Soap &amp; Co 250 ml', '250 ml'],
    ['L&#39;eau 500 ml', '500 ml'],
    ['Tee &quot;Assam&quot; 250 g', '250 g'],
    ['Tea &unknown; 250 g', '250 g'],
    ['Tea &#0;&#9999999; 250 g', '250 g'],
  ])('%s', (text, size) => {
    expect(read(text)).toBe(size);
  });
});

describe('numbers that are odd', () => {
  it.each([
    ['Rice ٥٠٠ g', '500 g'],
    ['Rice ۵۰۰ g', '500 g'],
    ['चावल ५०० g', '500 g'],
    ['Rice ١٫٥ kg', '1.5 kg'],
    ['Rice １.５ kg', '1.5 kg'],
    ['5² g', 'none'],
    ['Card 300 g/m² 50 Stück', '50 items'],
    ['CO₂ 425 g', '425 g'],
    ['Reis 1.5.2 kg', 'none'],
    ['Filter 1.5.500 g', 'none'],
    ['1,2,3 l', 'none'],
    ['10.12.2024 Tea 500 g', '500 g'],
    ['Eau 1L5', '1.5 l'],
    ['Riz 2kg5', '2.5 kg'],
    ['Eau 1L50 x 6', '9 l'],
    ['Coffee 1㎏', '1 kg'],
    ['Oil 500㎖', '500 ml'],
  ])('%s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
    'a word that every object knows is a word like another: %s',
    (name) => {
      expect(read(`5 ${name}`)).toBe('none');
      expect(read(`${name} 500 g`)).toBe('500 g');
      expect(read(`2 x ${name}`)).toBe(read(`2 x ${name.startsWith('_') ? '__soap__' : 'soap'}`));
      expect(read(`&${name};`)).toBe('none');
      expect(fromMeasurement(2, name)).toBeNull();
    },
  );

  it('what nobody sells is no size', () => {
    expect(read('5000000 g')).toBe('none');
    expect(read('99999999 ml')).toBe('none');
    expect(read('Salt 5000 kg')).toBe('none');
    expect(read('Soil 1000 kg')).toBe('1000 kg');
    expect(fromMeasurement(1e300, 'G')).toBeNull();
    expect(fromMeasurement(2000, 'KG')).toBeNull();
    expect(fromMeasurement(1e6, 'ITEM')).toBeNull();
    expect(fromMeasurement(25, 'KG')).toEqual({ amount: 25_000, unit: 'g' });
  });
});

describe('packs in more words', () => {
  it.each([
    ['Cola 6✖1.5 l', '9 l'],
    ['Cola 6 mal 1,5 l', '9 l'],
    ['Cola 4 x (6 x 330 ml)', '7.92 l'],
    ['Tre confezioni da 500 g', '1.5 kg'],
    ['Dos botellas 750 ml', '1.5 l'],
    ['Twee flessen 1 l', '2 l'],
    ['Dreierpack Seife 100 g', '300 g'],
    ['Zehnerpack Masken', '10 items'],
    ['Twin-Pack Shampoo 250 ml', '500 ml'],
    ['Trio-Pack Deo 50 ml', '150 ml'],
    ['Duoverpakking shampoo 250 ml', '500 ml'],
    ['Seife 3 + 1 gratis 100 g', '400 g'],
    ['Kapseln 5er Pack (5 x 8 Getränke)', '40 items'],
    ['Dentifricio 75 ml 2+1', '225 ml'],
    ['Shampoo 250 ml (1+1)', '500 ml'],
    ['Caffè in capsule 5 astucci da 10 capsule', '50 items'],
    ['Pannolini taglia 4 (7-18 kg) 4 pacchi da 19', '76 items'],
    ['Fermenti lattici 12 flaconcini 10 ml', '120 ml'],
  ])('%s', (text, size) => {
    expect(read(text)).toBe(size);
  });
});
