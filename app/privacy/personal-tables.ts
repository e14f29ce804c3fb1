import { SKIPPED_DAYS } from '../follow-ups/kept-days';
import { FAILED_DAYS } from '../jobs/failed-days';
import { LINK_DAYS } from '../mail/links/link-days';
import { REJECTS_DAYS, REQUESTS_DAYS, UNREAD_HOURS } from '../orders/upload/kept-days';
import type { PersonalTable } from './register-entry';

const UNTIL_THE_SHOP_LEFT = 'Until the shop has left (48 hours after uninstalling).';
const UNTIL_ERASED = 'Until the shopper is erased or the shop has left (48 hours after uninstalling).';

/** Tables that hold something about a shopper: what, why, and for how long. */
export const PERSONAL_TABLES = {
  InboxMessage: {
    owner: 'orders',
    personal: true,
    what: 'Order id; for requests about privacy also the customer id and keyed hashes of email address and telephone number.',
    why: 'To do once, and surely, what a webhook announced.',
    howLong: `What it names is forgotten when it is worked off; a data request stays for ${REQUESTS_DAYS} days, so that it can be answered.`,
  },
  DirtyOrder: {
    owner: 'orders',
    personal: true,
    what: 'Id of an order that changed.',
    why: 'To read it again.',
    howLong: 'Minutes: until it has been read.',
  },
  Order: {
    owner: 'orders',
    personal: true,
    what: 'Customer id, the browser’s random id, checkout token, day and amount; of an uploaded order without an email address a keyed hash of the telephone number; where the visit came from and the kind of page it began on.',
    why: 'To know what was bought by whom, and to count whether Larder helps.',
    howLong: UNTIL_ERASED,
  },
  Purchase: {
    owner: 'orders',
    personal: true,
    what: 'What was bought, by customer id and the browser’s random id, or by a keyed hash of the telephone number in an uploaded order.',
    why: 'To forecast when it runs out.',
    howLong: UNTIL_ERASED,
  },
  OrderImport: {
    owner: 'orders',
    personal: true,
    what: 'How far an uploaded order export has been read. The file beside it, encrypted, holds what Shopify wrote into it: names, addresses, email addresses, telephone numbers.',
    why: 'To take in orders from before Larder was installed. The email address serves to ask Shopify for the customer’s id; of a buyer only that id is kept, or a keyed hash of the telephone number where there is no email address.',
    howLong: `The file goes as soon as it has been read or stopped, after ${UNREAD_HOURS} hours when it cannot be read. How many orders it brought stays until the shop has left.`,
  },
  ImportReject: {
    owner: 'orders',
    personal: true,
    what: 'Number of an order in an uploaded file whose line could not be taken, and why. Nothing else that stands in the line.',
    why: 'So that the merchant can mend the file.',
    howLong: `${REJECTS_DAYS} days after the upload has ended; an erasure of any customer removes all of them.`,
  },
  ShopperKey: {
    owner: 'shoppers',
    personal: true,
    what: 'Customer id, the browser’s random id, or checkout token.',
    why: 'To recognise a shopper, and to count each one once.',
    howLong: UNTIL_THE_SHOP_LEFT,
    remains: 'A random id with no way back.',
  },
  ShopperLink: {
    owner: 'shoppers',
    personal: true,
    what: 'Which customer, browser and checkout belong together, and the fact that says so.',
    why: 'To count each shopper once, and to keep an off switch on every device.',
    howLong: UNTIL_ERASED,
  },
  OptOut: {
    owner: 'shoppers',
    personal: true,
    what: 'What a shopper has switched off.',
    why: 'To respect it.',
    howLong: UNTIL_ERASED,
  },
  Assignment: {
    owner: 'holdout',
    personal: true,
    what: 'The side of a random draw on which a shopper is.',
    why: 'To compare shoppers who met Larder with those who did not.',
    howLong: UNTIL_THE_SHOP_LEFT,
    remains: 'The side, with a random id.',
  },
  Exposure: {
    owner: 'holdout',
    personal: true,
    what: 'When a tactic would have acted for a shopper, and about which products.',
    why: 'To count whether it helps, and to keep the weekly cap.',
    howLong: UNTIL_THE_SHOP_LEFT,
    remains: 'The side and the time, with a random id.',
  },
  Forecast: {
    owner: 'refills',
    personal: true,
    what: 'What a shopper may need again, and when.',
    why: 'The shelf and the reminder show it.',
    howLong: UNTIL_ERASED,
  },
  ShelfEvent: {
    owner: 'storefront',
    personal: true,
    what: 'What a shopper did with a shelf.',
    why: 'To count how often a shelf is seen, used and sent away.',
    howLong: UNTIL_ERASED,
  },
  Reminder: {
    owner: 'reminders',
    personal: true,
    what: 'The product and day a shopper wishes to be reminded of, the customer id of the session that set it, and the email address of the order, encrypted.',
    why: 'To send the one mail that was asked for.',
    howLong: UNTIL_ERASED,
    sealed: { columns: ['email'], shop: 'shopId', row: 'id' },
  },
  WaitingOffer: {
    owner: 'reminders',
    personal: true,
    what: 'What a guest was offered after a checkout: its token, the browser’s random id, products and days.',
    why: 'To count the offer once its order has come.',
    howLong: 'Until the order comes; a week at most.',
  },
  FollowUp: {
    owner: 'follow-ups',
    personal: true,
    what: 'An order and its customer’s id, the moment at which a two-week email could be due and what came of it, the items it speaks of, a discount code, and the email address of the customer’s record, encrypted.',
    why: 'To write once, at that moment, and to say why somebody was or was not written to.',
    howLong: `The address until the email went out or never will; what was skipped ${SKIPPED_DAYS} days; the rest until the shopper is erased or the shop has left (48 hours after uninstalling).`,
    sealed: { columns: ['email'], shop: 'shopId', row: 'id' },
  },
  Message: {
    owner: 'mail',
    personal: true,
    what: 'That a mail was sent, to a keyed hash of the address.',
    why: 'Never to send it twice, and to keep the weekly cap.',
    howLong: UNTIL_ERASED,
  },
  MailLink: {
    owner: 'mail',
    personal: true,
    what: 'Hash of a link’s token, and what was chosen there.',
    why: 'Snooze and unsubscribe work without signing in.',
    howLong: `A link that puts a mail off works for ${LINK_DAYS.snooze} days, one that unsubscribes for ${LINK_DAYS.unsubscribe}; the row goes with its mail.`,
  },
  Suppression: {
    owner: 'mail',
    personal: true,
    what: 'Keyed hash of an address that wants no mail.',
    why: 'An unsubscription must outlive everything else we know of somebody.',
    howLong: UNTIL_THE_SHOP_LEFT,
    remains: 'The keyed hash, so that the address gets no mail again.',
  },
  Outcome: {
    owner: 'results',
    personal: true,
    what: 'What a shopper bought and did after an exposure, as counts, sums and days, with the id of the first order.',
    why: 'To count whether Larder helps.',
    howLong: UNTIL_THE_SHOP_LEFT,
    remains: 'The counts, sums and days, with a random id.',
  },
  Tombstone: {
    owner: 'orders',
    personal: true,
    what: 'Keyed hash of a customer, order or browser id, of a checkout token, or of an email address or telephone number, that was erased.',
    why: 'So that late deliveries do not bring back what was erased.',
    howLong: UNTIL_THE_SHOP_LEFT,
    remains: 'The keyed hashes: they come with an erasure.',
  },
  Job: {
    owner: 'jobs',
    personal: true,
    what: 'Ids of orders, or of the customer to be erased, in work that waits.',
    why: 'To do it once, and surely.',
    howLong: `Minutes: until it is done. What failed stays for ${FAILED_DAYS} days and is emptied at an erasure; an erasure that failed stays until it is done.`,
  },
} satisfies Record<string, PersonalTable>;
