import type { LinkSource, ShopperName } from '../shoppers/shopper-key';
import type { JsonValue } from '../ports';
import type { Device } from './device';
import type { Draw, HoldoutArm, TacticArm } from './draw';
import type { TacticLayerName } from './layer';

/** A shopper's side in an exposure. `holdout`: held out of all of Larder, so no arm of the tactic was drawn. */
export const ARMS = ['treated', 'control', 'holdout'] as const;
export type Arm = (typeof ARMS)[number];

/** The moment a tactic would act for a shopper, the same in every arm. */
export interface ExposureRequest {
  readonly shopId: number;
  /** `corner.myshopify.com`: part of the seed of every draw. */
  readonly shopDomain: string;
  readonly tactic: TacticLayerName;
  /** The strongest way in which the shopper is known now; arms are drawn on it. */
  readonly key: ShopperName;
  /** Other ways known at the same moment; each is linked to `key` for the given reason (default `sign-in`). */
  readonly alsoKeys?: readonly (ShopperName & { readonly source?: LinkSource })[];
  /** Page-view id, checkout token or order id: one exposure per tactic and business key, for ever. */
  readonly businessKey: string;
  /** Larder's clock. */
  readonly at: Date;
  /** What it was about (product ids, days, evidence), kept so that "why" can be answered later. */
  readonly detail: JsonValue;
  /** Default: unknown. */
  readonly device?: Device;
  /** At most `max` exposures of the person to this tactic within any `windowMs`; reserved here, in every arm. */
  readonly cap?: { readonly max: number; readonly windowMs: number };
}

/** The arm in which a shopper would be exposed now, and the draws that it rests on and that nobody has kept yet. */
export interface WorkedOutArm {
  readonly arm: Arm;
  /** Null for the held-out: they draw no arm of a tactic. */
  readonly layerId: number | null;
  readonly holdoutLayerId: number;
  readonly draws: readonly (Draw<HoldoutArm | TacticArm> & { readonly layerId: number })[];
}

export type ExposureAnswer =
  | {
      readonly reason: 'exposed';
      readonly arm: Arm;
      /** The key on which the exposure was logged: the first one for a repeated business key. */
      readonly keyId: number;
      /** The business key had been exposed before; nothing was counted again. */
      readonly repeated: boolean;
      /** A repeated business key whose exposure belongs to somebody else as far as we know. */
      readonly foreign: boolean;
    }
  | { readonly reason: 'capped' };
