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
        {COMPARED.map((one) => (
          <li key={one} data-current={one === of || undefined}>
            <Link url={urlOf(one)} removeUnderline monochrome>
              <span aria-current={one === of ? 'page' : undefined}>{ABOUT[one].title}</span>
            </Link>
            <VerdictBadge state={states[one]} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
