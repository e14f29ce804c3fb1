import { useRevalidator } from '@remix-run/react';
import { BlockStack, Card, FormLayout, Select, Text, TextField } from '@shopify/polaris';
import type { SettingsView } from '../../follow-ups/manage-settings.server';
import type { SettingsField } from '../../follow-ups/settings';
import type { Answer } from '../../ui/answer';
import { countOf } from '../../ui/format-values';
import { Problem } from '../../ui/problem';
import { DiscountPermission } from './discount-permission';
import type { SettingsState } from './use-settings';

interface SettingsCardProps {
  readonly view: SettingsView;
  readonly settings: SettingsState;
  readonly answer: Answer | null;
}

const KINDS = [
  { label: 'No discount', value: 'none' },
  { label: 'A percentage', value: 'percent' },
  { label: 'An amount', value: 'amount' },
];

/** When the email is due, and whether a discount may come with what somebody does not have yet. */
export function SettingsCard({ view, settings, answer }: SettingsCardProps) {
  const { revalidate } = useRevalidator();
  const { discountKind } = settings.values;
  const props = (field: SettingsField) => ({
    value: settings.values[field],
    error: settings.problems[field],
    onChange: (value: string) => settings.set(field, value),
    autoComplete: 'off',
  });
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          When, and with what
        </Text>
        <Problem answer={answer} />
        <FormLayout>
          <TextField
            label="Days after an order was sent"
            inputMode="numeric"
            suffix="days"
            {...props('delayDays')}
            helpText="Counted from its fulfilment, or from the order where Shopify says of none. At the hour at which the customer usually orders."
          />
          <Select label="Discount on products they do not have" options={KINDS} {...props('discountKind')} />
          {discountKind === 'percent' ? (
            <TextField label="Percentage" inputMode="numeric" suffix="%" {...props('percent')} />
          ) : null}
          {discountKind === 'amount' ? (
            <TextField label="Amount" inputMode="decimal" suffix={view.currency} {...props('amount')} />
          ) : null}
          {discountKind === 'none' ? null : (
            <FormLayout.Group>
              <TextField label="A code works for" inputMode="numeric" suffix="days" {...props('days')} />
              <TextField
                label="Codes in a month, at most"
                inputMode="numeric"
                {...props('aMonth')}
                helpText={`${countOf(view.codesThisMonth, 'code')} made this month.`}
              />
            </FormLayout.Group>
          )}
        </FormLayout>
        {discountKind === 'none' ? null : (
          <Text as="p" tone="subdued">
            Each code is for one customer, once. Nobody who bought something that gets used up is given one,
            and nobody whose address is not the one on the order. Codes that were not used are deleted when
            they end.
          </Text>
        )}
        {discountKind !== 'none' && !view.mayMakeCodes ? (
          <DiscountPermission onGranted={() => revalidate()} />
        ) : null}
      </BlockStack>
    </Card>
  );
}
