import { BlockStack, Card, InlineGrid, Text } from '@shopify/polaris';
import type { ProductEvidence } from '../../refills/forecasts/load-product-evidence.server';
import { LineChart } from '../../ui/charts/line-chart';
import { countOf, formatNumber, formatShare } from '../../ui/format-values';
import { KeyFigure } from '../../ui/key-figure';
import { kindWords, startWords } from './evidence-words';

type Evidence = Pick<ProductEvidence, 'comeBack' | 'gapsPerBuyer' | 'rhythm' | 'evidence'>;

/** When buyers of the product came back, how many that rests on, and what forecasts start from. */
export function ComeBackCard({ evidence }: { evidence: Evidence }) {
  const { comeBack, gapsPerBuyer, rhythm } = evidence;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          When buyers come back
        </Text>
        <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
          <KeyFigure label="Buyers" value={comeBack.buyers} hint="who have had four weeks to come back" />
          <KeyFigure label="Bought again" value={comeBack.repeatBuyers} hint="at least once more" />
          <KeyFigure label="Returns" value={comeBack.returns} hint={`at most ${gapsPerBuyer} of one buyer`} />
          <KeyFigure
            label="Typical gap"
            value={comeBack.quartileDays?.[1] ?? null}
            hint="days, half of all returns"
          />
        </InlineGrid>
        <Curve comeBack={comeBack} />
        <Text as="p">
          {startWords(rhythm, comeBack, evidence.evidence.kind)}{' '}
          {rhythm ? kindWords(evidence.evidence) : null}
        </Text>
      </BlockStack>
    </Card>
  );
}

function Curve({ comeBack: { curve, returns, quartileDays } }: Pick<Evidence, 'comeBack'>) {
  if (curve.shares.length === 0 || !quartileDays) {
    return (
      <Text as="p" tone="subdued">
        {returns === 0
          ? 'Nobody has come back for it yet, so there is no curve to draw.'
          : `${countOf(returns, 'return')} so far: too few to draw a curve.`}
      </Text>
    );
  }
  const { binDays, shares } = curve;
  const points = shares.map((share, i) => {
    const day = (i + 1) * binDays;
    return { x: day, y: share, words: `By day ${day}: ${formatShare(share)} of returns` };
  });
  const [quarter, half, most] = quartileDays;
  return (
    <LineChart
      title="Share of returns by day"
      description={`Of ${countOf(returns, 'return')}, a quarter came within ${countOf(quarter, 'day')}, half within ${formatNumber(half)} and three quarters within ${formatNumber(most)}.`}
      series={[{ name: 'Returns so far', points: [{ x: 0, y: 0, words: 'Day 0: the purchase' }, ...points] }]}
      x={{
        label: 'Days after the purchase',
        format: formatNumber,
        domain: { from: 0, to: shares.length * binDays },
      }}
      y={{
        label: 'Share of returns',
        format: (share) => `${Math.round(share * 100)}%`,
        domain: { from: 0, to: 1 },
        ticks: [0, 0.25, 0.5, 0.75, 1],
      }}
      marks={[
        { axis: 'x', at: quarter, label: `A quarter: ${quarter}` },
        { axis: 'x', at: half, label: `Half: ${half}` },
        { axis: 'x', at: most, label: `Three quarters: ${most}` },
      ]}
    />
  );
}
