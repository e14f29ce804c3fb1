import { Drop, type Liquid } from 'liquidjs';
import { escapeHtml } from '../web/escape-html';
import { textOf } from '../web/text-of';
import { namedArguments } from './named-arguments';

/** What Liquid calls an image. Pixels. */
export interface ImageDrop {
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly aspect_ratio: number;
}

/** The result of `image_url`: text in every respect, that still knows its image, as `image_tag` needs it. */
export class ImageUrl extends Drop {
  readonly image: ImageDrop | null;
  readonly url: string;
  readonly size: { width?: number; height?: number };

  constructor(image: ImageDrop | null, url: string, size: { width?: number; height?: number }) {
    super();
    this.image = image;
    this.url = url;
    this.size = size;
  }

  override valueOf(): string {
    return this.url;
  }

  override toString(): string {
    return this.url;
  }
}

export function registerImageFilters(engine: Liquid): void {
  engine.registerFilter('image_url', (source: unknown, ...args: unknown[]) => imageUrl(source, args));
  engine.registerFilter('image_tag', (source: unknown, ...args: unknown[]) => imageTag(source, args));
  engine.registerFilter('placeholder_svg_tag', (_name: unknown, cssClass?: unknown) => placeholder(cssClass));
}

/** @throws Error without width and height, as Shopify refuses. */
function imageUrl(source: unknown, args: readonly unknown[]): ImageUrl | string {
  const image = imageOf(source);
  const path = typeof source === 'string' ? source : image?.src;
  if (!path) return '';
  const { width, height, crop, format } = namedArguments(args);
  if (width === undefined && height === undefined) throw new Error('image_url needs a width or a height.');
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ width, height, crop, format })) {
    if (value !== undefined && value !== null) query.set(name, textOf(value));
  }
  const size = {
    ...(width === undefined ? {} : { width: Number(width) }),
    ...(height === undefined ? {} : { height: Number(height) }),
  };
  return new ImageUrl(image, `${path}${path.includes('?') ? '&' : '?'}${query}`, size);
}

/** Width and height are always in the tag, as Shopify writes them, so that nothing shifts while pictures load. */
function imageTag(source: unknown, args: readonly unknown[]): string {
  const url = String(source);
  const known = source instanceof ImageUrl ? source : null;
  const ratio = known?.image?.aspect_ratio ?? 1;
  const width = known?.size.width ?? (known?.size.height ? Math.round(known.size.height * ratio) : undefined);
  const attributes: Record<string, unknown> = {
    alt: known?.image?.alt ?? '',
    ...(width === undefined ? {} : { width, height: Math.round(width / ratio) }),
    ...namedArguments(args),
  };
  delete attributes.preload;
  delete attributes.widths; // one drawing serves every size
  const text = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');
  return `<img src="${escapeHtml(url)}"${text}>`;
}

/** Accepts an image, or anything that has a featured image (product, line item, collection). */
function imageOf(source: unknown): ImageDrop | null {
  if (typeof source !== 'object' || source === null) return null;
  const thing = source as {
    src?: unknown;
    featured_image?: unknown;
    image?: unknown;
  };
  if (typeof thing.src === 'string') return source as ImageDrop;
  return imageOf(thing.featured_image ?? thing.image ?? null);
}

function placeholder(cssClass: unknown): string {
  const name = typeof cssClass === 'string' ? cssClass : 'placeholder-svg';
  return `<svg class="${escapeHtml(name)}" viewBox="0 0 100 100" aria-hidden="true"><rect width="100" height="100" fill="#e9e2d3"/></svg>`;
}
