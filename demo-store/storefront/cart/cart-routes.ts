import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WorldReader } from '../../world/types';
import { tellCart } from '../visitors/cart-cookie';
import type { Session } from '../visitors/sessions';
import { redirect, sendJson, sendJsonText } from '../web/answer';
import { readBody } from '../web/read-body';
import { textOf } from '../web/text-of';
import { setDiscountCode } from './cart';
import { readDiscountLink } from './discount-link';
import { addedItems, CartError, changeCart, type CartAction } from './change-cart';
import { cartJson, describeCart, lineJson, linesJson } from './describe-cart';
import { readCartFields, type CartFields } from './read-cart-change';

export interface CartRouteDeps {
  readonly world: WorldReader;
  /** Section Rendering API: HTML of each named section for this visitor. */
  renderSections(names: readonly string[]): Promise<Record<string, string>>;
}

/**
 * Shopify's Ajax cart: `/cart.js`, `/cart/add.js`, `/cart/change.js`, `/cart/update.js`, `/cart/clear.js`; without `.js`
 * the same by plain form, which ends on the cart page. `/discount/{code}` as well.
 * @returns false when the path is none of these.
 */
export async function answerCartRequest(
  deps: CartRouteDeps,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  session: Session,
): Promise<boolean> {
  const link = readDiscountLink(url);
  if (link) {
    session.cart = setDiscountCode(session.cart, link.code);
    redirect(response, link.redirect);
    return true;
  }
  const match = /^\/cart(?:\/(add|change|update|clear))?(\.js|\.json)?$/.exec(url.pathname);
  if (!match) return false;
  const [, action, ajax] = match;
  if (!action && (!ajax || request.method !== 'GET')) return false;
  const { world } = deps;
  const currency = world.shop.currency;
  if (!action) {
    sendJsonText(response, cartJson(describeCart(session.cart, world, session.customerId), currency));
    return true;
  }
  try {
    const body = request.method === 'POST' ? await readBody(request) : Buffer.alloc(0);
    const sent = await readCartFields(body, request.headers['content-type'] ?? '');
    const fields = { ...Object.fromEntries(url.searchParams), ...sent };
    session.cart = changeCart(action as CartAction, session.cart, fields, world);
    tellCart(response, session.cart);
    if (!ajax) {
      redirect(response, typeof fields.checkout === 'string' ? '/checkout' : '/cart');
      return true;
    }
    const sections = await askedSections(deps, fields);
    sendJsonText(response, withSections(answerText(action, fields, session, world), sections));
  } catch (error) {
    if (error instanceof SyntaxError) sendJson(response, { status: 400, message: 'Bad Request' }, 400);
    else if (error instanceof CartError && !ajax) redirect(response, '/cart');
    else if (error instanceof CartError) {
      sendJson(response, { status: 422, message: 'Cart Error', description: error.message }, 422);
    } else throw error;
  }
  return true;
}

function answerText(
  action: string,
  fields: CartFields,
  { cart, customerId }: Session,
  world: WorldReader,
): string {
  const described = describeCart(cart, world, customerId);
  if (action !== 'add') return cartJson(described, world.shop.currency);
  const added = addedItems(fields).map((item) => textOf(item.id));
  const lines = described.lines.filter(({ line }) => added.includes(line.variantId));
  return fields.items === undefined && lines[0] ? lineJson(lines[0]) : linesJson(lines);
}

async function askedSections(
  deps: CartRouteDeps,
  fields: CartFields,
): Promise<Record<string, string> | null> {
  const asked = fields.sections;
  if (!asked) return null;
  const names = Array.isArray(asked) ? asked.map(textOf) : textOf(asked).split(',');
  return deps.renderSections(names);
}

function withSections(json: string, sections: Record<string, string> | null): string {
  return sections ? `${json.slice(0, -1)},"sections":${JSON.stringify(sections)}}` : json;
}
