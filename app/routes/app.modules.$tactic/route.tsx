import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useFetcher, useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react';
import { BlockStack, Page } from '@shopify/polaris';
import { useState } from 'react';
import { z } from 'zod';
import { viewSettings } from '../../follow-ups/manage-settings.server';
import { authenticateAdmin } from '../../shops/authenticate-admin.server';
import { readAdminForm } from '../../shopify/read-admin-form.server';
import { loadTactic } from '../../tactics/load-tactics.server';
import { loadShares } from '../../tactics/load-shares.server';
import { loadPreview } from '../../tactics/load-preview.server';
import { isTacticName, type TacticName } from '../../tactics/tactic';
import { answerOrProblem } from '../../ui/answer';
import { Problem } from '../../ui/problem';
import { TacticBadge } from '../../ui/tactic-badge';
import { UnsavedBar } from '../../ui/unsaved-bar';
import { useAnswerToast } from '../../ui/use-answer-toast';
import { changeWords } from './change-words';
import { changeTactic, type TacticAnswer } from './change-tactic.server';
import { LegalDetailsNotice } from './legal-details-notice';
import { loadLetters } from './load-letters.server';
import { saveSettings } from './save-settings.server';
import { PausedBanner } from './paused-banner';
import { TacticCards } from './tactic-cards';
import { useDecision } from './use-decision';
import { useNote } from './use-note';
import { useSettings } from './use-settings';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tactic.title ?? 'Module' }];

function tacticOf(params: { tactic?: string }): TacticName {
  if (params.tactic && isTacticName(params.tactic)) return params.tactic;
  throw new Response('There is no module of this name.', { status: 404 });
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const name = tacticOf(params);
  const [tactic, items, shares] = await Promise.all([
    loadTactic(context.ports, shop, name),
    loadPreview(context.ports, shop.id, name),
    loadShares(context.ports, shop.id, name),
  ]);
  const [letters, followUp] = await Promise.all([
    loadLetters(context.ports, shop, name),
    name === 'follow-up' ? viewSettings(context.ports, shop) : null,
  ]);
  const { changes, ...rest } = tactic;
  const history = changes.map((change) => ({ id: change.id, at: change.at, ...changeWords(change) }));
  return { tactic: rest, history, shares, items, letters, followUp, timeZone: shop.timeZone };
}

/** What is typed is judged field by field, later, so that the page can say what to mend. */
const form = z
  .object({
    intent: z.enum(['switch-on', 'switch-off', 'save-note', 'undo-off', 'decide', 'save-settings']),
  })
  .catchall(z.string());

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const tactic = tacticOf(params);
  const { intent, ...fields } = await readAdminForm(request, form);
  return intent === 'save-settings'
    ? saveSettings(context.ports, shop, fields)
    : changeTactic(context.ports, { shopId: shop.id, tactic, intent, fields });
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrProblem(() => serverAction<TacticAnswer>());
export { shouldRevalidate } from '../../ui/answer';

export default function TacticPage() {
  const data = useLoaderData<typeof loader>();
  const { tactic } = data;
  const fetcher = useFetcher<TacticAnswer>();
  const answer = fetcher.data;
  const note = useNote(tactic.draft, answer);
  const decision = useDecision(tactic.draft.owner, tactic.pastReviews.length);
  const settings = useSettings(data.followUp?.draft ?? null, answer);
  const [oldMailIsOff, setOldMailIsOff] = useState(false);
  const send = (intent: z.infer<typeof form>['intent'], more: Record<string, string> = {}) =>
    fetcher.submit({ ...note.values, ...more, intent }, { method: 'post' });
  useAnswerToast(answer, answer?.canUndo ? () => send('undo-off') : undefined);
  const decide = () => send('decide', { ...decision.draft });
  const save = () => {
    if (settings?.isDirty) send('save-settings', { ...settings.values });
    else if (note.isDirty) send('save-note');
    else decide();
  };
  const isBusy = fetcher.state !== 'idle';
  const isOn = tactic.state === 'on';

  return (
    <Page
      title={tactic.title}
      subtitle={tactic.summary}
      titleMetadata={<TacticBadge state={tactic.state} />}
      backAction={{ content: 'Modules', url: '/app/modules' }}
      primaryAction={
        isOn
          ? undefined
          : {
              content: tactic.state === 'paused' ? 'Let it go on' : 'Switch on',
              onAction: () => send('switch-on', oldMailIsOff ? { oldMailIsOff: 'yes' } : {}),
              loading: isBusy,
              disabled: tactic.needsLegalDetails,
            }
      }
      secondaryActions={
        tactic.state !== 'off'
          ? [{ content: 'Switch off', onAction: () => send('switch-off'), loading: isBusy }]
          : []
      }
    >
      <UnsavedBar
        id="module"
        isDirty={note.isDirty || decision.isDirty || settings?.isDirty === true}
        isBusy={isBusy}
        onSave={save}
        onDiscard={() => {
          note.reset();
          decision.reset();
          settings?.reset();
        }}
      />
      <BlockStack gap="400">
        <Problem answer={answer && answer.about === undefined ? answer : null} />
        {tactic.pausedBecause ? <PausedBanner because={tactic.pausedBecause} /> : null}
        {tactic.needsLegalDetails ? <LegalDetailsNotice /> : null}
        <TacticCards
          {...data}
          note={note}
          decision={decision}
          settings={settings}
          oldMail={{ isOff: oldMailIsOff, setIsOff: setOldMailIsOff }}
          answer={answer}
          isBusy={isBusy}
          onDecide={decide}
        />
      </BlockStack>
    </Page>
  );
}
