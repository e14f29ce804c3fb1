import { formatPackSize } from '../../catalogue/pack-size';
import { sizeFinding, type SizeFinding } from '../../catalogue/size-finding';
import { sizeMultiples, sizeTimes } from '../../catalogue/size-multiples';
import { loadWords } from '../../consumables/overruling-store.server';
import { loadVerdict, type VerdictLine } from '../products/verdict-line-store.server';
import type { Ports } from '../../ports';
import { dayToIso, localDay } from '../../shops/local-day';
import { comeBack, type ComeBack } from '../model/come-back';
import { dueWeeks } from './due-weeks';
import { GAPS_PER_BUYER } from '../fold/rhythm';
import {
  loadBuyerDays,
  loadDueDays,
  loadKeptRhythm,
  loadVariants,
  type KeptRhythm,
} from './product-evidence-store.server';

export interface ProductEvidence extends Omit<
  VerdictLine,
  'productId' | 'overruledAt' | 'curve' | 'quartileDays'
> {
  /** Decimal. */
  readonly productId: string;
  /** Counted over the product's own buyers. */
  readonly comeBack: ComeBack;
  /** At most so many of one buyer's gaps are counted. */
  readonly gapsPerBuyer: number;
  /** What forecasts start from; null for what is no consumable. */
  readonly rhythm: KeptRhythm | null;
  readonly variants: readonly VariantEvidence[];
  /** The hygiene finding that a consumable's size is meant but cannot be read; null without. */
  readonly unreadSize: SizeFinding | null;
  /** What the merchant said, the latest first; `at` an ISO instant. */
  readonly words: readonly { readonly says: boolean | null; readonly at: string }[];
  readonly due: {
    readonly passed: number;
    readonly weeks: readonly { readonly from: string; readonly shoppers: number }[];
    readonly later: number;
  };
}

export interface VariantEvidence {
  readonly title: string;
  /** As people write it; null when it is not known. */
  readonly pack: string | null;
  /** How much it holds against the product's usual size; null where they cannot be compared. */
  readonly times: number | null;
  /** What that counts for in forecasts. */
  readonly multiple: number;
}

const WEEKS_AHEAD = 12;
const WORDS_SHOWN = 20;

/** Everything that speaks for and against one product, and how many shoppers will need it when. Null when it was never judged. */
export async function loadProductEvidence(
  ports: Pick<Ports, 'db' | 'clock'>,
  shop: { readonly id: number; readonly timeZone: string },
  productId: bigint,
): Promise<ProductEvidence | null> {
  const { read } = ports.db;
  const verdict = await loadVerdict(read, shop.id, productId);
  if (!verdict) return null;
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  const [buyers, rhythm, variants, words, days] = await Promise.all([
    loadBuyerDays(read, shop.id, productId),
    loadKeptRhythm(read, shop.id, productId),
    loadVariants(read, shop.id, productId),
    loadWords(read, shop.id, productId, WORDS_SHOWN),
    loadDueDays(read, shop.id, productId, todayOn),
  ]);
  const [times, multiples] = [sizeTimes(variants), sizeMultiples(variants)];
  const due = dueWeeks(days, todayOn, WEEKS_AHEAD);
  const { title, imageUrl, modelSays, merchantSays, holds, score, evidence } = verdict;
  return {
    productId: productId.toString(),
    ...{ title, imageUrl, modelSays, merchantSays, holds, score, evidence, rhythm },
    comeBack: comeBack(buyers, todayOn),
    gapsPerBuyer: GAPS_PER_BUYER,
    variants: variants.map(({ variantId, title: name, pack }) => ({
      title: name,
      pack: pack && formatPackSize(pack),
      times: times.get(variantId) ?? null,
      multiple: multiples.get(variantId) ?? 1,
    })),
    unreadSize: holds ? sizeFinding(title, variants) : null,
    words: words.map(({ says, at }) => ({ says, at: at.toISOString() })),
    due: { ...due, weeks: due.weeks.map(({ fromOn, shoppers }) => ({ from: dayToIso(fromOn), shoppers })) },
  };
}
