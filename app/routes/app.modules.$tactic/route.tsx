import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useFetcher, useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react';
import { InlineGrid, BlockStack, Page } from '@shopify/polaris';
import { z } from 'zod';
import { loadLetterPreview } from '../../mail/letter/load-letter-preview.server';
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
import { TacticPreview } from './tactic-preview';
import { TacticHistory } from './tactic-history';
import { NoteForm } from './note-form';
import { PausedBanner } from './paused-banner';
import { ReviewCard } from './review-card';
import { useDecision } from './use-decision';
import { useNote } from './use-note';
import { WhoSeesWhat } from './who-sees-what';

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
  const letter =
    name === 'reminder' && items.length > 0 ? await loadLetterPreview(context.ports, shop, 'reminder') : null;
  const { changes, ...rest } = tactic;
  const history = changes.map((change) => ({ id: change.id, at: change.at, ...changeWords(change) }));
  return { tactic: rest, history, shares, items, letter, timeZone: shop.timeZone };
}

/** What is typed is judged field by field, later, so that the page can say what to mend. */
const form = z
  .object({ intent: z.enum(['switch-on', 'switch-off', 'save-note', 'undo-off', 'decide']) })
  .catchall(z.string());

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const tactic = tacticOf(params);
  const { intent, ...fields } = await readAdminForm(request, form);
  return changeTactic(context.ports, { shopId: shop.id, tactic, intent, fields });
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrProblem(() => serverAction<TacticAnswer>());
export { shouldRevalidate } from '../../ui/answer';

export default function TacticPage() {
  const { tactic, history, shares, items, letter, timeZone } = useLoaderData<typeof loader>();
  const fetcher = useFetcher<TacticAnswer>();
  const answer = fetcher.data;
  const note = useNote(tactic.draft, answer);
  const decision = useDecision(tactic.draft.owner, tactic.pastReviews.length);
  const send = (intent: z.infer<typeof form>['intent'], more: Record<string, string> = {}) =>
    fetcher.submit({ ...note.values, ...more, intent }, { method: 'post' });
  useAnswerToast(answer, answer?.canUndo ? () => send('undo-off') : undefined);
  const answerAbout = (place: TacticAnswer['about']) => (answer && answer.about === place ? answer : null);
  const decide = () => send('decide', { ...decision.draft });
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
              onAction: () => send('switch-on'),
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
        isDirty={note.isDirty || decision.isDirty}
        isBusy={isBusy}
        onSave={() => (note.isDirty ? send('save-note') : decide())}
        onDiscard={() => {
          note.reset();
          decision.reset();
        }}
      />
      <BlockStack gap="400">
        <Problem answer={answerAbout(undefined)} />
        {tactic.pausedBecause ? <PausedBanner because={tactic.pausedBecause} /> : null}
        {tactic.needsLegalDetails ? <LegalDetailsNotice /> : null}
        <InlineGrid columns={{ xs: 1, md: ['twoThirds', 'oneThird'] }} gap="400" alignItems="start">
          <BlockStack gap="400">
            <ReviewCard
              key={tactic.pastReviews.length}
              tactic={tactic.name}
              review={tactic.review}
              past={tactic.pastReviews}
              answer={answerAbout('review')}
              state={decision}
              problems={answer?.decisionProblems ?? {}}
              isBusy={isBusy}
              onDecide={decide}
            />
            <NoteForm
              note={note}
              tactic={tactic.name}
              isDraft={tactic.noteVersion === 0}
              isReviewRunning={tactic.review !== null}
              answer={answerAbout('note')}
            />
          </BlockStack>
          <BlockStack gap="400">
            <TacticPreview tactic={tactic.name} items={items} letter={letter} />
            <WhoSeesWhat tactic={tactic} shares={shares} />
            <TacticHistory changes={history} timeZone={timeZone} />
          </BlockStack>
        </InlineGrid>
      </BlockStack>
    </Page>
  );
}
