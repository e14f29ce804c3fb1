import { overruleVerdicts, undoOverruling } from '../../consumables/overrule.server';
import type { Ports } from '../../ports';
import type { Answer } from '../../ui/answer';
import { countOf } from '../../ui/format-values';
import { MERCHANT_SAYS, selectionOf, type OverrulingForm, type Says } from './overruling-form';

export interface OverrulingAnswer extends Answer {
  /** Names the change to undo; null when nothing changed. */
  readonly changeId?: string | null;
}

/** Does what a list or a product's page sent, and says what became of it. */
export async function answerOverruling(
  ports: Ports,
  shopId: number,
  form: OverrulingForm,
): Promise<OverrulingAnswer> {
  const at = Date.now();
  if (form.intent === 'undo') {
    const restored = await undoOverruling(ports, shopId, form.changeId);
    const message =
      restored === 0 ? 'There is nothing left to undo' : `Undone: ${countOf(restored, 'product')} as before`;
    return { message, at, changeId: null };
  }
  const { says } = form;
  const about = { shopId, selection: selectionOf(form), merchantSays: MERCHANT_SAYS[says] };
  const { changed, changeId } = await overruleVerdicts(ports, about);
  if (changed === 0) return { message: 'Nothing to change: it was so already', at, changeId: null };
  return { message: WORDS[says](changed), at, changeId };
}

const WORDS: Readonly<Record<Says, (products: number) => string>> = {
  yes: (products) =>
    `${countOf(products, 'product')} counted as ${products === 1 ? 'a consumable' : 'consumables'}`,
  no: (products) =>
    `${countOf(products, 'product')} no longer counted as ${products === 1 ? 'a consumable' : 'consumables'}`,
  model: (products) => `Larder decides again about ${countOf(products, 'product')}`,
};
