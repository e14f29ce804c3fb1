/** Files as Shopify's order export writes them, for tests. */

export const EXPORT_COLUMNS =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Id,Tags,Risk Level,Source,Lineitem discount,Phone'.split(
    ',',
  );

export type ExportLine = Readonly<Record<string, string | number>>;

/** A paid order of one bag of coffee; what differs is passed. */
export function exportedOrder(id: number | bigint, change: ExportLine = {}): ExportLine {
  return {
    Name: `#${id}`,
    Email: 'ada@example.test',
    'Financial Status': 'paid',
    Currency: 'GBP',
    Subtotal: '8.00',
    Total: '11.50',
    'Created at': '2025-03-10 23:30:00 -0500',
    'Lineitem quantity': 1,
    'Lineitem name': 'Coffee - 250 g',
    'Lineitem price': '8.00',
    'Lineitem sku': 'COF-250',
    'Payment Method': 'Shopify Payments',
    'Refunded Amount': '0.00',
    Id: String(id),
    Source: 'web',
    ...change,
  };
}

/** A further line of the order before it, which repeats its name and address only. */
export function furtherLine(id: number | bigint, change: ExportLine = {}): ExportLine {
  return {
    Name: `#${id}`,
    Email: 'ada@example.test',
    'Lineitem quantity': 1,
    'Lineitem name': 'Coffee - 1 kg',
    'Lineitem price': '24.00',
    'Lineitem sku': 'COF-1000',
    ...change,
  };
}

export function toCsv(lines: readonly ExportLine[], columns: readonly string[] = EXPORT_COLUMNS): string {
  const rows = lines.map((line) => columns.map((column) => quote(String(line[column] ?? ''))));
  return [columns, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

function quote(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
