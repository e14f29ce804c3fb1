import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useFetcher, useLoaderData } from '@remix-run/react';
import { Layout, Page } from '@shopify/polaris';
import { listPersonalData } from './list-personal-data';
import { loadBackfillProgress } from '../../results/load-backfill-progress.server';
import { loadHealth } from '../../results/load-health.server';
import { authenticateAdmin } from '../../shopify/authenticate-admin.server';
import { changeLegalDetails } from '../../shops/change-legal-details.server';
import { useAnswerToast } from '../../ui/use-answer-toast';
import { HealthCard } from './health-card';
import { checkLegalDetails, type LegalProblems } from './legal-details';
import { LegalDetailsForm } from './legal-details-form';
import { PersonalData } from './personal-data';
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

export async function action({ request, context }: ActionFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const checked = checkLegalDetails(Object.fromEntries(await request.formData()));
  const none: LegalProblems = {};
  if (!checked.ok) return { problems: checked.problems, toast: null };
  await changeLegalDetails(context.ports, shop.id, checked.details);
  return { problems: none, toast: { message: 'Settings saved', at: Date.now() } };
}

export default function Settings() {
  const { legal, facts, health, timeZone, personalData } = useLoaderData<typeof loader>();
  const fetcher = useFetcher<typeof action>();
  useAnswerToast(fetcher.data?.toast);

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
            isBusy={fetcher.state !== 'idle'}
            onSave={(details) => fetcher.submit({ ...details }, { method: 'post' })}
          />
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection
          title="Your shop"
          description="As Shopify tells us. Change it in Shopify, and it changes here."
        >
          <ShopFacts {...facts} />
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection
          title="Health"
          description="What Larder received and could not work off. Most of it is tried again by itself."
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
