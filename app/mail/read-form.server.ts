import { readBody } from '../shopify/read-body.server';

const MAX_BYTES = 8 * 1024;

/** The fields of a small form, url-encoded or multipart (mail programs send either); null for anything else. */
export async function readForm(request: Request): Promise<Pick<URLSearchParams, 'get'> | null> {
  const body = await readBody(request, MAX_BYTES);
  if (body === null) return null;
  const type = request.headers.get('Content-Type') ?? '';
  if (!type.startsWith('multipart/form-data')) return new URLSearchParams(body);
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => null);
  if (!form) return null;
  return new URLSearchParams(
    [...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
}
