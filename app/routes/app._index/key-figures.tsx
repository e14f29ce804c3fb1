import { Card, InlineGrid } from '@shopify/polaris';
import type { Overview } from '../../overview/load-overview.server';
import { KeyFigure } from '../../ui/key-figure';

export function KeyFigures({ figures }: { figures: Overview['figures'] }) {
  return (
    <Card>
      <InlineGrid columns={{ xs: 2, md: 5 }} gap="400">
        <KeyFigure label="Orders read" value={figures.orders} />
        <KeyFigure label="Consumables found" value={figures.consumables} />
        <KeyFigure label="Shoppers due in 7 days" value={figures.shoppersDue} />
        <KeyFigure label="Reminders waiting" value={figures.remindersWaiting} />
        <KeyFigure label="Mails sent" value={figures.mailsSent} />
      </InlineGrid>
    </Card>
  );
}
