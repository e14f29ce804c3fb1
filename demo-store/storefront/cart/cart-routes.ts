import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WorldReader } from '../../world/types';
import { isPublished } from '../drops/product-drops';
import type { Session } from '../visitors/sessions';
import { redirect, sendJson, sendJsonText } from '../web/answer';
import { readBody } from '../web/read-body';
import { addLine, clearLines, setAttributes, setNote, setQuantity, type Cart, type CartLine } from './cart';
import { cartJson, describeCart, lineJson, linesJson } from './describe-cart';
import { readCartFields, textRecord, type CartFields } from './read-cart-change';

export interface CartRouteDeps {
  readonly world: WorldReader;
  /** Section Rendering API: HTML of each named section for this visitor. */
  renderSections(names: readonly string[]): Promise<Record<string, string>>;
}

/** What Shopify calls a cart error: 422 with a description that a theme can show. */
class CartError extends Error {}

/**
 * Shopify's Ajax cart: `/cart.js`, `/cart/add.js`, `/cart/change.js`, `/cart/update.js`, `/cart/clear.js`; without `.js`
 * the same by plain form, which ends on the cart page.
 * @returns false when the path is none of these.
 */
export async function answerCartRequest(
  deps: CartRouteDeps,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  session: Session,
): Promise<boolean> {
  const match = /^\/cart(?:\/(add|change|update|clear))?(\.js|\.json)?$/.exec(url.pathname);
  if (!match) return false;
  const [, action, ajax] = match;
  if (!action && (!ajax || request.method !== 'GET')) return false;
  const { world } = deps;
  const currency = world.shop.currency;
  if (!action) {
    sendJsonText(response, cartJson(describeCart(session.cart, world), currency));
    return true;
  }
  try {
    const body = request.method === 'POST' ? await readBody(request) : Buffer.alloc(0);
    const sent = await readCartFields(body, request.headers['content-type'] ?? '');
    const fields = { ...Object.fromEntries(url.searchParams), ...sent };
    session.cart = change(action, session.cart, fields, world);
    response.appendHeader('set-cookie', `cart=${session.cart.token}; Path=/; SameSite=Lax`); // scripts may read it
    if (!ajax) {
      redirect(response, typeof fields.checkout === 'string' ? '/checkout' : '/cart');
      return true;
    }
    const sections = await askedSections(deps, fields);
    sendJsonText(response, withSections(answerText(action, fields, session.cart, world), sections));
  } catch (error) {
    if (error instanceof SyntaxError) sendJson(response, { status: 400, message: 'Bad Request' }, 400);
    else if (error instanceof CartError && !ajax) redirect(response, '/cart');
    else if (error instanceof CartError) {
      sendJson(response, { status: 422, message: 'Cart Error', description: error.message }, 422);
    } else throw error;
  }
  return true;
}

function change(action: string, cart: Cart, fields: CartFields, world: WorldReader): Cart {
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

function addedItems(fields: CartFields): CartFields[] {
  const items = fields.items;
  if (Array.isArray(items)) return items as CartFields[];
  if (typeof items === 'object' && items !== null) return Object.values(items) as CartFields[];
  return [fields];
}

function addItem(cart: Cart, item: CartFields, world: WorldReader): Cart {
  const variantId = String(item.id ?? '');
  const quantity = wholeQuantity(item.quantity ?? 1);
  const found = world.variant(variantId);
  if (!found || !isPublished(found.product)) throw new CartError('Cannot find variant');
  const properties = Object.fromEntries(
    Object.entries(textRecord(item.properties)).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
  const sellingPlan = item.selling_plan ? String(item.selling_plan) : null;
  const next = addLine(cart, { variantId, quantity, properties, sellingPlan });
  refuseBeyondStock(next, variantId, world);
  return next;
}

/** `id` is a line key or a variant id; `line` counts from 1. */
function changeOne(cart: Cart, fields: CartFields, world: WorldReader): Cart {
  const line =
    fields.line === undefined ? findLine(cart, String(fields.id ?? '')) : cart.lines[Number(fields.line) - 1];
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

function answerText(action: string, fields: CartFields, cart: Cart, world: WorldReader): string {
  const described = describeCart(cart, world);
  if (action !== 'add') return cartJson(described, world.shop.currency);
  const added = addedItems(fields).map((item) => String(item.id));
  const lines = described.lines.filter(({ line }) => added.includes(line.variantId));
  return fields.items === undefined && lines[0] ? lineJson(lines[0]) : linesJson(lines);
}

async function askedSections(
  deps: CartRouteDeps,
  fields: CartFields,
): Promise<Record<string, string> | null> {
  const asked = fields.sections;
  if (!asked) return null;
  const names = Array.isArray(asked) ? asked.map(String) : String(asked).split(',');
  return deps.renderSections(names);
}

function withSections(json: string, sections: Record<string, string> | null): string {
  return sections ? `${json.slice(0, -1)},"sections":${JSON.stringify(sections)}}` : json;
}
