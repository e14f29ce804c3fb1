import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Shop } from '../../shops/shop';
import { dayInWords } from '../../values-in-words';
import type { Letter, MailAddresses } from '../kinds';
import { ButtonBlock } from './blocks/button-block';
import { DiscountBlock } from './blocks/discount-block';
import { FooterBlock } from './blocks/footer-block';
import type { ShownItem } from './blocks/item-words';
import { ItemRows, ItemsGrid } from './blocks/items-blocks';
import { GreetingBlock, PictureBlock, TextBlock } from './blocks/text-blocks';
import { fieldValues } from './field-values';
import { LetterFrame } from './letter-frame';
import { textOf } from './letter-text';
import { blocksOf, defaultWording, type Letterhead } from './letterhead';
import { formatLocale, languageOf } from './locale';
import { fillFields, namesItems } from './templates/merge-fields';
import { TEMPLATES, type BlockName, type TemplateId } from './templates/template';
import { WORDS } from './templates/words';

export interface LetterDiscount {
  readonly code: string;
  /** In the letter's language: `10%`, `5,00 €`. */
  readonly amount: string;
  /** Local day, the last on which it works. */
  readonly expiresOn: number;
}

export interface TemplateFacts {
  readonly shop: Shop;
  readonly letterhead: Letterhead;
  /** The order's: decides on language, dates and money. */
  readonly locale: string;
  /** Foremost first; of a letter without items none is shown. */
  readonly items: readonly ShownItem[];
  readonly discount: LetterDiscount | null;
  readonly addresses: MailAddresses;
  /** Local day on which the reminder was asked for, or the order placed. */
  readonly sinceOn: number;
  readonly todayOn: number;
}

/** Writes one of our letters as the shop words and brands it. The text part is read off the HTML. */
export function composeFromTemplate(id: TemplateId, facts: TemplateFacts): Letter {
  const { shop, letterhead, locale, items, addresses } = facts;
  const language = languageOf(locale);
  const way = formatLocale(locale, shop.currency);
  const template = TEMPLATES[id];
  const common = WORDS[language];
  const standard = common.letters[id];
  const wording = letterhead.wording ?? defaultWording(common, id);
  const values = fieldValues({ ...facts, language, way });
  const fill = (words: string) => fillFields(words, values);
  // Where others may read over the shoulder, sensitive goods are not named.
  const isSensitive = items.some((item) => item.isSensitive);
  const inPublic = (words: string, neutral: string) =>
    singleLine(fill(isSensitive && namesItems(words) ? neutral : words));
  const subject = inPublic(wording.subject, standard.neutralSubject);
  const preheader = inPublic(wording.preheader, standard.preheader);
  const isAllChosen = items.length > 0 && items.every((item) => item.requiresSellingPlan);
  const money = { way, currency: shop.currency };

  const block = (name: BlockName): ReactNode => {
    switch (name) {
      case 'picture':
        return wording.pictureUrl ? (
          <PictureBlock url={wording.pictureUrl} alt={fill(wording.pictureAlt)} />
        ) : null;
      case 'greeting':
        return wording.greeting ? <GreetingBlock>{fill(wording.greeting)}</GreetingBlock> : null;
      case 'intro':
        return <TextBlock words={fill(wording.intro)} />;
      case 'items':
        if (template.items === 'none') return null;
        return template.items === 'grid' ? (
          <ItemsGrid items={items} {...money} />
        ) : (
          <ItemRows items={items} {...money} choose={isAllChosen ? null : common.choose} />
        );
      case 'discount':
        return facts.discount ? (
          <DiscountBlock
            off={common.discount.off(facts.discount.amount)}
            codeLabel={common.discount.code}
            code={facts.discount.code}
            until={common.discount.until(dayInWords(way, facts.discount.expiresOn, facts.todayOn))}
          />
        ) : null;
      case 'button':
        return (
          <ButtonBlock
            href={addresses.reorder}
            words={template.items === 'rows' && isAllChosen ? common.choose : fill(wording.button)}
            look={letterhead.look}
            later={addresses.snooze === null ? null : { href: addresses.snooze, words: common.later }}
          />
        );
      case 'outro':
        return <TextBlock words={fill(wording.outro)} />;
      case 'footer':
        return (
          <FooterBlock
            why={fill(standard.why)}
            unsubscribe={{ href: addresses.unsubscribe, words: common.stop[template.kind] }}
            choices={{ href: addresses.choices, words: common.choices }}
            own={letterhead.look.footer}
            sentBy={common.sentBy}
            shop={shop}
          />
        );
    }
  };
  const places = blocksOf(id, letterhead.blocks).filter((place) => !place.isHidden);
  const html = renderToStaticMarkup(
    <LetterFrame
      language={language}
      title={subject}
      preheader={preheader}
      shopName={shop.name}
      look={letterhead.look}
      footer={block('footer')}
    >
      {places.map(({ name }) => name !== 'footer' && <div key={name}>{block(name)}</div>)}
    </LetterFrame>,
  );
  return { subject, html: `<!doctype html>${html}`, text: textOf(html) };
}

/** Subjects are headers: whatever a title holds, it stays in its line. */
function singleLine(words: string): string {
  return words
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
