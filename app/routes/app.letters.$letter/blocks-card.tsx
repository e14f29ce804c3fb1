import { BlockStack, Button, ButtonGroup, Card, Checkbox, InlineStack, Text } from '@shopify/polaris';
import {
  TEMPLATES,
  type BlockName,
  type BlockPlace,
  type TemplateId,
} from '../../mail/letter/templates/template';

interface BlocksCardProps {
  readonly template: TemplateId;
  readonly blocks: readonly BlockPlace[];
  readonly onChange: (blocks: readonly BlockPlace[]) => void;
}

const NAMES: Readonly<Record<BlockName, string>> = {
  picture: 'Picture',
  greeting: 'Greeting',
  intro: 'Text before',
  items: 'Products',
  discount: 'Discount, if there is one',
  button: 'Button',
  outro: 'Text after',
  footer: 'Sender, reason and unsubscribe link',
};

/** What the letter is put together from: which blocks, in which order. The footer stays last. */
export function BlocksCard({ template, blocks, onChange }: BlocksCardProps) {
  const { required } = TEMPLATES[template];
  const lastMovable = blocks.length - 2;
  const move = (from: number, to: number) => {
    const moved = [...blocks];
    const [block] = moved.splice(from, 1);
    if (block) moved.splice(to, 0, block);
    onChange(moved);
  };
  const show = (name: BlockName, isShown: boolean) =>
    onChange(blocks.map((block) => (block.name === name ? { name, isHidden: !isShown } : block)));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          Blocks
        </Text>
        <Text as="p" tone="subdued">
          In all languages alike. What the letter cannot do without cannot be hidden.
        </Text>
        {blocks.map(({ name, isHidden }, place) => (
          <InlineStack key={name} align="space-between" blockAlign="center" gap="200" wrap={false}>
            <Checkbox
              label={NAMES[name]}
              checked={!isHidden}
              disabled={required.includes(name)}
              onChange={(isShown) => show(name, isShown)}
            />
            {name === 'footer' ? null : (
              <ButtonGroup gap="tight">
                <Button
                  size="slim"
                  disabled={place === 0}
                  onClick={() => move(place, place - 1)}
                  accessibilityLabel={`Move up: ${NAMES[name]}`}
                >
                  ↑
                </Button>
                <Button
                  size="slim"
                  disabled={place >= lastMovable}
                  onClick={() => move(place, place + 1)}
                  accessibilityLabel={`Move down: ${NAMES[name]}`}
                >
                  ↓
                </Button>
              </ButtonGroup>
            )}
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}
