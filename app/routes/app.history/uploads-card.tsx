import {
  Badge,
  Banner,
  BlockStack,
  Button,
  Card,
  Divider,
  InlineStack,
  ProgressBar,
  Text,
} from '@shopify/polaris';
import { Fragment } from 'react';
import type { UploadView } from '../../orders/upload/load-history.server';
import { formatInstant } from '../../ui/format-values';
import { countWords, STATE_BADGES } from './upload-words';
import { useDownload } from './use-download';

interface UploadsCardProps {
  readonly uploads: readonly UploadView[];
  readonly timeZone: string;
  /** The upload that is just being stopped. */
  readonly stopping: number | null;
  readonly onStop: (uploadId: number) => void;
}

/** The uploads of the past and what came of each. */
export function UploadsCard({ uploads, ...rest }: UploadsCardProps) {
  if (uploads.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Uploads
        </Text>
        {uploads.map((upload, index) => (
          <Fragment key={upload.id}>
            {index > 0 ? <Divider /> : null}
            <UploadRow upload={upload} {...rest} />
          </Fragment>
        ))}
      </BlockStack>
    </Card>
  );
}

function UploadRow({
  upload,
  timeZone,
  stopping,
  onStop,
}: Omit<UploadsCardProps, 'uploads'> & { readonly upload: UploadView }) {
  const { id, fileName, state, share, linesRejected, error } = upload;
  const isOpen = state === 'waiting' || state === 'reading';
  const rejects = useDownload(`/app/history/rejects/${id}`, `rejected-lines-${id}.csv`);
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="bodyMd" fontWeight="semibold" breakWord>
            {fileName}
          </Text>
          <Badge {...STATE_BADGES[state]} />
        </InlineStack>
        <Text as="span" tone="subdued">
          {formatInstant(upload.startedAt, timeZone)}
        </Text>
      </InlineStack>
      <Text as="p" tone="subdued" id={`upload-${id}`}>
        {countWords(upload)}
      </Text>
      {isOpen ? (
        <ProgressBar progress={share * 100} size="small" animated={false} ariaLabelledBy={`upload-${id}`} />
      ) : null}
      {error ? (
        <Banner tone={state === 'failed' ? 'critical' : 'warning'}>
          <p>{error}</p>
        </Banner>
      ) : null}
      {rejects.hasFailed ? (
        <Banner tone="warning">
          <p>The list could not be downloaded. Try again.</p>
        </Banner>
      ) : null}
      <InlineStack gap="400">
        {linesRejected > 0 ? (
          <Button
            variant="plain"
            loading={rejects.isBusy}
            onClick={rejects.download}
            accessibilityLabel={`Download the rejected lines of ${fileName}`}
          >
            Download rejected lines
          </Button>
        ) : null}
        {isOpen ? (
          <Button
            variant="plain"
            tone="critical"
            loading={stopping === id}
            onClick={() => onStop(id)}
            accessibilityLabel={`Stop reading ${fileName}`}
          >
            Stop
          </Button>
        ) : null}
      </InlineStack>
    </BlockStack>
  );
}
