import type { Customer, World } from '../../world/types';
import { describeCart } from '../cart/describe-cart';
import { emptyCart } from '../cart/cart';
import { hasOnlyDefaultVariant } from '../drops/product-drops';
import { escapeHtml } from '../web/escape-html';
import { checkoutShell, type SummaryLine } from './checkout-shell';
import type { Checkout } from './checkouts';
import { discountForBuyer, discountWords, type DiscountForBuyer } from '../cart/cart-discount';
import { buyerOf, type Contact } from './place-order';

/** The one-page checkout: contact, delivery, a pretend payment. */
export function checkoutPage(
  world: World,
  checkout: Checkout,
  filled: Contact,
  problem: string | null,
): string {
  const signedIn = checkout.customerId ? world.customer(checkout.customerId) : undefined;
  const buyer = buyerOf(world, checkout, filled);
  const discount = discountForBuyer(world, checkout.discountCode, checkout.lines, buyer?.id ?? null);
  return checkoutShell(world.shop, {
    title: 'Checkout',
    discount,
    lines: linesOf(world, checkout),
    main: `<h1 class="visually-hidden">Checkout</h1>
${problem ? `<p class="problem" role="alert">${escapeHtml(problem)}</p>` : ''}
<form method="post" action="/checkouts/${checkout.token}">
<section><h2>Contact</h2>${signedIn ? knownContact(signedIn) : typedContact(filled)}${newsBox(signedIn, filled)}</section>
<section><h2>Delivery</h2>
<div class="pair">${field('first_name', 'First name', 'given-name', filled.firstName)}${field('last_name', 'Last name', 'family-name', filled.lastName)}</div>
${field('address1', 'Address', 'street-address', '')}
<div class="pair">${field('zip', 'Postal code', 'postal-code', '')}${field('city', 'City', 'address-level2', '')}</div>
</section>
<section><h2>Payment</h2><p class="box">This is a pretend shop. Nothing is charged and nothing is sent.</p></section>
<button class="pay" type="submit">Pay now</button>
${discountBox(checkout.discountCode, discount)}
</form>`,
  });
}

function knownContact(customer: Customer): string {
  return `<div class="box box--row"><span>${escapeHtml(customer.email ?? '')}</span><a href="/account">Your account</a></div>`;
}

function typedContact(filled: Contact): string {
  return `<p class="aside"><a href="/account/login">Sign in</a></p>${field('email', 'Email', 'email', filled.email, 'email')}`;
}

/** Never ticked for the buyer. Who is subscribed already is not asked again. */
function newsBox(signedIn: Customer | undefined, filled: Contact): string {
  if (signedIn?.marketing === 'SUBSCRIBED') return '';
  return `<label class="aside"><input type="checkbox" name="accepts_marketing"${filled.acceptsMarketing ? ' checked' : ''}> Email me news and offers</label>`;
}

function discountBox(typed: string | null, discount: DiscountForBuyer | null): string {
  return `<section><h2>Discount</h2>
<label class="field"><span>Discount code</span><input name="discount" autocomplete="off" value="${escapeHtml(typed ?? '')}"></label>
${discount ? `<p class="aside" role="status">${escapeHtml(discountWords(discount))}</p>` : ''}
<button class="pay pay--quiet" type="submit" name="intent" value="apply" formnovalidate>Apply</button></section>`;
}

function field(name: string, label: string, autocomplete: string, value: string, type = 'text'): string {
  const required = name === 'email' || name === 'last_name' ? ' required' : '';
  return `<label class="field"><span>${label}</span><input type="${type}" name="${name}" autocomplete="${autocomplete}" value="${escapeHtml(value)}"${required}></label>`;
}

function linesOf(world: World, checkout: Checkout): SummaryLine[] {
  return describeCart({ ...emptyCart(), lines: checkout.lines }, world).lines.map((each) => ({
    title: each.product.title,
    variantTitle: hasOnlyDefaultVariant(each.product) ? null : each.variant.title,
    quantity: each.line.quantity,
    image: each.product.imagePath,
    totalMinor: each.linePriceMinor,
  }));
}
