import { convert, type FormatCallback } from 'html-to-text';

/** `Reorder: https://…`, and below what a link lies around its address; one that leads nowhere is only its words. */
const link: FormatCallback = (element, walk, builder) => {
  const href = (element.attribs as Readonly<Record<string, string>>).href ?? '#';
  const address = href === '#' ? '' : href;
  const isAround = element.children.some((child) => child.name === 'div');
  if (isAround) builder.openBlock({ leadingLineBreaks: 2 });
  walk(element.children, builder);
  if (isAround) {
    builder.addInline(address, { noWordTransform: true });
    builder.closeBlock({ trailingLineBreaks: 2 });
  } else if (address !== '') builder.addInline(`: ${address}`, { noWordTransform: true });
};

/** The text part of a letter, from the very HTML that goes out beside it. */
export function textOf(html: string): string {
  const text = convert(html, {
    wordwrap: false,
    formatters: { link },
    selectors: [
      { selector: 'a', format: 'link' },
      { selector: 'img', format: 'skip' },
      { selector: '[data-skip-in-text=true]', format: 'skip' },
      { selector: 'h1', format: 'heading', options: { uppercase: false } },
      { selector: 'p', format: 'paragraph', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    ],
  });
  return `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}
