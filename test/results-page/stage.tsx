/** The results page without a server, for a browser: `show` puts one state of it on the screen. */
import { AppProvider } from '@shopify/polaris';
import english from '@shopify/polaris/locales/en.json';
import { createRoot } from 'react-dom/client';
import '@shopify/polaris/build/esm/styles.css';
import { ResultsPage, type ResultsPageProps } from '../../app/routes/app.results/results-page';
import '../../app/routes/app.results/results.css';
import '../../app/ui/admin.css';
import '../../app/ui/charts/charts.css';
import '../../app/ui/charts/intervals.css';

export type StageProps = Omit<
  ResultsPageProps,
  'urlOf' | 'onGo' | 'exporting' | 'answer' | 'onChangeShare' | 'onSwitchOff'
>;

declare global {
  interface Window {
    show: (props: StageProps) => void;
    /** What was pressed, in order. */
    pressed: unknown[];
  }
}

const place = document.createElement('main');
document.body.append(place);
const root = createRoot(place);
const press = (what: string) => (value: unknown) => void window.pressed.push([what, value]);

let shown = 0;
window.show = (props) => {
  window.pressed = [];
  shown += 1;
  root.render(
    <AppProvider i18n={english}>
      <ResultsPage
        key={shown}
        {...props}
        urlOf={(of) => `?of=${of}`}
        onGo={press('go')}
        exporting={{ onExport: press('export'), failed: null }}
        answer={undefined}
        onChangeShare={press('share')}
        onSwitchOff={() => press('off')(null)}
      />
    </AppProvider>,
  );
};
