/** Who bought what when, in flat memory: about eight bytes a line, whatever the ids look like. */
export interface Baskets<Id> {
  readonly products: readonly Id[];
  /** Lines of buyer b: from[b] up to from[b + 1]. */
  readonly from: Int32Array;
  /** Index into products; within a buyer in the order of products, then of days. */
  readonly product: Int32Array;
  readonly day: Int32Array;
}

interface BasketLine<Id> {
  readonly buyer: string;
  readonly productId: Id;
  readonly boughtOn: number;
}

/** Takes lines grouped by buyer; within one in any order. What a buyer bought twice on a day is one line. */
export function openBaskets<Id>(): { add(line: BasketLine<Id>): void; close(): Baskets<Id> } {
  const places = new Map<Id, number>();
  const products: Id[] = [];
  const product = growing();
  const day = growing();
  const from = growing();
  let buyer: string | null = null;
  let open: { product: number; day: number }[] = [];

  function closeBuyer(): void {
    if (open.length === 0) return;
    from.push(product.length());
    open.sort((a, b) => a.product - b.product || a.day - b.day);
    let last: { product: number; day: number } | null = null;
    for (const line of open) {
      if (last && last.product === line.product && last.day === line.day) continue;
      product.push(line.product);
      day.push(line.day);
      last = line;
    }
    open = [];
  }

  return {
    add(line) {
      if (line.buyer !== buyer) closeBuyer();
      buyer = line.buyer;
      let place = places.get(line.productId);
      if (place === undefined) {
        place = products.push(line.productId) - 1;
        places.set(line.productId, place);
      }
      open.push({ product: place, day: line.boughtOn });
    },
    close() {
      closeBuyer();
      from.push(product.length());
      return { products, from: from.read(), product: product.read(), day: day.read() };
    },
  };
}

function growing() {
  let values = new Int32Array(1 << 12);
  let length = 0;
  return {
    push(value: number) {
      if (length === values.length) {
        const wider = new Int32Array(length * 2);
        wider.set(values);
        values = wider;
      }
      values[length] = value;
      length += 1;
    },
    length: () => length,
    read: () => values.slice(0, length),
  };
}
