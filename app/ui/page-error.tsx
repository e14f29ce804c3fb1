import { Banner, Page, type BannerProps } from '@shopify/polaris';
import { errorWords } from './error-words';

const HOME: BannerProps['action'] = { content: 'Go to the start page', url: '/app' };
const RELOAD: BannerProps['action'] = { content: 'Reload the page', onAction: () => location.reload() };

/** What a merchant reads when a page cannot be shown: whose affair it is, and what to do. Details are in the log, not here. */
export function PageError({ error }: { error: unknown }) {
  const { title, words, tone, then } = errorWords(error);
  return (
    <Page title={title}>
      <Banner
        tone={tone}
        action={then === 'reload' ? RELOAD : then === 'go-home' ? HOME : undefined}
        secondaryAction={then === 'reload' ? HOME : undefined}
      >
        <p>{words}</p>
      </Banner>
    </Page>
  );
}
