/** Addresses outside the admin where nothing is. */
export function loader(): never {
  throw new Response('There is nothing at this address.', { status: 404 });
}

/** A route without a page is a file to Remix, and its answer would go out bare. */
export default function Nothing() {
  return null;
}
