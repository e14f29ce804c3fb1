/** Attributes without the private ones (`__…`), which checkout hides. */
export function privateFree<Attribute extends { readonly key: string }>(
  attributes: readonly Attribute[],
): Attribute[] {
  return attributes.filter((attribute) => !attribute.key.startsWith('__'));
}
