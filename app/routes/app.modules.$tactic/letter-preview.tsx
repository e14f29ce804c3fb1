import { BlockStack, Link, Text } from '@shopify/polaris';

export interface PreviewLetter {
  readonly subject: string;
  readonly html: string;
}

/** The mail itself, in a frame that runs no script and follows no link. */
export function LetterPreview({ letter }: { letter: PreviewLetter }) {
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
        It goes out once, near the day the shopper chose, if it is still needed then. The offer itself stands
        on the thank-you page. <Link url="/app/letters/reminder">Change its words</Link>
      </Text>
    </BlockStack>
  );
}
