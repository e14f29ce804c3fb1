import { BlockStack, Page } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import type { OutcomeOf } from '../../results/counting/outcomes';
import type { ComparisonView, VerdictState } from '../../results/page/results-view';
import type { TacticState } from '../../tactics/tactic';
import { Problem } from '../../ui/problem';
import { AttributedSection } from './sections/attributed-section';
import type { ResultsAnswer } from './change-results.server';
import { ComparisonTabs } from './sections/comparison-tabs';
import { GlossaryCard } from './sections/glossary-card';
import { GroupsSection } from './sections/groups-section';
import { HarmsSection } from './sections/harms-section';
import { HealthLine } from './sections/health-line';
import { HowItIsMeasured } from './sections/how-it-is-measured';
import { LeftOutSection } from './sections/left-out-section';
import { LiftSection } from './sections/lift-section';
import { MoneySection } from './sections/money-section';
import { openForPrint } from './open-for-print';
import { NoveltySection } from './sections/novelty-section';
import { OverTimeSection } from './sections/over-time-section';
import { SecondarySection } from './sections/secondary-section';
import { ReviewSection } from './sections/review-section';
import { ExportProvider } from './sections/section';
import { SegmentsSection } from './sections/segments-section';
import { ShareModal } from './share-modal';
import { TimeSection } from './sections/time-section';
import type { Export } from './use-export';
import { FormatsProvider } from './use-formats';
import { formatsFor } from './words/formats';
import { VerdictCard } from './sections/verdict-card';
import { PastDay, WhichPage } from './which-page';

export interface ResultsPageProps {
  readonly view: ComparisonView;
  readonly states: Readonly<Record<OutcomeOf, VerdictState>>;
  /** The module's switch; for all of Larder, on when any module is. */
  readonly state: TacticState;
  readonly on: string;
  readonly today: string;
  readonly shop: { readonly locale: string; readonly currency: string };
  /** Address of exactly this page, for others of the shop's staff. */
  readonly link: string;
  readonly isChanging: boolean;
  readonly urlOf: (of: OutcomeOf) => string;
  readonly onGo: (to: { readonly on: string | null; readonly version: number | null }) => void;
  readonly exporting: Export;
  /** Of the last press. */
  readonly answer: ResultsAnswer | undefined;
  readonly onChangeShare: (shareBp: number) => void;
  readonly onSwitchOff: () => void;
}

/** One comparison from the answer down to the method. Knows no route: props in, presses out. */
export function ResultsPage(props: ResultsPageProps) {
  const { view, states, state, on, today, shop, urlOf, onGo, exporting, onSwitchOff, isChanging } = props;
  const { answer } = props;
  useEffect(openForPrint, []);
  return (
    <FormatsProvider value={formatsFor(shop)}>
      <ExportProvider value={exporting}>
        <Page
          title="Results"
          subtitle="What happened with it and without it"
          secondaryActions={[{ content: 'Print', onAction: () => window.print() }]}
        >
          <BlockStack gap="400">
            <ComparisonTabs of={view.of} states={states} urlOf={urlOf} />
            <PastDay on={on} today={today} onGo={onGo} />
            {view.version ? (
              <div className="larder-which">
                <HealthLine health={view.health} />
                <WhichPage
                  link={props.link}
                  key={`${on} ${view.version?.version}`}
                  view={view}
                  on={on}
                  today={today}
                  onGo={onGo}
                />
              </div>
            ) : null}
            <Problem answer={answer?.about === undefined ? answer : null} />
            <VerdictCard
              view={view}
              state={state}
              on={on}
              isPast={on < today}
              isBusy={isChanging}
              onSwitchOff={onSwitchOff}
            />
            {view.version ? <Evidence view={view} /> : null}
            <Sharing key={view.version?.layerId} {...props} />
            <ReviewSection view={view} on={on} />
            {view.version ? <LeftOutSection view={view} /> : null}
            <HowItIsMeasured view={view} />
            <GlossaryCard />
          </BlockStack>
        </Page>
      </ExportProvider>
    </FormatsProvider>
  );
}

function Evidence({ view }: { view: ComparisonView }) {
  return (
    <>
      <GroupsSection view={view} />
      <LiftSection view={view} />
      <MoneySection view={view} />
      <HarmsSection view={view} />
      <SecondarySection view={view} />
      <OverTimeSection view={view} />
      <NoveltySection view={view} />
      <SegmentsSection view={view} />
      <AttributedSection view={view} />
    </>
  );
}

/** How long it takes, and the share that decides it. A past day or an old version cannot be changed. */
function Sharing({ view, on, today, isChanging, answer, onChangeShare }: ResultsPageProps) {
  const [isOpen, setOpen] = useState(false);
  const { version } = view;
  const mayChange = version !== null && version.endedOn === null && on === today && view.shares.length > 0;
  return (
    <>
      <TimeSection view={view} onChangeShare={mayChange ? () => setOpen(true) : undefined} />
      {mayChange ? (
        <ShareModal
          key={version.layerId}
          of={view.of}
          currentBp={version.shareBp}
          choices={view.shares}
          isOpen={isOpen}
          answer={answer?.about === 'share' ? answer : null}
          isBusy={isChanging}
          onChange={onChangeShare}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
