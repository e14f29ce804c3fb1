import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useFetcher, useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react';
import { Layout, Page } from '@shopify/polaris';
import { z } from 'zod';
import { listPersonalData } from './list-personal-data';
import { loadBackfillProgress } from '../../overview/load-backfill-progress.server';
import { loadHealth } from '../../overview/load-health.server';
import { authenticateAdmin } from '../../shops/authenticate-admin.server';
import { readAdminForm } from '../../shopify/read-admin-form.server';
import { changeLegalDetails } from '../../shops/change-legal-details.server';
import { answerOrProblem, type Answer } from '../../ui/answer';
import { useAnswerToast } from '../../ui/use-answer-toast';
import { HealthCard } from './health-card';
import { checkLegalDetails, type LegalProblems } from './legal-details';
import { LegalDetailsForm } from './legal-details-form';
import { PersonalData } from './personal-data';
import { SenderCard } from './sender-card';
import { ShopFacts } from './shop-facts';

export const meta: MetaFunction = () => [{ title: 'Settings' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const [backfill, health] = await Promise.all([
    loadBackfillProgress(context.ports, shop.id),
    loadHealth(context.ports, shop.id),
  ]);
  const { domain, currency, timeZone, proxyPath, scopes, legalName, postalAddress } = shop;
  return {
    legal: { legalName: legalName ?? '', postalAddress: postalAddress ?? '' },
    facts: { domain, currency, timeZone, proxyPath, scopes, since: backfill?.since ?? null },
    health,
    timeZone,
    personalData: listPersonalData(),
  };
}

const form = z.object({ legalName: z.string(), postalAddress: z.string() });

interface SettingsAnswer extends Answer {
  readonly problems?: LegalProblems;
}

export async function action({ request, context }: ActionFunctionArgs): Promise<SettingsAnswer> {
  const { shop } = await authenticateAdmin({ request, context });
  const checked = checkLegalDetails(await readAdminForm(request, form));
  if (!checked.ok) return { problems: checked.problems, at: Date.now() };
  await changeLegalDetails(context.ports, shop.id, checked.details);
  return { message: 'Settings saved', at: Date.now() };
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrProblem(() => serverAction<SettingsAnswer>());
export { shouldRevalidate } from '../../ui/answer';

export default function Settings() {
  const { legal, facts, health, timeZone, personalData } = useLoaderData<typeof loader>();
  const fetcher = useFetcher<SettingsAnswer>();
  useAnswerToast(fetcher.data);

  return (
    <Page title="Settings">
      <Layout>
        <Layout.AnnotatedSection
          title="Who sends the mail"
          description="Every mail says whose it is and where that is. No mail is sent before both are filled in."
        >
          <LegalDetailsForm
            kept={legal}
            problems={fetcher.data?.problems ?? {}}
            answer={fetcher.data}
            isBusy={fetcher.state !== 'idle'}
            onSave={(details) => fetcher.submit({ ...details }, { method: 'post' })}
          />
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection
          title="Whether mail can be trusted"
          description="Mailbox providers hold back mail from a sender whose records are missing or wrong."
        >
          <SenderCard />
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection
          title="Your shop"
          description="As Shopify tells us. Change it in Shopify, and it changes here."
        >
          <ShopFacts {...facts} />
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection
          title="Health"
          description="Whether orders and storefront visits reach Larder, and what failed. Most of what failed is tried again by itself."
        >
          <HealthCard health={health} timeZone={timeZone} />
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection
          title="What is kept about shoppers"
          description="Drawn from Larder’s own register. No names and no postal addresses are kept once an uploaded file has been read."
        >
          <PersonalData entries={personalData} />
        </Layout.AnnotatedSection>
      </Layout>
    </Page>
  );
}
