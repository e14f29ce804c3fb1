/** `"Corner" <reminders@larder.example>`: the shop's name before the configured address, safe inside a header. */
export function senderOf(shopName: string, address: string): string {
  const name = shopName
    .replace(/[\p{Cc}"\\<>]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return name ? `"${name}" <${address}>` : address;
}
