import { readBody } from '../../shopify/read-body.server';

const MAX_BYTES = 8 * 1024;

type Fields = Pick<URLSearchParams, 'get'>;

/** What a body that is no form of ours holds. */
const NO_FIELDS: Fields = new URLSearchParams();

/**
 * The fields of a small form, url-encoded or multipart. A body of another kind, too large, broken or cut short has none:
 * the doors that programs post to must act whatever they sent.
 */
export async function readForm(request: Request): Promise<Fields> {
  try {
    const body = await readBody(request, MAX_BYTES);
    if (body === null) return NO_FIELDS;
    const type = request.headers.get('Content-Type') ?? '';
    if (!/^\s*multipart\/form-data\b/i.test(type)) return new URLSearchParams(body);
    const form = await new Response(body, { headers: { 'Content-Type': type } }).formData();
    return new URLSearchParams(
      [...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
    );
  } catch {
    return NO_FIELDS;
  }
}
