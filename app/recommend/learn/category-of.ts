/** The category that Shopify gives a product, else the merchant's own type; empty when neither says anything. */
export function categoryOf(product: {
  readonly categoryName: string | null;
  readonly productType: string | null;
}): string {
  const name = product.categoryName?.trim() ?? '';
  if (name !== '' && !/^uncategori[sz]ed$/i.test(name)) return name;
  return product.productType?.trim() ?? '';
}
