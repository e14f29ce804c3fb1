import type { Ports } from '../ports';
import { dayToIso, localDay } from '../shops/local-day';
import type { Shop } from '../shops/shop';
import { draftNote, noteToDraft, reviewIsDue, type NoteDraft } from './decision-note';
import { mayMail } from './may-mail';
import { TACTICS, type TacticAbout, type TacticName, type TacticState } from './tactic';
import { listChanges, tacticStates, tacticStatus, type TacticStatus } from './tactic-store.server';

export interface Module extends TacticAbout {
  readonly name: TacticName;
  readonly state: TacticState;
  /** `YYYY-MM-DD` */
  readonly reviewOn: string | null;
  readonly isOverdue: boolean;
}

export interface ModuleDetail extends Module {
  /** What the form starts with: the newest note, or a draft that can be accepted as it stands. */
  readonly draft: NoteDraft;
  /** 0 before the first note is kept. */
  readonly noteVersion: number;
  /** It sends mail, and the shop has not said who it is. */
  readonly needsLegalDetails: boolean;
  /** Newest first; instants as ISO. */
  readonly changes: readonly { readonly id: number; readonly change: string; readonly at: string }[];
}

type ShopFacts = Pick<Shop, 'id' | 'name' | 'timeZone' | 'legalName' | 'postalAddress'>;

/** Every module with its switch. */
export async function loadModules(
  ports: Pick<Ports, 'db' | 'clock'>,
  shop: ShopFacts,
): Promise<readonly Module[]> {
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  return (await tacticStates(ports.db.read, shop.id)).map((status) => toModule(status, todayOn));
}

/** One module with its note and history. */
export async function loadModule(
  ports: Pick<Ports, 'db' | 'clock'>,
  shop: ShopFacts,
  name: TacticName,
): Promise<ModuleDetail> {
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  const [status, changes] = await Promise.all([
    tacticStatus(ports.db.read, shop.id, name),
    listChanges(ports.db.read, shop.id, name),
  ]);
  const owner = shop.name || 'The shop';
  return {
    ...toModule(status, todayOn),
    draft: status.note ? noteToDraft(status.note) : draftNote(name, { owner, todayOn }),
    noteVersion: status.note?.version ?? 0,
    needsLegalDetails: TACTICS[name].sendsMail && !mayMail(shop),
    changes: changes.map(({ id, change, at }) => ({ id, change, at: at.toISOString() })),
  };
}

function toModule({ name, state, note }: TacticStatus, todayOn: number): Module {
  const reviewOn = note ? dayToIso(note.reviewOn) : null;
  const isOverdue = state === 'on' && note !== null && reviewIsDue(note, todayOn);
  return { ...TACTICS[name], name, state, reviewOn, isOverdue };
}
