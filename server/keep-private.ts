/**
 * An answer of Remix with the headers that all of them carry: nobody keeps it, and its address, which may hold a token, is
 * told to no other site. Outside the admin a route may say otherwise.
 * @param path as it was asked for
 */
export function keepPrivate(path: string, answer: Response): Response {
  const headers = new Headers(answer.headers);
  const isAdmin = /^\/app\b/i.test(path);
  if (isAdmin || !headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
  if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'same-origin');
  const { body, status, statusText } = answer;
  return new Response(body, { status, statusText, headers });
}
