/** `"Corner" <reminders@larder.example>`: the shop's name before the configured address, safe inside a header. */
export function senderOf(shopName: string, address: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what must not enter a header
  const name = shopName
    .replace(/[\u0000-\u001f"\\<>]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return name ? `"${name}" <${address}>` : address;
}
