import type { DemoConfig } from '../config';
import type { PlacementState } from '../shopify/placements';
import { deskPage } from './desk-page';

/** One thing the merchant can place, as a line with a switch. */
interface Place {
  readonly key: 'shelfOnHome' | 'embedOn' | 'reminderOnThankYou' | 'reminderOnOrderStatus';
  readonly label: string;
  readonly where: string;
}

const THEME_PLACES: readonly Place[] = [
  { key: 'shelfOnHome', label: 'Refill shelf', where: 'App block in the home page’s apps section' },
  { key: 'embedOn', label: 'Remember this browser', where: 'App embed on all pages' },
];

const CHECKOUT_PLACES: readonly Place[] = [
  { key: 'reminderOnThankYou', label: 'Refill reminder', where: 'Thank-you page' },
  { key: 'reminderOnOrderStatus', label: 'Refill reminder', where: 'Order status page' },
];

/**
 * The theme editor. A deep link's `addAppBlockId` or `activateAppId` (`{client id}/{block}`) asks for one of the places:
 * it is switched on in the form, and kept once saved, as in Shopify's editor.
 */
export function themeEditorPage(config: DemoConfig, placed: PlacementState, url: URL): string {
  const asked = new Set<string>();
  if (url.searchParams.has('addAppBlockId')) asked.add('shelfOnHome');
  if (url.searchParams.has('activateAppId')) asked.add('embedOn');
  return editorPage(config, {
    title: 'Theme editor',
    words: 'Home page of the theme Corner',
    places: THEME_PLACES,
    placed,
    asked,
    saved: url.searchParams.has('saved'),
    preview: `${config.urls.storefront}/?design_mode=1&preview=${[...asked].join(',')}#shopify-section-apps`,
  });
}

/** @param sampleToken checkout token of an order to preview; null while nobody has bought anything. */
export function checkoutEditorPage(
  config: DemoConfig,
  placed: PlacementState,
  url: URL,
  sampleToken: string | null,
): string {
  const page = url.searchParams.get('page') ?? '';
  const asked = url.searchParams.has('addAppBlockId') || page ? [askedPlace(page)] : [];
  return editorPage(config, {
    title: 'Checkout editor',
    words: 'Pages after the purchase',
    places: CHECKOUT_PLACES,
    placed,
    asked: new Set(asked),
    saved: url.searchParams.has('saved'),
    preview: sampleToken && `${config.urls.storefront}/checkouts/${sampleToken}/thank-you?design_mode=1`,
  });
}

/** Reads the form: a switch that is off is not sent. */
export function placementsFrom(form: URLSearchParams): Partial<PlacementState> {
  const known = [...THEME_PLACES, ...CHECKOUT_PLACES].filter(({ key }) => form.has(`has_${key}`));
  return Object.fromEntries(known.map(({ key }) => [key, form.get(key) === 'on']));
}

function askedPlace(page: string): string {
  return page === 'order-status' ? 'reminderOnOrderStatus' : 'reminderOnThankYou';
}

interface Editor {
  readonly title: string;
  readonly words: string;
  readonly places: readonly Place[];
  readonly placed: PlacementState;
  readonly asked: ReadonlySet<string>;
  readonly saved: boolean;
  readonly preview: string | null;
}

function editorPage(config: DemoConfig, editor: Editor): string {
  const switches = editor.places.map(({ key, label, where }) => {
    const on = editor.placed[key] || editor.asked.has(key);
    return `<label class="switch"><input type="checkbox" name="${key}" value="on"${on ? ' checked' : ''}>
<input type="hidden" name="has_${key}" value="1"><span><strong>${label}</strong>${where}</span></label>`;
  });
  const unsaved = [...editor.asked].some((key) => !editor.placed[key as Place['key']]);
  return deskPage({
    title: editor.title,
    current: 'editor',
    main: `<div class="editor">
<form class="editor__side" method="post">
<header class="head"><h1>${editor.title}</h1><p>${editor.words}</p></header>
${editor.saved ? '<p class="note" role="status">Saved.</p>' : ''}
${unsaved ? '<p class="note note--ask" role="status">Added. Save to keep it.</p>' : ''}
${switches.join('')}
<button>Save</button>
<p><a href="/admin/apps/${config.appHandle}">Back to Larder</a></p>
</form>
${
  editor.preview
    ? `<iframe class="editor__preview" src="${editor.preview}" title="Preview"></iframe>`
    : '<div class="editor__preview editor__preview--none"><p>Buy something in the storefront to see the page after the purchase.</p></div>'
}
</div>`,
  });
}
