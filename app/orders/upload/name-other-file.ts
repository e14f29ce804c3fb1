/** Files that merchants have beside the order export, by columns that they all have and it has not. */
const OTHER_FILES: readonly { readonly what: string; readonly columns: readonly (readonly string[])[] }[] = [
  { what: 'Shopify’s inventory export', columns: [['handle'], ['location'], ['sku', 'option1name']] },
  {
    what: 'Shopify’s product export',
    columns: [
      ['handle', 'urlhandle'],
      ['title'],
      ['bodyhtml', 'description', 'vendor', 'variantsku', 'variantprice'],
    ],
  },
  {
    what: 'Shopify’s customer export',
    columns: [
      ['firstname'],
      ['lastname'],
      ['totalspent', 'totalorders', 'customerid', 'acceptsmarketing', 'acceptsemailmarketing'],
    ],
  },
  {
    what: 'Shopify’s payment transactions export',
    columns: [['order', 'name'], ['kind'], ['gateway'], ['amount']],
  },
  {
    what: 'Shopify’s payouts export',
    columns: [
      ['payoutdate', 'payoutstatus', 'availableon'],
      ['fee', 'fees', 'charges', 'net'],
    ],
  },
  {
    what: 'Shopify’s discounts export',
    columns: [
      ['valuetype', 'discountclass', 'appliesoncepercustomer'],
      ['timesusedintotal', 'status', 'value'],
    ],
  },
  {
    what: 'a PayPal report',
    columns: [
      ['timezone', 'zeitzone', 'fuseauhoraire', 'zonahoraria', 'fusoorario', 'tijdzone'],
      ['gross', 'brutto', 'brut', 'avanttaxe', 'bruto', 'lordo', 'transactionid', 'transaktionscode'],
    ],
  },
  { what: 'an Amazon report', columns: [['amazonorderid', 'orderitemid', 'asin']] },
  { what: 'a Stripe report', columns: [['balancetransactionid', 'paymentintentid', 'customerfacingamount']] },
];

/**
 * What a file is that is no order export, in words for a merchant; null when nothing known looks so.
 * @param names of its columns, with nothing but letters and digits, in lower case
 */
export function nameOtherFile(names: readonly string[]): string | null {
  const has = new Set(names);
  const found = OTHER_FILES.find(({ columns }) =>
    columns.every((some) => some.some((name) => has.has(name))),
  );
  return found?.what ?? null;
}
