import { BlockStack, InlineGrid } from '@shopify/polaris';
import type { SettingsView } from '../../follow-ups/manage-settings.server';
import type { Shares } from '../../tactics/load-shares.server';
import type { TacticDetail } from '../../tactics/load-tactics.server';
import type { PreviewItem } from '../../tactics/preview-store.server';
import type { TacticAnswer } from './change-tactic.server';
import type { NamedLetter } from './letter-previews';
import { NoteForm } from './note-form';
import { OldMailCard } from './old-mail-card';
import { ReviewCard } from './review-card';
import { SettingsCard } from './settings-card';
import { TacticHistory, type HistoryLine } from './tactic-history';
import { TacticPreview } from './tactic-preview';
import type { DecisionState } from './use-decision';
import type { NoteState } from './use-note';
import type { SettingsState } from './use-settings';
import { WhoSeesWhat } from './who-sees-what';

interface TacticCardsProps {
  readonly tactic: Omit<TacticDetail, 'changes'>;
  readonly history: readonly HistoryLine[];
  readonly shares: Shares;
  readonly items: readonly PreviewItem[];
  readonly letters: readonly NamedLetter[];
  /** Of the two-week email alone. */
  readonly followUp: SettingsView | null;
  readonly timeZone: string;
  readonly note: NoteState;
  readonly decision: DecisionState;
  readonly settings: SettingsState | null;
  readonly oldMail: { readonly isOff: boolean; readonly setIsOff: (isOff: boolean) => void };
  readonly answer: TacticAnswer | undefined;
  readonly isBusy: boolean;
  readonly onDecide: () => void;
}

/** What a module is decided by, on the left, and what it does, on the right. */
export function TacticCards(props: TacticCardsProps) {
  const { tactic, history, shares, items, letters, followUp, timeZone, answer } = props;
  const { note, decision, settings, oldMail, isBusy, onDecide } = props;
  const answerAbout = (place: TacticAnswer['about']) => (answer && answer.about === place ? answer : null);
  return (
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
          onDecide={onDecide}
        />
        {tactic.replacesMail && tactic.state === 'off' ? (
          <OldMailCard isOff={oldMail.isOff} answer={answerAbout('old-mail')} onChange={oldMail.setIsOff} />
        ) : null}
        {followUp && settings ? (
          <SettingsCard view={followUp} settings={settings} answer={answerAbout('settings')} />
        ) : null}
        <NoteForm
          note={note}
          tactic={tactic.name}
          isDraft={tactic.noteVersion === 0}
          isReviewRunning={tactic.review !== null}
          answer={answerAbout('note')}
        />
      </BlockStack>
      <BlockStack gap="400">
        <TacticPreview tactic={tactic.name} items={items} letters={letters} />
        <WhoSeesWhat tactic={tactic} shares={shares} />
        <TacticHistory changes={history} timeZone={timeZone} />
      </BlockStack>
    </InlineGrid>
  );
}
