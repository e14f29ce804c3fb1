import { isRouteErrorResponse } from '@remix-run/react';
import { Banner, Page } from '@shopify/polaris';

/** What a merchant reads when a page cannot be shown. Details are in the log, not here. */
export function PageError({ error }: { error: unknown }) {
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  const message = isRouteErrorResponse(error) && typeof error.data === 'string' ? error.data : null;
  return (
    <Page title={isMissing ? 'Not found' : 'This page could not be shown'}>
      <Banner
        tone={isMissing ? 'info' : 'critical'}
        action={{ content: 'Go to the start page', url: '/app' }}
      >
        <p>
          {isMissing
            ? (message ?? 'There is nothing at this address.')
            : 'Something went wrong on our side. Nothing you entered elsewhere is lost, and what shoppers see goes on as it was. Open the page again in a moment.'}
        </p>
      </Banner>
    </Page>
  );
}
