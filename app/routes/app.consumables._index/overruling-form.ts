import { z } from 'zod';
import { parseId } from '../../shopify/gid';
import { VERDICT_VIEWS, type VerdictSelection } from '../../consumables/verdict-view';

const SAYS = ['yes', 'no', 'model'] as const;

export type Says = (typeof SAYS)[number];

/** What the merchant says about which products: some ids, or everything that a view and a search find. */
export type Overruling =
  | { readonly intent: 'overrule'; readonly says: Says; readonly ids: string }
  | { readonly intent: 'overrule-all'; readonly says: Says; readonly view: string; readonly search: string }
  | { readonly intent: 'undo'; readonly changeId: string };

const ids = z
  .string()
  .transform((text) => text.split(',').map(parseId))
  .pipe(z.array(z.bigint()).min(1).max(100));

export const overrulingForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('overrule'),
    says: z.enum(SAYS),
    ids,
  }),
  z.object({
    intent: z.literal('overrule-all'),
    says: z.enum(SAYS),
    view: z.enum(VERDICT_VIEWS),
    search: z.string().max(100),
  }),
  z.object({ intent: z.literal('undo'), changeId: z.string().min(1).max(64) }),
]);

export const MERCHANT_SAYS = { yes: true, no: false, model: null } as const;

export type OverrulingForm = z.output<typeof overrulingForm>;

export function selectionOf(form: Exclude<OverrulingForm, { intent: 'undo' }>): VerdictSelection {
  return form.intent === 'overrule' ? { productIds: form.ids } : { view: form.view, search: form.search };
}
