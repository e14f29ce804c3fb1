import { loadLetterPreview } from '../../mail/letter/load-letter-preview.server';
import { TEMPLATE_IDS, TEMPLATES } from '../../mail/letter/templates/template';
import type { Ports } from '../../ports';
import type { Shop } from '../../shops/shop';
import type { TacticName } from '../../tactics/tactic';
import type { NamedLetter } from './letter-previews';

/** The letters of a module as they would go out now; none for one that writes to nobody. */
export async function loadLetters(
  ports: Pick<Ports, 'db' | 'clock'>,
  shop: Shop,
  tactic: TacticName,
): Promise<readonly NamedLetter[]> {
  const ids = TEMPLATE_IDS.filter((id) => TEMPLATES[id].kind === tactic);
  return Promise.all(
    ids.map(async (id) => {
      const { subject, html } = await loadLetterPreview(ports, shop, id);
      const { title, about } = TEMPLATES[id];
      return { id, title, about, subject, html };
    }),
  );
}
