/**
 * Shopify's money formats: `{{amount}}`, `{{amount_no_decimals}}`, `{{amount_with_comma_separator}}`,
 * `{{amount_no_decimals_with_comma_separator}}`, `{{amount_with_apostrophe_separator}}`,
 * `{{amount_with_space_separator}}`.
 * @param minor integer minor units (cents), whatever the currency, as Liquid's prices are.
 */
export function formatMoney(minor: number, format: string): string {
  return format.replace(/\{\{\s*(\w+)\s*\}\}/g, (_whole, name: string) => amount(minor, name));
}

function amount(minor: number, name: string): string {
  switch (name) {
    case 'amount_no_decimals':
      return group(Math.round(minor / 100).toFixed(0), ',');
    case 'amount_no_decimals_with_comma_separator':
      return group(Math.round(minor / 100).toFixed(0), '.');
    case 'amount_with_comma_separator':
      return decimals(minor, '.', ',');
    case 'amount_with_apostrophe_separator':
      return decimals(minor, "'", '.');
    case 'amount_with_space_separator':
      return decimals(minor, ' ', ',');
    default:
      return decimals(minor, ',', '.');
  }
}

function decimals(minor: number, thousands: string, point: string): string {
  const [whole = '0', rest = '00'] = (minor / 100).toFixed(2).split('.');
  return group(whole, thousands) + point + rest;
}

function group(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, separator);
}
