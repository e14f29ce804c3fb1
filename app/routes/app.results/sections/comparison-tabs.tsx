import { Link } from '@shopify/polaris';
import type { OutcomeOf } from '../../../results/counting/outcomes';
import type { VerdictState } from '../../../results/page/results-view';
import { ABOUT, COMPARED } from '../words/compared';
import { VerdictBadge } from './verdict-badge';

interface ComparisonTabsProps {
  readonly of: OutcomeOf;
  readonly states: Readonly<Record<OutcomeOf, VerdictState>>;
  readonly urlOf: (of: OutcomeOf) => string;
}

/** One comparison at a time; the verdict of each is in sight. */
export function ComparisonTabs({ of, states, urlOf }: ComparisonTabsProps) {
  return (
    <nav className="larder-tabs" aria-label="Comparisons">
      <ul>
        {COMPARED.map((compared) => (
          <li key={compared} data-current={compared === of || undefined}>
            <Link url={urlOf(compared)} removeUnderline monochrome>
              <span aria-current={compared === of ? 'page' : undefined}>{ABOUT[compared].title}</span>
            </Link>
            <VerdictBadge state={states[compared]} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
