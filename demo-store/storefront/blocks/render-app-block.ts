import { escapeHtml } from '../web/escape-html';
import type { BlockSchema, ThemeExtension } from './theme-extension';

export interface PlacedBlock {
  readonly block: string; // file name below blocks/, without .liquid
  readonly id: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface RenderedBlock {
  readonly id: string;
  readonly target: BlockSchema['target'];
  readonly html: string;
  /** Stylesheet and script of the schema, as Shopify puts them into the page's head. */
  readonly headTags: string;
}

export interface BlockSurroundings {
  readonly template: string;
  readonly designMode: boolean;
  readonly context: object;
  /** Turns the stored value of a `product` or `collection` setting into what Liquid sees. */
  resource(type: string, value: unknown): unknown;
}

/**
 * Renders one app block or embed as Shopify does: schema defaults under the placed settings, its own translations and
 * assets, a wrapper for blocks that stand in the page.
 * @returns null when the block does not exist, is not enabled on this template, or its `available_if` says no.
 */
export async function renderAppBlock(
  extension: ThemeExtension,
  placed: PlacedBlock,
  page: BlockSurroundings,
): Promise<RenderedBlock | null> {
  const schema = extension.schema(placed.block);
  if (!schema || !enabledOn(schema, page.template)) return null;
  if (!(await available(extension, schema, page.context))) return null;
  const identity = { id: placed.id, type: placed.block };
  const block = {
    ...identity,
    settings: settingsOf(schema, placed.settings, page),
    shopify_attributes: page.designMode
      ? `data-shopify-editor-block="${escapeHtml(JSON.stringify(identity))}"`
      : '',
  };
  const body = await extension.render(placed.block, { ...page.context, block });
  const inPage = schema.target === 'section' || schema.target === 'body';
  return {
    id: placed.id,
    target: schema.target,
    html: inPage
      ? `<div id="shopify-block-${placed.id}" class="shopify-block shopify-app-block">${body}</div>`
      : body,
    headTags: headTags(extension, schema),
  };
}

function enabledOn(schema: BlockSchema, template: string): boolean {
  const only = schema.enabled_on?.templates;
  const never = schema.disabled_on?.templates;
  const names = (list: readonly string[]) => list.includes('*') || list.includes(template);
  return (!only || names(only)) && !(never && names(never));
}

async function available(extension: ThemeExtension, schema: BlockSchema, context: object): Promise<boolean> {
  const expression = /\{\{-?\s*(.+?)\s*-?\}\}/.exec(schema.available_if ?? '')?.[1];
  if (!expression) return true;
  return (await extension.renderText(`{% if ${expression} %}yes{% endif %}`, context)) === 'yes';
}

function settingsOf(schema: BlockSchema, edited: PlacedBlock['settings'], page: BlockSurroundings) {
  const settings: Record<string, unknown> = {};
  for (const setting of schema.settings ?? []) {
    if (!setting.id) continue;
    const value = edited[setting.id] ?? setting.default ?? null;
    settings[setting.id] =
      setting.type === 'product' || setting.type === 'collection'
        ? page.resource(setting.type, value)
        : value;
  }
  return settings;
}

function headTags(extension: ThemeExtension, schema: BlockSchema): string {
  const script = schema.javascript
    ? `<script src="${extension.assetUrl(schema.javascript)}" type="text/javascript" defer="defer"></script>`
    : '';
  const style = schema.stylesheet
    ? `<link href="${extension.assetUrl(schema.stylesheet)}" rel="stylesheet" type="text/css" media="all">`
    : '';
  return script + style;
}
