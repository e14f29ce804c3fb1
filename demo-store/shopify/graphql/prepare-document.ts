import { parse, validate, GraphQLError, type DocumentNode } from 'graphql';
import { loadAdminSchema } from '../schema/load-schema';

export type Prepared = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

const KEPT = 200;
const prepared = new Map<string, Prepared>();

/** Parses a query and validates it against the real schema. The last ones are remembered, since apps repeat themselves. */
export function prepareDocument(query: string): Prepared {
  const known = prepared.get(query);
  if (known) return known;
  const result = prepare(query);
  if (prepared.size >= KEPT) prepared.delete(prepared.keys().next().value ?? '');
  prepared.set(query, result);
  return result;
}

function prepare(query: string): Prepared {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    return { errors: [error instanceof GraphQLError ? error : new GraphQLError(String(error))] };
  }
  const errors = validate(loadAdminSchema(), document);
  return errors.length > 0 ? { errors } : { document };
}
