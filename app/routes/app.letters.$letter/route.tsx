import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  useFetcher,
  useLoaderData,
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunction,
} from '@remix-run/react';
import { BlockStack, InlineGrid, Page } from '@shopify/polaris';
import { loadLetter } from '../../mail/letter/load-letter.server';
import { loadLetterPreview } from '../../mail/letter/load-letter-preview.server';
import { languageOf } from '../../mail/letter/locale';
import { isTemplateId, TEMPLATES, type TemplateId } from '../../mail/letter/templates/template';
import type { VersionRef } from '../../mail/letter/version-ref';
import { readAdminForm } from '../../shopify/read-admin-form.server';
import { authenticateAdmin } from '../../shops/authenticate-admin.server';
import { answerOrProblem, shouldRevalidate as unlessProblem } from '../../ui/answer';
import { UnsavedBar } from '../../ui/unsaved-bar';
import { useAnswerToast } from '../../ui/use-answer-toast';
import { BlocksCard } from './blocks-card';
import { editLetter, type LetterAnswer } from './edit-letter.server';
import { HistoryCard } from './history-card';
import { letterForm } from './letter-form';
import { PreviewCard } from './preview-card';
import { TestCard } from './test-card';
import { useLetterDraft } from './use-letter-draft';
import { useLetterPreview } from './use-letter-preview';
import { WordsCard } from './words-card';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Letter' }];

function templateOf(params: { letter?: string }): TemplateId {
  if (params.letter && isTemplateId(params.letter)) return params.letter;
  throw new Response('There is no letter of this name.', { status: 404 });
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const id = templateOf(params);
  const [letter, preview] = await Promise.all([
    loadLetter(context.ports, shop.id, id),
    loadLetterPreview(context.ports, shop, id),
  ]);
  const { words, changed, blocks } = letter;
  const changes = letter.changes.map((change) => ({ ...change, at: change.at.toISOString() }));
  const { title, about } = TEMPLATES[id];
  return {
    ...{ id, title, about, words, changed, blocks, changes, preview },
    ...{ language: languageOf(shop.locale), timeZone: shop.timeZone },
  };
}

export async function action({ request, context, params }: ActionFunctionArgs): Promise<LetterAnswer> {
  const { shop } = await authenticateAdmin({ request, context });
  const template = templateOf(params);
  return editLetter(context.ports, { shop, template, form: await readAdminForm(request, letterForm) });
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrProblem(() => serverAction<LetterAnswer>());

/** What was only looked at has changed nothing. */
export const shouldRevalidate: ShouldRevalidateFunction = (asked) =>
  asked.formData?.get('intent') === 'preview' ? false : unlessProblem(asked);

export default function LetterPage() {
  const kept = useLoaderData<typeof loader>();
  const fetcher = useFetcher<LetterAnswer>();
  const answer = fetcher.data;
  const draft = useLetterDraft(kept, answer);
  const preview = useLetterPreview(kept.preview, draft, kept.language);
  const isBusy = fetcher.state !== 'idle';
  const restore = (versions: readonly VersionRef[]) =>
    fetcher.submit({ intent: 'restore', versions: JSON.stringify(versions) }, { method: 'post' });
  const before = answer?.before ?? [];
  useAnswerToast(answer, before.length > 0 ? () => restore(before) : undefined);
  const about = (place: LetterAnswer['about']) => (answer && answer.about === place ? answer : null);
  const save = () => fetcher.submit({ intent: 'save', changes: draft.changes() }, { method: 'post' });
  const sendTest = (to: string) =>
    fetcher.submit({ ...preview.asked, intent: 'send-test', to }, { method: 'post' });

  return (
    <Page title={kept.title} subtitle={kept.about} backAction={{ content: 'Letters', url: '/app/letters' }}>
      <UnsavedBar
        id="letter"
        isDirty={draft.isDirty}
        isBusy={isBusy}
        onSave={() => draft.mayBeSaved() && save()}
        onDiscard={draft.reset}
      />
      <InlineGrid columns={{ xs: 1, lg: 2 }} gap="400" alignItems="start">
        <BlockStack gap="400">
          <WordsCard
            template={kept.id}
            draft={draft}
            changed={kept.changed}
            answer={about('words') ?? (answer?.about ? null : answer)}
            isBusy={isBusy}
            onReset={() => restore([{ part: draft.language, version: 0 }])}
          />
          <BlocksCard template={kept.id} blocks={draft.blocks} onChange={draft.setBlocks} />
          <HistoryCard
            changes={kept.changes}
            timeZone={kept.timeZone}
            answer={about('history')}
            isBusy={isBusy || draft.isDirty}
            onRestore={(version) => restore([version])}
          />
        </BlockStack>
        <BlockStack gap="400">
          <PreviewCard preview={preview} hasReminders={kept.id === 'reminder'} />
          <TestCard answer={about('test')} isBusy={isBusy} onSend={sendTest} />
        </BlockStack>
      </InlineGrid>
    </Page>
  );
}
