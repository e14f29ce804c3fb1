import type { Ports } from '../../ports';
import type { Shop } from '../../shops/shop';
import type { Letter } from '../kinds';
import { loadLetterhead } from './letterhead-store.server';
import { languageOf } from './locale';
import { previewLetter, SAMPLE_ITEMS } from './preview-letter.server';
import { sampleItems } from './sample-store.server';
import type { TemplateId } from './templates/template';

/** A letter as it is kept, in the shop's own language, with products of the shop. */
export async function loadLetterPreview(
  ports: Pick<Ports, 'db' | 'clock'>,
  shop: Shop,
  template: TemplateId,
): Promise<Letter> {
  const { read } = ports.db;
  const language = languageOf(shop.locale);
  const letterhead = await loadLetterhead(read, shop.id, template, language);
  const items = await sampleItems(read, shop, SAMPLE_ITEMS[template]);
  return previewLetter(shop, { template, language, letterhead, items, now: ports.clock.now() });
}
