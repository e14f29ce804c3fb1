/** Liquidjs hands `filter: width: 200` on as the pair `['width', 200]` among the positional arguments. */
export function namedArguments(args: readonly unknown[]): Record<string, unknown> {
  const pairs = args.filter(
    (arg): arg is [string, unknown] => Array.isArray(arg) && typeof arg[0] === 'string',
  );
  return Object.fromEntries(pairs);
}
