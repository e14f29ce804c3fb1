import type { ComponentProps } from 'react';
import type { HeldChoice } from '../../mail/held/held-choice';
import type { HeldList } from '../../mail/held/list-held.server';
import type { Answer } from '../../ui/answer';
import { ComplaintsBanner } from '../../ui/complaints-banner';
import { Problem } from '../../ui/problem';
import { SendingPaused } from '../../ui/sending-paused';
import { HeldMails } from './held-mails';

interface MailTroubleProps {
  readonly pause: ComponentProps<typeof SendingPaused>['pause'] | null;
  readonly complaints: ComponentProps<typeof ComplaintsBanner>['complaints'] | null;
  readonly heldMails: HeldList;
  readonly timeZone: string;
  readonly answer: Answer | undefined;
  readonly isBusy: boolean;
  readonly onSend: (
    fields:
      | { readonly intent: 'lift' }
      | { readonly intent: 'settle'; readonly id: string; readonly choice: HeldChoice },
  ) => void;
}

/** Why mail waits or may not have arrived, with what can be done about it; nothing while all is well. */
export function MailTrouble(props: MailTroubleProps) {
  const { pause, complaints, heldMails, timeZone, answer, isBusy, onSend } = props;
  return (
    <>
      {pause ? <SendingPaused pause={pause} timeZone={timeZone} /> : null}
      {complaints ? (
        <ComplaintsBanner
          complaints={complaints}
          timeZone={timeZone}
          isBusy={isBusy}
          onLift={() => onSend({ intent: 'lift' })}
        />
      ) : null}
      <Problem answer={answer} />
      {heldMails.count > 0 ? (
        <HeldMails
          {...heldMails}
          timeZone={timeZone}
          isBusy={isBusy}
          onSettle={(id, choice) => onSend({ intent: 'settle', id, choice })}
        />
      ) : null}
    </>
  );
}
