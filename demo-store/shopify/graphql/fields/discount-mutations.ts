import type { DiscountValue } from '../../../world/discount';
import type { World } from '../../../world/types';
import { minorOf } from '../../money';
import type { Args } from '../args';
import { gid, idOf } from '../gid';
import type { RequestContext } from '../request-context';

/** What the demo store understands of `DiscountCodeBasicInput`; the schema has checked its types. */
interface BasicInput {
  readonly title?: string | null;
  readonly code?: string | null;
  readonly startsAt?: string | null;
  readonly endsAt?: string | null;
  readonly usageLimit?: number | null;
  readonly appliesOncePerCustomer?: boolean | null;
  readonly context?: Selection | null;
  readonly customerSelection?: (Selection & { readonly all?: unknown }) | null;
  readonly customerGets?: {
    readonly value?: {
      readonly percentage?: number | null;
      readonly discountAmount?: {
        readonly amount?: string | null;
        readonly appliesOnEachItem?: boolean | null;
      } | null;
      readonly discountOnQuantity?: unknown;
    } | null;
    readonly items?: { readonly all?: boolean | null } | null;
    readonly appliesOnSubscription?: boolean | null;
  } | null;
  readonly minimumRequirement?: unknown;
  readonly recurringCycleLimit?: unknown;
}

interface Selection {
  readonly all?: unknown;
  readonly customers?: { readonly add?: readonly string[] | null } | null;
}

interface Fault {
  readonly field: readonly string[];
  readonly code: string;
  readonly message: string;
}

const LONGEST_CODE = 255;

/**
 * `discountCodeBasicCreate`: a percentage or an amount off the whole order, for everybody or for named customers.
 * @throws Error for a condition that the demo store does not know, so that none is silently dropped
 */
export function createDiscount(_root: unknown, args: Args, { world }: RequestContext): unknown {
  const input = args.basicCodeDiscount as BasicInput;
  refuseUnknown(input);
  const faults = faultsOf(input, world);
  if (faults.length > 0) {
    const userErrors = faults.map(({ field, ...fault }) => ({
      ...fault,
      field: ['basicCodeDiscount', ...field],
      extraInfo: null,
    }));
    return { codeDiscountNode: null, userErrors };
  }
  const discount = world.createDiscount({
    title: input.title ?? '',
    code: input.code ?? '',
    value: valueOf(input, world.shop.currency) ?? { kind: 'amount', minor: 0 },
    customerIds: customersOf(input),
    usageLimit: input.usageLimit ?? null,
    oncePerCustomer: input.appliesOncePerCustomer ?? false,
    startsAt: Date.parse(input.startsAt ?? ''),
    endsAt: input.endsAt ? Date.parse(input.endsAt) : null,
  });
  return { codeDiscountNode: discount, userErrors: [] };
}

/** `discountCodeDelete` */
export function deleteDiscount(_root: unknown, args: Args, { world }: RequestContext): unknown {
  const id = idOf('DiscountCodeNode', args.id);
  if (!world.discount(id ?? '')) {
    const message = 'Code discount does not exist.';
    return {
      deletedCodeDiscountId: null,
      userErrors: [{ field: ['id'], code: 'INVALID', message, extraInfo: null }],
    };
  }
  world.deleteDiscount(id ?? '');
  return { deletedCodeDiscountId: gid('DiscountCodeNode', id ?? ''), userErrors: [] };
}

function refuseUnknown({ customerGets, minimumRequirement, recurringCycleLimit }: BasicInput): void {
  const unknown = [
    ['minimumRequirement', minimumRequirement],
    ['recurringCycleLimit', recurringCycleLimit],
    ['customerGets.value.discountOnQuantity', customerGets?.value?.discountOnQuantity],
    [
      'customerGets.value.discountAmount.appliesOnEachItem',
      customerGets?.value?.discountAmount?.appliesOnEachItem,
    ],
    ['customerGets.appliesOnSubscription', customerGets?.appliesOnSubscription],
  ].find(([, given]) => given);
  if (unknown) throw new Error(`The demo store does not know a discount's ${String(unknown[0])} yet.`);
}

function faultsOf(input: BasicInput, world: World): Fault[] {
  const faults: Fault[] = [];
  const add = (field: string, code: string, message: string) =>
    faults.push({ field: field.split('.'), code, message });
  const { code = '', title, startsAt, endsAt, usageLimit } = input;
  if (!title?.trim()) add('title', 'BLANK', "Title can't be blank");
  if (!code?.trim()) add('code', 'BLANK', "Code can't be blank");
  else if (code.length > LONGEST_CODE)
    add('code', 'TOO_LONG', `Code is too long (maximum is ${LONGEST_CODE} characters)`);
  else if (world.discountByCode(code))
    add('code', 'TAKEN', 'Code must be unique. Please try a different code.');
  if (!startsAt) add('startsAt', 'BLANK', "Starts at can't be blank");
  else if (endsAt && Date.parse(endsAt) <= Date.parse(startsAt))
    add('endsAt', 'END_DATE_BEFORE_START_DATE', 'Ends at needs to be after starts_at');
  if (usageLimit != null && usageLimit < 1)
    add('usageLimit', 'GREATER_THAN', 'Usage limit must be greater than 0');
  faults.push(...valueFaults(input, world.shop.currency), ...buyerFaults(input, world));
  if (!input.customerGets?.items?.all)
    add('customerGets.items', 'BLANK', "Items can't be blank: the demo store knows only all of them");
  return faults;
}

function valueFaults(input: BasicInput, currency: string): Fault[] {
  const value = valueOf(input, currency);
  const at = ['customerGets', 'value'];
  if (!value) return [{ field: at, code: 'BLANK', message: "Value can't be blank" }];
  if (value.kind === 'percentage') {
    if (value.share > 0 && value.share <= 1) return [];
    const message = 'Value must be between 0.0 and 1.0';
    return [{ field: [...at, 'percentage'], code: 'VALUE_OUTSIDE_RANGE', message }];
  }
  if (value.minor > 0) return [];
  const field = [...at, 'discountAmount', 'amount'];
  return [{ field, code: 'GREATER_THAN', message: 'Amount must be greater than 0' }];
}

function buyerFaults(input: BasicInput, world: World): Fault[] {
  const field = input.customerSelection ? 'customerSelection' : 'context';
  const selection = input.customerSelection ?? input.context;
  const ids = selection?.customers?.add;
  if (!selection?.all && !ids?.length)
    return [{ field: [field], code: 'BLANK', message: "Context can't be blank" }];
  const gone = ids?.some((id) => !world.customer(idOf('Customer', id) ?? ''));
  if (!gone) return [];
  return [{ field: [field, 'customers', 'add'], code: 'INVALID', message: 'Customers are invalid' }];
}

function valueOf({ customerGets }: BasicInput, currency: string): DiscountValue | null {
  const { percentage, discountAmount } = customerGets?.value ?? {};
  if (percentage != null) return { kind: 'percentage', share: percentage };
  if (discountAmount?.amount == null) return null;
  return { kind: 'amount', minor: minorOf(discountAmount.amount, currency) };
}

function customersOf({ context, customerSelection }: BasicInput): readonly string[] | null {
  const selection = customerSelection ?? context;
  if (selection?.all || !selection?.customers?.add) return null;
  return selection.customers.add.flatMap((id) => idOf('Customer', id) ?? []);
}
