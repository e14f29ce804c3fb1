import type { Placements } from '../../shopify/placements';
import { renderAppBlock, type RenderedBlock } from '../blocks/render-app-block';
import type { ThemeExtension } from '../blocks/theme-extension';
import { isPublished } from '../drops/product-drops';
import type { ShopifyLiquid } from '../liquid/create-liquid';
import type { ThemeName } from '../themes/open-theme';
import { contentForHeader } from './content-for-header';
import { appContext, pageContext, type PageRequest, type ShopData } from './page-context';

export interface PageRenderer {
  /** A whole page: template, app blocks and embeds, layout. `own` adds what only this template knows. */
  page(request: PageRequest, own?: object): Promise<string>;
  /** Sections alone, by name, for the Section Rendering API. */
  sections(request: PageRequest, names: readonly string[]): Promise<Record<string, string>>;
  /** Liquid that came from an app, in the theme's context; without `{% layout none %}` inside the layout. */
  appLiquid(request: PageRequest, source: string): Promise<string>;
}

export interface PageRendererDeps {
  readonly data: ShopData;
  readonly themes: ReadonlyMap<ThemeName, ShopifyLiquid>;
  readonly extension: ThemeExtension;
  readonly placements: Placements;
}

/** The shelf's place on the home page and the embed's place on all pages carry fixed ids, as a saved theme does. */
const SHELF = { block: 'refill-shelf', id: 'AcornerShelf01' };
const EMBED = { block: 'visitor-embed', id: 'AcornerEmbed01' };

export function createPageRenderer({ data, themes, extension, placements }: PageRendererDeps): PageRenderer {
  const themeOf = ({ session }: PageRequest): ShopifyLiquid => {
    const theme = themes.get(session.theme);
    if (!theme) throw new Error(`There is no theme ${session.theme}.`);
    return theme;
  };
  const blocksFor = async (request: PageRequest, context: object) => {
    const placed = { ...placements.get(), ...request.unsaved };
    const surroundings = {
      template: request.template,
      designMode: request.designMode,
      context: { ...context, ...appContext(data) },
      resource: (type: string, value: unknown) => resourceOf(data, type, value),
    };
    const wanted = [
      ...(placed.shelfOnHome && request.template === 'index'
        ? [{ ...SHELF, settings: placed.shelfSettings }]
        : []),
      ...(placed.embedOn ? [{ ...EMBED, settings: {} }] : []),
    ];
    const rendered = await Promise.all(wanted.map((each) => renderAppBlock(extension, each, surroundings)));
    return rendered.filter((block): block is RenderedBlock => block !== null);
  };
  const inLayout = (
    request: PageRequest,
    context: object,
    blocks: readonly RenderedBlock[],
    body: string,
  ) => {
    const html = (...targets: string[]) =>
      blocks.filter((block) => targets.includes(block.target)).map((block) => block.html);
    const head = [...new Set(blocks.map((block) => block.headTags)), ...html('head', 'compliance_head')].join(
      '\n',
    );
    return themeOf(request)
      .renderFile('layout/theme', {
        ...context,
        content_for_header: contentForHeader(data.world.shop, request.designMode, head),
        content_for_layout: body,
      })
      .then((page) => page.replace('</body>', () => `${html('body').join('\n')}\n</body>`));
  };
  return {
    async page(request, own = {}) {
      const context = { ...pageContext(data, request), ...own };
      const blocks = await blocksFor(request, context);
      const body = await themeOf(request).renderFile(`templates/${request.template}`, {
        ...context,
        section_blocks: {
          apps: blocks.filter((block) => block.target === 'section'),
        },
      });
      return inLayout(request, context, blocks, body);
    },
    async sections(request, names) {
      const context = pageContext(data, request);
      const known = names.filter((name) => /^[\w-]+$/.test(name));
      const rendered = await Promise.all(
        known.map(
          async (name) =>
            [name, await themeOf(request).renderText(`{% section '${name}' %}`, context)] as const,
        ),
      );
      return Object.fromEntries(rendered);
    },
    async appLiquid(request, source) {
      const bare = source.replace(/^\s*\{%-?\s*layout\s+none\s*-?%\}/, '');
      const context = { ...pageContext(data, request), ...appContext(data) };
      const body = await themeOf(request).renderText(bare, context);
      return bare === source ? inLayout(request, context, await blocksFor(request, context), body) : body;
    },
  };
}

function resourceOf({ world, drops, collections }: ShopData, type: string, value: unknown): unknown {
  if (typeof value !== 'string' || value === '') return null;
  if (type === 'collection') return collections.drop(value) ?? null;
  const product = world.productByHandle(value);
  return product && isPublished(product) ? drops.of(product) : null;
}
