import { BlockStack, Text } from '@shopify/polaris';

export interface PreviewLetter {
  readonly subject: string;
  readonly html: string;
}

/** The mail itself, in a frame that runs no script and follows no link. */
export function LetterPreview({ letter, about }: { letter: PreviewLetter; about: string }) {
  return (
    <BlockStack gap="200">
      <Text as="p">
        <Text as="span" tone="subdued">
          Subject:{' '}
        </Text>
        {letter.subject}
      </Text>
      <iframe
        className="larder-letter"
        title="Preview of the mail"
        srcDoc={letter.html}
        sandbox=""
        tabIndex={-1}
      />
      <Text as="p" variant="bodySm" tone="subdued">
        {about}
      </Text>
    </BlockStack>
  );
}
