import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isListType,
  getNullableType,
  isScalarType,
  isEnumType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { loadAdminSchema } from '../schema/load-schema';

const MUTATION_COST = 10;
const UNSIZED_LIST = 10;

/**
 * The points a query may cost at most. Shopify publishes: scalars and enums 0, objects 1, mutations 10, connections "sized by
 * first and last". How they are sized is not published; 1 + 2·ln(size) times the cost of one item fits the examples we know.
 */
export function requestedCost(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const schema = loadAdminSchema();
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const mutation = operation.operation === OperationTypeNode.MUTATION;
  const root = mutation ? schema.getMutationType() : schema.getQueryType();
  const own = costOf(operation.selectionSet, root as GraphQLObjectType, { fragments, variables });
  return Math.max(mutation ? MUTATION_COST : 1, Math.round(own));
}

/** The points an answer really costs, by the same sizes applied to what came back; a mutation is never cheaper. */
export function actualCost(value: unknown, requested: number, isMutation: boolean): number {
  const least = isMutation ? MUTATION_COST : 1;
  return Math.max(least, Math.min(requested, Math.round(costOfAnswer(value))));
}

interface Sizes {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

function costOf(selection: SelectionSetNode, type: GraphQLCompositeType, sizes: Sizes): number {
  let cost = 0;
  for (const node of selection.selections) {
    if (node.kind === Kind.FIELD) cost += costOfField(node, type, sizes);
    else {
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? sizes.fragments.get(node.name.value) : node;
      const on = fragment?.typeCondition
        ? loadAdminSchema().getType(fragment.typeCondition.name.value)
        : type;
      if (fragment && on && isCompositeType(on)) cost += costOf(fragment.selectionSet, on, sizes);
    }
  }
  return cost;
}

function costOfField(node: FieldNode, parent: GraphQLCompositeType, sizes: Sizes): number {
  const field =
    isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
  if (!field || !node.selectionSet) return 0;
  const type = getNamedType(field.type);
  if (isScalarType(type) || isEnumType(type) || !isCompositeType(type)) return 0;
  const inner = costOf(node.selectionSet, type, sizes);
  if (type.name.endsWith('Connection')) return inner * sized(pageSize(node, sizes));
  // nodes and edges are counted by the connection that holds them, once for each item
  if (type.name.endsWith('Edge') || type.name === 'PageInfo') return inner;
  const isList = isListType(getNullableType(field.type));
  const inConnection = node.name.value === 'nodes' && parent.name.endsWith('Connection');
  return (1 + inner) * (isList && !inConnection ? sized(pageSize(node, sizes)) : 1);
}

function sized(count: number): number {
  return count <= 0 ? 0 : 1 + 2 * Math.log(count);
}

function pageSize(node: FieldNode, sizes: Sizes): number {
  for (const argument of node.arguments ?? []) {
    const value = readArgument(argument.value, sizes);
    if (argument.name.value === 'ids' && Array.isArray(value)) return value.length;
    if (['first', 'last'].includes(argument.name.value) && typeof value === 'number') return value;
  }
  return UNSIZED_LIST;
}

function readArgument(value: ValueNode, sizes: Sizes): unknown {
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind === Kind.LIST) return value.values;
  return value.kind === Kind.VARIABLE ? sizes.variables[value.name.value] : undefined;
}

function costOfAnswer(value: unknown): number {
  if (Array.isArray(value)) {
    const dearest = Math.max(0, ...value.map(costOfAnswer));
    return dearest * sized(value.length);
  }
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, inner) => sum + costOfAnswer(inner), 1);
}
