import { createHash } from 'node:crypto';
import { isoSeconds } from '../../instants';
import type { StoredMetafield } from '../../installation';
import { connect, inGivenOrder } from '../connect';
import { gid, parseGid } from '../gid';
import type { Fields, RequestContext } from '../request-context';
import type { Args } from '../args';

/** The two metafield fields that many types share; only what the app itself stored is there. */
export function metafieldsOf<Source>(
  ownerId: (source: Source, context: RequestContext) => string,
): Fields<Source> {
  return {
    metafield: (source, args, context) =>
      stored(context, ownerId(source, context)).find(
        (field) => field.key === args.key && field.namespace === namespaceOf(args.namespace),
      ) ?? null,
    metafields: (source, args, context) => {
      const wanted = stored(context, ownerId(source, context)).filter(
        (field) => args.namespace == null || field.namespace === namespaceOf(args.namespace),
      );
      return connect(
        inGivenOrder(wanted, (field) => field.id),
        args,
      );
    },
  };
}

export const MetafieldFields: Fields<StoredMetafield> = {
  id: (field) => gid('Metafield', field.id),
  legacyResourceId: (field) => field.id,
  namespace: (field) => field.namespace,
  key: (field) => field.key,
  type: (field) => field.type,
  value: (field) => field.value,
  jsonValue: (field) =>
    /^(json|list\.|number|boolean)/.test(field.type) ? (JSON.parse(field.value) as unknown) : field.value,
  compareDigest: (field) => createHash('sha256').update(field.value).digest('hex'),
  sizeInBytes: (field) => Buffer.byteLength(field.value),
  createdAt: (field) => isoSeconds(field.createdAt),
  updatedAt: (field) => isoSeconds(field.updatedAt),
};

const JSON_LIMIT_BYTES = 128 * 1024;

/** `metafieldsSet`: all or nothing, as Shopify does it. */
export function setMetafields(_root: unknown, args: Args, { installation, world }: RequestContext): unknown {
  const inputs = args.metafields as readonly Readonly<Record<string, string | null | undefined>>[];
  const kept = [...installation.get().metafields];
  const changed: StoredMetafield[] = [];
  for (const [index, input] of inputs.entries()) {
    const place = {
      ownerId: String(input.ownerId),
      namespace: namespaceOf(input.namespace),
      key: String(input.key),
    };
    const at = kept.findIndex(
      (field) =>
        field.ownerId === place.ownerId && field.namespace === place.namespace && field.key === place.key,
    );
    const old = kept[at];
    const type = input.type ?? old?.type;
    const fault = faultOf(place.ownerId, type, String(input.value));
    if (fault)
      return {
        metafields: [],
        userErrors: [{ ...fault, elementIndex: index, field: ['metafields', String(index), fault.part] }],
      };
    const next: StoredMetafield = {
      ...place,
      id: old?.id ?? String(9_000_000_000_000_000_000n + BigInt(kept.length)),
      type: String(type),
      value: String(input.value),
      createdAt: old?.createdAt ?? world.now(),
      updatedAt: world.now(),
    };
    if (old) kept[at] = next;
    else kept.push(next);
    changed.push(next);
  }
  installation.change({ metafields: kept });
  return { metafields: changed, userErrors: [] };
}

function faultOf(ownerId: string, type: string | undefined, value: string) {
  if (!parseGid(ownerId)) return { part: 'ownerId', code: 'INVALID', message: 'Owner does not exist.' };
  if (!type) return { part: 'type', code: 'BLANK', message: "Type can't be blank" };
  if (type === 'json' || type.startsWith('list.')) {
    if (!parses(value))
      return {
        part: 'value',
        code: 'INVALID_VALUE',
        message: `Value is invalid JSON: ${value.slice(0, 40)}`,
      };
    if (Buffer.byteLength(value) > JSON_LIMIT_BYTES)
      return { part: 'value', code: 'TOO_LONG', message: 'Value is too long.' };
  }
  return null;
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Left out, the namespace is the one reserved for the app. */
function namespaceOf(namespace: unknown): string {
  return typeof namespace === 'string' ? namespace : '$app';
}

function stored(context: RequestContext, ownerId: string): readonly StoredMetafield[] {
  return context.installation.get().metafields.filter((field) => field.ownerId === ownerId);
}
