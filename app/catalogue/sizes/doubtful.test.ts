import { describe, expect, it } from 'vitest';
import { formatPackSize, readPackSize } from '../pack-size';

const read = (text: string) => {
  const pack = readPackSize([text]);
  return pack ? formatPackSize(pack) : 'none';
};

describe('a doubtful size is none', () => {
  it.each([
    ['Gold Coins 1kg x 125ct', '1 kg'],
    ['Sugar 25 kg x 40 ct', '25 kg'],
    ['Blumenerde 50 l', '50 l'],
    ['Terreau 50 l lot de 2', '100 l'],
    ['Holzpellets 4 x 15 kg', '60 kg'],
    ['Cola 24 x 1 l', '24 l'],
  ])('a product that nobody carries home: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['CAPTOHEXAL COMP 25/12,5 TAB 50 ST', '50 items'],
    ['BISOPROLOL PLUS 5/12,5 TAB 100 ST', '100 items'],
    ['VALSARTAN COMP 160/25 TAB 98 ST', '98 items'],
    ['Valsartan 160/25 TAB', 'none'],
    ['ISOKET RETARD 40 TABLETTEN 30 ST', '30 items'],
    ['AMLODIPIN 10 TABLETTEN 7 ST', '7 items'],
    ['6/30 tablets', '180 items'],
  ])('strengths before a form: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ['Abfüllpumpe für 5L- & 10L-Kanister', 'none'],
    ['Pompe pour bidon 5 L', 'none'],
    ['Aufsatz für 1 l und 2 l Flaschen', 'none'],
    ['Eurobox 14,5 l je', 'none'],
    ['Stapelbehälter 32 l', 'none'],
    ['Boîte de rangement 20 L', 'none'],
    ['Bac gastronorme 10 l', 'none'],
    ['Bidon vide 5 l', 'none'],
    ['Eau de source bidon 5 l', '5 l'],
    ['Handseife mit Pumpe 500 ml', '500 ml'],
    ['King Prawns Ready Meal Main For 2 300g', '300 g'],
    ['Nordheimer Heuchelberg Lemberger 0,75-l-Fl.', '750 ml'],
    ['Wischeimer 10 l', 'none'],
  ])('what it is for and what holds: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });

  it.each([
    ["Gloss Infaillible Teinte 630 L'OREAL MAQUILLAGE", 'none'],
    ['Vernis 630 L. Oreal', 'none'],
    ['Probiotic 10 L. acidophilus 60 caps', '60 items'],
    ["Crème d'amande 500 g d'origine", '500 g'],
    ["Crème mains 100 ml L'Occitane", '100 ml'],
  ])('a letter of a name: %s', (text, size) => {
    expect(read(text)).toBe(size);
  });
});

describe('a name between a size and how many', () => {
  it.each([
    ['Lolly Lab 130g Party Mix x 24ct', '3.12 kg'],
    ['47g Mars Salted Caramel x 25ct', '1.175 kg'],
    ['Crisps 30 g Salt and Vinegar x 48 count', '1.44 kg'],
    ['Tea 100 g Earl Grey x 20 bags', '100 g'],
    ['Geschenkpapier Box - 4 Motive à 10 Rollen 2m/70cm', '40 items'],
    ['6 Sorten à 12 Beutel', '72 items'],
    ['Film alimentaire sachet x1000', '1000 items'],
  ])('%s', (text, size) => {
    expect(read(text)).toBe(size);
  });
});
