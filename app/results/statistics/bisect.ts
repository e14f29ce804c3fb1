/**
 * Where a function changes sign between two points, by bisection to the last bits of a double (at most 200 halvings).
 * @param from a point where `isBefore` holds, or the answer is `from`
 * @param to a point where it does not
 * @param isBefore true on the side of `from`; monotone between the points
 * @param width stop when the bracket is no wider; 0 for all bits
 */
export function bisect(from: number, to: number, isBefore: (at: number) => boolean, width = 0): number {
  let near = from;
  let far = to;
  for (let step = 0; step < 200 && Math.abs(far - near) > width; step += 1) {
    const middle = near + (far - near) / 2;
    if (middle === near || middle === far) break;
    if (isBefore(middle)) near = middle;
    else far = middle;
  }
  return near + (far - near) / 2;
}
