import { execute, getOperationAST, OperationTypeNode, type GraphQLError } from 'graphql';
import { loadAdminSchema } from '../schema/load-schema';
import { prepareDocument } from './prepare-document';
import { actualCost, requestedCost } from './query-cost';
import type { RequestContext } from './request-context';
import { resolveField, resolveType } from './resolve-field';
import type { Throttle } from './throttle';

const MAX_COST = 1000;

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/**
 * Answers one request to the Admin API: validated against the real schema, throttled by cost, executed on the demo's data.
 * @returns the body of a 200, errors included, as Shopify does
 */
export async function answerGraphql(
  request: GraphqlRequest,
  context: RequestContext,
  throttle: Throttle,
): Promise<Record<string, unknown>> {
  const prepared = prepareDocument(request.query);
  if ('errors' in prepared) return { errors: prepared.errors.map((error) => error.toJSON()) };
  const operation = getOperationAST(prepared.document, request.operationName);
  if (!operation) return failure('An operation name is required', 'operationNameMissing');
  const requested = requestedCost(prepared.document, operation, request.variables);
  if (requested > MAX_COST) {
    const message = `Query cost is ${requested}, which exceeds the single query max cost limit (${MAX_COST}).`;
    return { ...failure(message, 'MAX_COST_EXCEEDED'), extensions: cost(requested, null, throttle) };
  }
  if (!throttle.take(requested)) {
    return { ...failure('Throttled', 'THROTTLED'), extensions: cost(requested, null, throttle) };
  }
  const result = await execute({
    schema: loadAdminSchema(),
    document: prepared.document,
    variableValues: request.variables,
    operationName: request.operationName,
    contextValue: context,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  const actual = actualCost(result.data, requested, operation.operation === OperationTypeNode.MUTATION);
  throttle.giveBack(requested - actual);
  const errors = result.errors ? { errors: result.errors.map(readable) } : {};
  return { data: result.data, ...errors, extensions: cost(requested, actual, throttle) };
}

/** GraphQL hides what went wrong inside a resolver; here its sentence is meant to be read. */
function readable(error: GraphQLError): object {
  return { ...error.toJSON(), message: error.originalError?.message ?? error.message };
}

function failure(message: string, code: string): Record<string, unknown> {
  const documentation = 'https://shopify.dev/api/usage/rate-limits';
  return { errors: [{ message, extensions: { code, documentation } }] };
}

function cost(requested: number, actual: number | null, throttle: Throttle): Record<string, unknown> {
  return {
    cost: { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: throttle.status() },
  };
}
