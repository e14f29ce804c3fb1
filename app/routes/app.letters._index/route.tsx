import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useFetcher, useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react';
import { BlockStack, Layout, Page } from '@shopify/polaris';
import { z } from 'zod';
import { checkLook, draftOf, type LookDraft, type LookProblems } from '../../mail/letter/check-look';
import { changedLetters, loadLook } from '../../mail/letter/letterhead-store.server';
import { saveLetterLook } from '../../mail/letter/save-letter-look.server';
import { TEMPLATE_IDS, TEMPLATES } from '../../mail/letter/templates/template';
import { readAdminForm } from '../../shopify/read-admin-form.server';
import { authenticateAdmin } from '../../shops/authenticate-admin.server';
import { answerOrProblem, type Answer } from '../../ui/answer';
import { useAnswerToast } from '../../ui/use-answer-toast';
import { LetterCard } from './letter-card';
import { LookForm } from './look-form';

export const meta: MetaFunction = () => [{ title: 'Letters' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const { read } = context.ports.db;
  const [look, changed] = await Promise.all([loadLook(read, shop.id), changedLetters(read, shop.id)]);
  const letters = TEMPLATE_IDS.map((id) => {
    const { title, about } = TEMPLATES[id];
    return { id, title, about, isChanged: changed.includes(id) };
  });
  return { letters, look: draftOf(look), shopName: shop.name };
}

const form = z.object({
  intent: z.literal('save-look'),
  logoUrl: z.string(),
  buttonColour: z.string(),
  buttonTextColour: z.string(),
  groundColour: z.string(),
  font: z.string(),
  footer: z.string(),
});

interface LookAnswer extends Answer {
  readonly problems?: LookProblems;
}

export async function action({ request, context }: ActionFunctionArgs): Promise<LookAnswer> {
  const { shop } = await authenticateAdmin({ request, context });
  const { intent: _, ...typed } = await readAdminForm(request, form);
  const checked = checkLook(typed);
  if (!checked.ok) return { problems: checked.problems, at: Date.now() };
  await saveLetterLook(context.ports, shop.id, checked.look);
  return { message: 'The look of your letters is saved', at: Date.now() };
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrProblem(() => serverAction<LookAnswer>());
export { shouldRevalidate } from '../../ui/answer';

export default function Letters() {
  const { letters, look, shopName } = useLoaderData<typeof loader>();
  const fetcher = useFetcher<LookAnswer>();
  useAnswerToast(fetcher.data);
  const save = (draft: LookDraft) => fetcher.submit({ ...draft, intent: 'save-look' }, { method: 'post' });

  return (
    <Page title="Letters" subtitle="What your shoppers read, in your words and with your look">
      <Layout>
        <Layout.AnnotatedSection
          title="Words"
          description="Each letter speaks the language of the order: English, German, French, Spanish, Italian or Dutch; English otherwise."
        >
          <BlockStack gap="300">
            {letters.map((letter) => (
              <LetterCard key={letter.id} letter={letter} />
            ))}
          </BlockStack>
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection
          title="Look"
          description="The same for all letters. Shopify does not tell Larder your brand settings, so please set them here. In a dark mail program the ground is dark whatever you choose."
        >
          <LookForm
            kept={look}
            shopName={shopName}
            problems={fetcher.data?.problems ?? {}}
            answer={fetcher.data}
            isBusy={fetcher.state !== 'idle'}
            onSave={save}
          />
        </Layout.AnnotatedSection>
      </Layout>
    </Page>
  );
}
