import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useFetcher, useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react';
import { InlineGrid, BlockStack, Page } from '@shopify/polaris';
import { z } from 'zod';
import { authenticateAdmin } from '../../shops/authenticate-admin.server';
import { readAdminForm } from '../../shopify/read-admin-form.server';
import { loadModule } from '../../tactics/load-modules.server';
import { loadShares } from '../../tactics/load-shares.server';
import { loadPreview } from '../../tactics/load-preview.server';
import { isTacticName, type TacticName } from '../../tactics/tactic';
import { answerOrProblem } from '../../ui/answer';
import { Problem } from '../../ui/problem';
import { TacticBadge } from '../../ui/tactic-badge';
import { UnsavedBar } from '../../ui/unsaved-bar';
import { useAnswerToast } from '../../ui/use-answer-toast';
import { changeWords } from './change-words';
import { changeModule, type ModuleAnswer } from './change-module.server';
import { LegalDetailsNotice } from './legal-details-notice';
import { ModulePreview } from './module-preview';
import { ModuleHistory } from './module-history';
import { NoteForm } from './note-form';
import { PausedBanner } from './paused-banner';
import { ReviewCard } from './review-card';
import { previewLetter } from './preview-letter.server';
import { useDecision } from './use-decision';
import { useNote } from './use-note';
import { WhoSeesWhat } from './who-sees-what';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.module.title ?? 'Module' }];

function tacticOf(params: { tactic?: string }): TacticName {
  if (params.tactic && isTacticName(params.tactic)) return params.tactic;
  throw new Response('There is no module of this name.', { status: 404 });
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const name = tacticOf(params);
  const [module, items, shares] = await Promise.all([
    loadModule(context.ports, shop, name),
    loadPreview(context.ports, shop.id, name),
    loadShares(context.ports, shop.id, name),
  ]);
  const letter =
    name === 'reminder' && items[0] ? previewLetter(shop, items[0], context.ports.clock.now()) : null;
  const { changes, ...rest } = module;
  const history = changes.map((change) => ({ id: change.id, at: change.at, ...changeWords(change) }));
  return { module: rest, history, shares, items, letter, timeZone: shop.timeZone };
}

/** What is typed is judged field by field, later, so that the page can say what to mend. */
const form = z
  .object({ intent: z.enum(['switch-on', 'switch-off', 'save-note', 'undo-off', 'decide']) })
  .catchall(z.string());

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const tactic = tacticOf(params);
  const { intent, ...fields } = await readAdminForm(request, form);
  return changeModule(context.ports, { shopId: shop.id, tactic, intent, fields });
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrProblem(() => serverAction<ModuleAnswer>());
export { shouldRevalidate } from '../../ui/answer';

export default function ModulePage() {
  const { module, history, shares, items, letter, timeZone } = useLoaderData<typeof loader>();
  const fetcher = useFetcher<ModuleAnswer>();
  const answer = fetcher.data;
  const note = useNote(module.draft, answer);
  const decision = useDecision(module.draft.owner, module.pastReviews.length);
  const send = (intent: z.infer<typeof form>['intent'], more: Record<string, string> = {}) =>
    fetcher.submit({ ...note.values, ...more, intent }, { method: 'post' });
  useAnswerToast(answer, answer?.canUndo ? () => send('undo-off') : undefined);
  const answerAbout = (place: ModuleAnswer['about']) => (answer && answer.about === place ? answer : null);
  const decide = () => send('decide', { ...decision.draft });
  const isBusy = fetcher.state !== 'idle';
  const isOn = module.state === 'on';

  return (
    <Page
      title={module.title}
      subtitle={module.summary}
      titleMetadata={<TacticBadge state={module.state} />}
      backAction={{ content: 'Modules', url: '/app/modules' }}
      primaryAction={
        isOn
          ? undefined
          : {
              content: module.state === 'paused' ? 'Let it go on' : 'Switch on',
              onAction: () => send('switch-on'),
              loading: isBusy,
              disabled: module.needsLegalDetails,
            }
      }
      secondaryActions={
        module.state !== 'off'
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
        {module.pausedBecause ? <PausedBanner because={module.pausedBecause} /> : null}
        {module.needsLegalDetails ? <LegalDetailsNotice /> : null}
        <InlineGrid columns={{ xs: 1, md: ['twoThirds', 'oneThird'] }} gap="400" alignItems="start">
          <BlockStack gap="400">
            <ReviewCard
              key={module.pastReviews.length}
              tactic={module.name}
              review={module.review}
              past={module.pastReviews}
              answer={answerAbout('review')}
              state={decision}
              problems={answer?.decisionProblems ?? {}}
              isBusy={isBusy}
              onDecide={decide}
            />
            <NoteForm
              note={note}
              tactic={module.name}
              isDraft={module.noteVersion === 0}
              isReviewRunning={module.review !== null}
              answer={answerAbout('note')}
            />
          </BlockStack>
          <BlockStack gap="400">
            <ModulePreview tactic={module.name} items={items} letter={letter} />
            <WhoSeesWhat module={module} shares={shares} />
            <ModuleHistory changes={history} timeZone={timeZone} />
          </BlockStack>
        </InlineGrid>
      </BlockStack>
    </Page>
  );
}
