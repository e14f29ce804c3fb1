import type { Ports } from '../ports';
import { localDay } from '../shops/local-day';
import { hasScope, type Shop } from '../shops/shop';
import { discountsIn } from './discount-store.server';
import { monthOf } from './month-of';
import { DISCOUNT_SCOPE } from './prepare-discount.server';
import { checkSettings, settingsToDraft, type SettingsDraft, type SettingsProblems } from './settings';
import { loadSettings, saveSettings } from './settings-store.server';

/** What the merchant's form starts with, and whether Shopify lets Larder make codes. */
export interface SettingsView {
  readonly draft: SettingsDraft;
  readonly currency: string;
  readonly mayMakeCodes: boolean;
  readonly codesThisMonth: number;
}

export async function viewSettings(ports: Pick<Ports, 'db' | 'clock'>, shop: Shop): Promise<SettingsView> {
  const month = monthOf(localDay(ports.clock.now(), shop.timeZone));
  const [settings, codesThisMonth] = await Promise.all([
    loadSettings(ports.db.read, shop.id),
    discountsIn(ports.db.read, shop.id, month),
  ]);
  const { currency } = shop;
  return {
    ...{ currency, codesThisMonth, draft: settingsToDraft(settings, currency) },
    mayMakeCodes: hasScope(shop, DISCOUNT_SCOPE),
  };
}

/** Keeps what was typed, or says field by field what is wrong with it. Emails whose moment is noted already keep it. */
export async function changeSettings(
  ports: Pick<Ports, 'db' | 'clock'>,
  shop: Pick<Shop, 'id' | 'currency'>,
  draft: Partial<SettingsDraft>,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly problems: SettingsProblems }> {
  const checked = checkSettings(draft, shop.currency);
  if (!checked.ok) return checked;
  const at = ports.clock.now();
  await ports.db.write((tx) => saveSettings(tx, shop.id, checked.settings, at));
  return { ok: true };
}
