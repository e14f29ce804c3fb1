import type { ZodType } from 'zod';
import { readBody } from '../shopify/read-body.server';
import { answerJson } from '../shopify/authenticate-shopper.server';

const MAX_BYTES = 64 * 1024;

/** The parsed JSON body of an extension's request. @throws Response 400 or 413, readable by the extension. */
export async function readRequest<T>(request: Request, schema: ZodType<T>): Promise<T> {
  const text = await readBody(request, MAX_BYTES);
  if (text === null) throw answerJson({ error: 'too large' }, 413);
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // No JSON at all is answered like JSON of another shape.
  }
  throw answerJson({ error: 'malformed' }, 400);
}
