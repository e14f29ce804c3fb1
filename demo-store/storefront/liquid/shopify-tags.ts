import {
  Tag,
  type Context,
  type Emitter,
  type Liquid,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs';
import { escapeHtml } from '../web/escape-html';

/** Tags whose body is not Liquid and prints nothing where it stands. */
const SILENT = ['schema', 'stylesheet', 'javascript', 'doc'] as const;

/** Shopify's tags that liquidjs lacks: schema, stylesheet, javascript, doc, style, form, section and app blocks. */
export function registerShopifyTags(engine: Liquid): void {
  for (const name of SILENT) {
    engine.registerTag(
      name,
      class extends Tag {
        constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
          super(token, rest, liquid);
          skipTo(`end${name}`, rest);
        }
        override render(): void {}
      },
    );
  }
  engine.registerTag(
    'style',
    wrapping('style', () => ['<style data-shopify>', '</style>']),
  );
  engine.registerTag('form', wrapping('form', openForm));
  engine.registerTag('section', SectionTag);
  engine.registerTag('app_block', AppBlockTag);
}

/**
 * Rewrites what liquidjs would read differently: `{% render block %}` (an app block in its slot) and a divisor with a
 * decimal point, which Shopify takes as a float and JavaScript cannot tell from a whole number.
 */
export function prepareSource(source: string): string {
  return source
    .replace(/\{%(-?)\s*render\s+block\s*(-?)%\}/g, '{%$1 app_block block $2%}')
    .replace(/\bdivided_by:(\s*\d+\.\d+)/g, 'divided_by_float:$1');
}

function skipTo(end: string, rest: TopLevelToken[]): void {
  for (let token = rest.shift(); token; token = rest.shift()) {
    if ((token as TagToken).name === end) return;
  }
  throw new Error(`tag ${end} is missing`);
}

function wrapping(name: string, tags: (args: string, liquid: Liquid, context: Context) => [string, string]) {
  return class extends Tag {
    readonly templates: Template[] = [];
    readonly args: string;
    constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
      super(token, rest, liquid);
      this.args = token.args;
      const stream = liquid.parser.parseStream(rest);
      stream
        .on(`tag:end${name}`, () => stream.stop())
        .on('template', (template: Template) => void this.templates.push(template))
        .on('end', () => {
          throw new Error(`tag end${name} is missing`);
        })
        .start();
    }
    override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const [open, close] = tags(this.args, this.liquid, context);
      emitter.write(open);
      yield this.liquid.renderer.renderTemplates(this.templates, context, emitter);
      emitter.write(close);
    }
  };
}

/** `{% form 'product', product, class: '…' %}`: the forms this storefront has an address for. */
function openForm(args: string): [string, string] {
  const type = /^\s*'([\w-]+)'/.exec(args)?.[1] ?? '';
  const action = { product: '/cart/add', cart: '/cart', customer_login: '/account/login' }[type] ?? '/';
  const attributes = [...args.matchAll(/([\w-]+):\s*'([^']*)'/g)]
    .map(([, name = '', value = '']) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
  return [
    `<form method="post" action="${action}" accept-charset="UTF-8"${attributes}><input type="hidden" name="form_type" value="${escapeHtml(type)}" />`,
    '</form>',
  ];
}

/** `{% section 'name' %}`: renders `sections/name.liquid` in a wrapper, with `section.blocks` from the page's context. */
class SectionTag extends Tag {
  readonly section: string;
  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid);
    this.section = /'([\w-]+)'/.exec(token.args)?.[1] ?? '';
  }
  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const blocks = (yield context._get(['section_blocks', this.section])) ?? [];
    const templates = (yield this.liquid._parseFile(`sections/${this.section}`, context.sync)) as Template[];
    emitter.write(`<div id="shopify-section-${this.section}" class="shopify-section">`);
    context.push({ section: { id: this.section, blocks, settings: {} } });
    yield this.liquid.renderer.renderTemplates(templates, context, emitter);
    context.pop();
    emitter.write('</div>');
  }
}

/** Writes an app block that was rendered beforehand with its own extension's files. */
class AppBlockTag extends Tag {
  readonly variable: string;
  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid);
    this.variable = token.args.trim();
  }
  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const block = (yield context._get([this.variable])) as { html?: string } | undefined;
    emitter.write(block?.html ?? '');
  }
}
