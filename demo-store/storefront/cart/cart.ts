import { createHash, randomBytes } from 'node:crypto';
import type { Id } from '../../world/types';

export interface CartLine {
  readonly key: string;
  readonly variantId: Id;
  readonly quantity: number;
  readonly properties: Readonly<Record<string, string>>;
  readonly sellingPlan: string | null;
}

/** One visitor's cart. `attributes` holds the private ones (`__…`) as well; `publicAttributes` says what pages may see. */
export interface Cart {
  readonly token: string;
  readonly lines: readonly CartLine[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly note: string;
  readonly discountCode: string | null; // as typed or linked; whether it holds is asked each time
}

export interface NewLine {
  readonly variantId: Id;
  readonly quantity: number;
  readonly properties?: Readonly<Record<string, string>>;
  readonly sellingPlan?: string | null;
}

export function emptyCart(): Cart {
  return {
    token: randomBytes(16).toString('hex'),
    lines: [],
    attributes: {},
    note: '',
    discountCode: null,
  };
}

/** The same variant with the same properties and plan joins its line; anything else becomes the first line. */
export function addLine(cart: Cart, line: NewLine): Cart {
  const added: CartLine = {
    key: lineKey(line),
    variantId: line.variantId,
    quantity: line.quantity,
    properties: line.properties ?? {},
    sellingPlan: line.sellingPlan ?? null,
  };
  const known = cart.lines.find((each) => each.key === added.key);
  if (!known) return { ...cart, lines: [added, ...cart.lines] };
  return setQuantity(cart, known.key, known.quantity + line.quantity);
}

/** Quantity 0 takes the line out. */
export function setQuantity(cart: Cart, key: string, quantity: number): Cart {
  const lines = cart.lines.map((line) => (line.key === key ? { ...line, quantity } : line));
  return { ...cart, lines: lines.filter((line) => line.quantity > 0) };
}

/** Adds to what is there; an attribute set to nothing is gone. */
export function setAttributes(cart: Cart, change: Readonly<Record<string, string | null>>): Cart {
  const attributes: Record<string, string> = { ...cart.attributes };
  for (const [key, value] of Object.entries(change)) {
    if (value === null || value === '') delete attributes[key];
    else attributes[key] = value;
  }
  return { ...cart, attributes };
}

export function setNote(cart: Cart, note: string): Cart {
  return { ...cart, note };
}

export function setDiscountCode(cart: Cart, discountCode: string | null): Cart {
  return { ...cart, discountCode: discountCode?.trim() || null };
}

/** Empties the lines; attributes and note stay, as `/cart/clear.js` leaves them. */
export function clearLines(cart: Cart): Cart {
  return { ...cart, lines: [] };
}

/** Shopify keeps attributes whose name starts with two underscores from Liquid and the Ajax API. */
export function publicAttributes(cart: Pick<Cart, 'attributes'>): Record<string, string> {
  return Object.fromEntries(Object.entries(cart.attributes).filter(([key]) => !key.startsWith('__')));
}

function lineKey(line: NewLine): string {
  const traits = JSON.stringify([line.properties ?? {}, line.sellingPlan ?? null]);
  return `${line.variantId}:${createHash('sha256').update(traits).digest('hex').slice(0, 32)}`;
}
