/**
 * Who bought, as SQL over a row of "Order" or "Purchase": a customer, else a browser, else a telephone number, else nobody who
 * was seen before or will be again.
 */
export const WHO_BOUGHT =
  `coalesce('c' || "customerId", 'b' || "browserId", 'p' || "phoneHash", 'o' || "orderId")` as const;
