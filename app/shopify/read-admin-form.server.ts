import type { z, ZodType } from 'zod';
import { readBody } from './read-body.server';

const MAX_BYTES = 64 * 1024;

/**
 * The fields of a form that an admin page sent, as `schema` has them: the one way in for every action.
 * @throws Response 400 for anything else, 413 for more than 64 KB; the page's error boundary shows them.
 */
export async function readAdminForm<S extends ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const body = await readBody(request, MAX_BYTES);
  if (body === null) throw new Response('That was more than fits into this form.', { status: 413 });
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  const fields = await new Response(body, { headers }).formData().catch(() => null);
  const parsed = schema.safeParse(fields && Object.fromEntries(fields));
  if (parsed.success) return parsed.data;
  throw new Response('This page could not read what was sent. Nothing was changed.', { status: 400 });
}
