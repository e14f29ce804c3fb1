import type { Product } from '../../world/types';
import { escapeHtml } from '../web/escape-html';
import { chooseLook, type Look, type Shape } from './choose-look';

/** Where a shape carries its label, in a drawing of 600 by 600. */
interface Drawing {
  readonly parts: (colours: Look['palette']) => string;
  readonly label: { x: number; y: number; width: number; height: number };
}

const DRAWINGS: Readonly<Record<Shape, Drawing>> = {
  bag: {
    parts: (c) =>
      `<path d="M190 130h220l18 40-8 340H180l-8-340z" fill="${c.body}"/><path d="M190 130h220l6 34H184z" fill="#0002"/><path d="M190 118h220v22H190z" fill="${c.ink}"/>`,
    label: { x: 205, y: 240, width: 190, height: 180 },
  },
  bottle: {
    parts: (c) =>
      `<path d="M262 90h76v60h-76z" fill="${c.ink}"/><path d="M270 148h60v30q70 26 70 96v206q0 30-30 30H230q-30 0-30-30V274q0-70 70-96z" fill="${c.body}"/><path d="M200 300v180q0 30 30 30h22V220q-52 22-52 80z" fill="#fff2"/>`,
    label: { x: 210, y: 295, width: 180, height: 150 },
  },
  jar: {
    parts: (c) =>
      `<rect x="206" y="140" width="188" height="56" rx="12" fill="${c.ink}"/><rect x="184" y="188" width="232" height="322" rx="38" fill="${c.body}"/><rect x="202" y="212" width="26" height="270" rx="13" fill="#fff2"/>`,
    label: { x: 192, y: 270, width: 216, height: 160 },
  },
  carton: {
    parts: (c) =>
      `<path d="M170 190h210v320H170z" fill="${c.body}"/><path d="m380 190 62-40v318l-62 42z" fill="${c.ink}"/><path d="m170 190 62-40h210l-62 40z" fill="${c.label}"/>`,
    label: { x: 186, y: 250, width: 178, height: 190 },
  },
  tin: {
    parts: (c) =>
      `<path d="M180 190v280q0 40 120 40t120-40V190z" fill="${c.body}"/><ellipse cx="300" cy="190" rx="120" ry="34" fill="#d9d4c8"/><ellipse cx="300" cy="190" rx="96" ry="24" fill="#c2bcae"/>`,
    label: { x: 188, y: 265, width: 224, height: 165 },
  },
  tube: {
    parts: (c) =>
      `<path d="M196 110h208l-22 330H218z" fill="${c.body}"/><path d="M196 96h208v26H196z" fill="${c.ink}"/><rect x="236" y="440" width="128" height="70" rx="8" fill="${c.ink}"/>`,
    label: { x: 222, y: 190, width: 156, height: 190 },
  },
  roll: {
    parts: (c) =>
      `<rect x="190" y="170" width="220" height="330" fill="#fffdf8"/><ellipse cx="300" cy="500" rx="110" ry="26" fill="#fffdf8"/><ellipse cx="300" cy="170" rx="110" ry="30" fill="#efe7d8"/><ellipse cx="300" cy="170" rx="38" ry="11" fill="${c.ink}"/><path d="M190 250h220v200H190z" fill="${c.body}"/>`,
    label: { x: 205, y: 272, width: 190, height: 156 },
  },
  bar: {
    parts: (c) =>
      `<rect x="120" y="230" width="360" height="190" rx="34" fill="${c.body}"/><rect x="180" y="230" width="240" height="190" fill="${c.label}"/><path d="M136 262q0-20 20-20h288q20 0 20 20" fill="none" stroke="#fff4" stroke-width="8"/>`,
    label: { x: 185, y: 240, width: 230, height: 170 },
  },
  mug: {
    parts: (c) =>
      `<path d="M390 250h30a66 66 0 0 1 0 160h-40" fill="none" stroke="${c.body}" stroke-width="30"/><path d="M160 190h240v240q0 70-70 70H230q-70 0-70-70z" fill="${c.body}"/><ellipse cx="280" cy="190" rx="120" ry="26" fill="${c.ink}"/>`,
    label: { x: 185, y: 270, width: 190, height: 150 },
  },
  cloth: {
    parts: (c) =>
      `<path d="M150 180h300v320H150z" fill="${c.label}"/><path d="M150 180h300v60H150zM150 440h300v36H150z" fill="${c.body}"/><path d="M150 180h300l-22-40H172z" fill="${c.ink}"/>`,
    label: { x: 170, y: 255, width: 260, height: 170 },
  },
  card: {
    parts: (c) =>
      `<rect x="150" y="150" width="330" height="250" rx="16" fill="${c.ink}" transform="rotate(6 315 275)"/><rect x="130" y="200" width="340" height="260" rx="16" fill="${c.body}"/><rect x="150" y="220" width="300" height="220" rx="8" fill="none" stroke="#fff6" stroke-width="3"/>`,
    label: { x: 165, y: 245, width: 270, height: 170 },
  },
  pot: {
    parts: (c) =>
      `<path d="M200 230h200l26 250q0 24-24 24H198q-24 0-24-24z" fill="${c.body}"/><path d="M196 230q104-90 208 0z" fill="${c.ink}"/><circle cx="300" cy="176" r="18" fill="${c.ink}"/><path d="M414 280q80 0 66 90t-60 70" fill="none" stroke="${c.ink}" stroke-width="22"/>`,
    label: { x: 205, y: 285, width: 190, height: 160 },
  },
  round: {
    parts: (c) =>
      `<circle cx="300" cy="330" r="180" fill="${c.body}"/><circle cx="300" cy="330" r="140" fill="${c.label}"/>`,
    label: { x: 190, y: 250, width: 220, height: 160 },
  },
  parcel: {
    parts: (c) =>
      `<rect x="150" y="200" width="300" height="300" rx="12" fill="${c.body}"/><path d="M150 200h300v54H150z" fill="#0002"/><path d="M280 200h40v300h-40z" fill="${c.ink}" opacity=".35"/>`,
    label: { x: 175, y: 280, width: 250, height: 170 },
  },
};

const LINE_HEIGHT = 34;
const MAX_LINES = 4;

/** A picture of a product, 600 by 600: its kind as a shape, its name on the label. */
export function drawProduct(product: Pick<Product, 'handle' | 'title' | 'productType'>): string {
  const { shape, palette } = chooseLook(product);
  const { parts, label } = DRAWINGS[shape];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="1200" height="1200">`,
    `<rect width="600" height="600" fill="${palette.ground}"/><ellipse cx="300" cy="516" rx="190" ry="20" fill="#0001"/>`,
    parts(palette),
    `<rect x="${label.x}" y="${label.y}" width="${label.width}" height="${label.height}" rx="8" fill="${palette.label}"/>`,
    labelText(product.title, label, palette.ink),
    '</svg>',
  ].join('');
}

function labelText(title: string, box: Drawing['label'], ink: string): string {
  const size = 27;
  const lines = wrap(title, Math.floor((box.width - 12) / (size * 0.52)));
  const top = box.y + box.height / 2 - ((lines.length - 1) * LINE_HEIGHT) / 2 + size * 0.35;
  return lines
    .map(
      (line, place) =>
        `<text x="${box.x + box.width / 2}" y="${Math.round(top + place * LINE_HEIGHT)}" fill="${ink}" font-family="Georgia,serif" font-size="${size}" text-anchor="middle">${escapeHtml(line)}</text>`,
    )
    .join('');
}

/** Whole words on lines of at most `columns` characters; a longer word is cut. */
function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).map((each) => each.slice(0, columns))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.slice(0, MAX_LINES);
}
