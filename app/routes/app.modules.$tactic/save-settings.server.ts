import { changeSettings } from '../../follow-ups/manage-settings.server';
import type { Ports } from '../../ports';
import type { Shop } from '../../shops/shop';
import type { TacticAnswer } from './change-tactic.server';

/** What is typed of the two-week email's settings, and what the page says about it. */
export async function saveSettings(
  ports: Pick<Ports, 'db' | 'clock'>,
  shop: Shop,
  fields: Readonly<Record<string, string>>,
): Promise<TacticAnswer> {
  const answer = await changeSettings(ports, shop, fields);
  const at = Date.now();
  return answer.ok
    ? { message: 'Settings saved', settingsSaved: true, at }
    : {
        ...{ problem: 'Nothing was saved: mend the marked fields first.', about: 'settings', at },
        settingsProblems: answer.problems,
      };
}
