import { PACES } from '../../mail/outbox/pace';
import type { Choice } from '../../privacy/choices/choose.server';
import { isoToDay } from '../../shops/local-day';

/** What a form of the page says; null for what no form of ours holds. A day that is none is one outside. */
export function readChoice(form: Pick<URLSearchParams, 'get'>): Choice | null {
  const [, verb, value = ''] = /^([\w-]+)(?::([\w-]{1,64}))?$/.exec(form.get('choice') ?? '') ?? [];
  switch (verb) {
    case 'show-all':
      return { do: verb };
    case 'stop':
    case 'resume':
      return value === '' ? null : { do: verb, id: value };
    case 'move':
      return value === '' ? null : { do: verb, id: value, remindOn: isoToDay(form.get('day') ?? '') ?? 0 };
    case 'pace': {
      const pace = PACES.find((known) => known === form.get('pace'));
      return pace ? { do: verb, pace } : null;
    }
    case 'on':
    case 'off':
      return value === 'reminder' || value === 'follow-up'
        ? { do: 'kind', scope: value, isOn: verb === 'on' }
        : null;
    default:
      return null;
  }
}
