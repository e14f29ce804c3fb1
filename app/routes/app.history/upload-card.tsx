import {
  Banner,
  BlockStack,
  Button,
  Card,
  DropZone,
  InlineStack,
  Link,
  List,
  ProgressBar,
  Text,
} from '@shopify/polaris';
import { useUploads, type Upload } from './use-uploads';

interface UploadCardProps {
  /** There is an easier way above. */
  readonly isAlternative: boolean;
  readonly onUploaded: () => void;
}

/** Takes Shopify's own order export, one file or several. */
export function UploadCard({ isAlternative, onUploaded }: UploadCardProps) {
  const { uploads, add, dismiss, cancel } = useUploads(onUploaded);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {isAlternative ? 'Or upload an order export' : 'Upload an order export'}
        </Text>
        <List type="number">
          <List.Item>
            In <Link url="shopify:admin/orders">Orders</Link>, choose Export, all orders, plain CSV file.
          </List.Item>
          <List.Item>Shopify shows the file or mails it to you. Leave it as it is.</List.Item>
          <List.Item>Drop it here. Several files are fine, and none is taken twice.</List.Item>
        </List>
        <DropZone
          accept=".csv,text/csv"
          label="Order export (CSV, up to 2 GB each)"
          onDrop={(_all, accepted, rejected) => add([...accepted, ...rejected])}
          variableHeight
        >
          <DropZone.FileUpload actionTitle="Choose files" actionHint="or drop them here" />
        </DropZone>
        <Text as="p" tone="subdued">
          The file also holds names and addresses. Larder takes products, days and amounts from it. By each
          email address it asks Shopify for the customer’s id, and keeps only the id; where an order has no
          email address, a coded form of its phone number that cannot be read back. The file is deleted as
          soon as it is read.
        </Text>
        <div aria-live="polite">
          <BlockStack gap="300">
            {uploads.map((upload) => (
              <UploadRow key={upload.id} upload={upload} onDismiss={dismiss} onCancel={cancel} />
            ))}
          </BlockStack>
        </div>
      </BlockStack>
    </Card>
  );
}

interface UploadRowProps {
  readonly upload: Upload;
  readonly onDismiss: (id: number) => void;
  readonly onCancel: (id: number) => void;
}

function UploadRow({ upload, onDismiss, onCancel }: UploadRowProps) {
  const { id, name, problem, share } = upload;
  if (problem !== null)
    return (
      <Banner tone="critical" title={`${name} was not taken`} onDismiss={() => onDismiss(id)}>
        <p>{problem}</p>
      </Banner>
    );
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="p" id={`upload-${id}`} breakWord>
          {share === null ? `${name} waits` : `Uploading ${name}: ${Math.floor(share * 100)} %`}
        </Text>
        <Button
          variant="plain"
          onClick={() => onCancel(id)}
          accessibilityLabel={`Cancel the upload of ${name}`}
        >
          Cancel
        </Button>
      </InlineStack>
      <ProgressBar
        progress={(share ?? 0) * 100}
        size="small"
        animated={false}
        ariaLabelledBy={`upload-${id}`}
      />
    </BlockStack>
  );
}
