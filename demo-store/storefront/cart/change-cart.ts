import type { WorldReader } from '../../world/types';
import { isPublished } from '../drops/product-drops';
import { textOf } from '../web/text-of';
import { addLine, clearLines, setAttributes, setNote, setQuantity, type Cart, type CartLine } from './cart';
import { textRecord, type CartFields } from './read-cart-change';

export type CartAction = 'add' | 'change' | 'update' | 'clear';

/** What Shopify calls a cart error: 422 with a description that a theme can show. */
export class CartError extends Error {}

/**
 * One change as `/cart/{action}` describes it.
 * @throws CartError when it asks for what the shop cannot give.
 */
export function changeCart(action: CartAction, cart: Cart, fields: CartFields, world: WorldReader): Cart {
  const rest = withAttributes(cart, fields);
  switch (action) {
    case 'add':
      return addedItems(fields).reduce((sum, item) => addItem(sum, item, world), rest);
    case 'change':
      return changeOne(rest, fields, world);
    case 'update':
      return updateAll(rest, textRecord(fields.updates), world);
    default:
      return clearLines(rest);
  }
}

function withAttributes(cart: Cart, fields: CartFields): Cart {
  const changed = setAttributes(cart, textRecord(fields.attributes));
  return typeof fields.note === 'string' ? setNote(changed, fields.note) : changed;
}

/** What `/cart/add` adds: the list `items`, or the one item that the fields themselves describe. */
export function addedItems(fields: CartFields): CartFields[] {
  const items = fields.items;
  if (Array.isArray(items)) return items as CartFields[];
  if (typeof items === 'object' && items !== null) return Object.values(items) as CartFields[];
  return [fields];
}

function addItem(cart: Cart, item: CartFields, world: WorldReader): Cart {
  const variantId = textOf(item.id);
  const quantity = wholeQuantity(item.quantity ?? 1);
  const found = world.variant(variantId);
  if (!found || !isPublished(found.product)) throw new CartError('Cannot find variant');
  const properties = Object.fromEntries(
    Object.entries(textRecord(item.properties)).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
  const sellingPlan = textOf(item.selling_plan) || null;
  if (found.product.requiresSellingPlan && !sellingPlan)
    throw new CartError('Variant can only be purchased with a selling plan.');
  const next = addLine(cart, { variantId, quantity, properties, sellingPlan });
  refuseBeyondStock(next, variantId, world);
  return next;
}

/** `id` is a line key or a variant id; `line` counts from 1. */
function changeOne(cart: Cart, fields: CartFields, world: WorldReader): Cart {
  const line =
    fields.line === undefined ? findLine(cart, textOf(fields.id)) : cart.lines[Number(fields.line) - 1];
  if (!line) throw new CartError('no valid id or line parameter');
  return changeLine(cart, line, fields.quantity ?? line.quantity, world);
}

/** `updates` names lines by key or variant id, or is a list in the order of the lines as they stand before the change. */
function updateAll(cart: Cart, updates: Readonly<Record<string, string | null>>, world: WorldReader): Cart {
  const names = Object.keys(updates);
  const byPosition = names.every((name, index) => name === String(index));
  return Object.entries(updates).reduce((sum, [name, quantity]) => {
    const line = byPosition ? cart.lines[Number(name)] : findLine(cart, name);
    if (line) return changeLine(sum, line, quantity, world);
    return byPosition ? sum : addItem(sum, { id: name, quantity }, world);
  }, cart);
}

function findLine(cart: Cart, id: string): CartLine | undefined {
  return cart.lines.find((line) => line.key === id || line.variantId === id);
}

function changeLine(cart: Cart, line: CartLine, quantity: unknown, world: WorldReader): Cart {
  const next = setQuantity(cart, line.key, wholeQuantity(quantity));
  if (wholeQuantity(quantity) > line.quantity) refuseBeyondStock(next, line.variantId, world);
  return next;
}

function wholeQuantity(value: unknown): number {
  const quantity = Number(value);
  if (!Number.isInteger(quantity) || quantity < 0)
    throw new CartError('The quantity must be a whole number.');
  return quantity;
}

function refuseBeyondStock(cart: Cart, variantId: string, world: WorldReader): void {
  const wanted = cart.lines.reduce(
    (sum, line) => sum + (line.variantId === variantId ? line.quantity : 0),
    0,
  );
  const found = world.variant(variantId);
  if (!found || wanted <= found.variant.stock) return;
  const { product, variant } = found;
  if (variant.stock <= 0) throw new CartError(`The product '${product.title}' is already sold out.`);
  throw new CartError(`You can't add more '${product.title}' to the cart: ${variant.stock} left.`);
}
