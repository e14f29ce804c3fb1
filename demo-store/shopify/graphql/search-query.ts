import { GraphQLError } from 'graphql';

/** Reads one searchable field of an item: instants as epoch ms, everything else as text or a list of texts. */
export type SearchFields<T> = Readonly<
  Record<string, (item: T) => string | number | readonly string[] | null>
>;

type Test<T> = (item: T) => boolean;

/**
 * Shopify's search syntax: `field:value`, `field:>=value` (also `>`, `<`, `<=`), quotes, `a,b` lists, `-` or NOT, AND (or just
 * a space), OR and parentheses. Instants compare by the second.
 * @throws GraphQLError for a field that `fields` does not have; Shopify itself would only warn.
 */
export function readSearch<T>(query: string, fields: SearchFields<T>): Test<T> {
  const tokens = query.match(/\(|\)|-?[\w.]+:(?:[<>]=?)?(?:"[^"]*"|'[^']*'|[^\s()]+)|[^\s()]+/g) ?? [];
  let index = 0;

  const either = (): Test<T> => {
    const sides = [all()];
    while (tokens[index]?.toUpperCase() === 'OR') {
      index += 1;
      sides.push(all());
    }
    return (item) => sides.some((side) => side(item));
  };
  const all = (): Test<T> => {
    const tests: Test<T>[] = [];
    while (index < tokens.length && tokens[index] !== ')' && tokens[index]?.toUpperCase() !== 'OR') {
      if (tokens[index]?.toUpperCase() === 'AND') index += 1;
      else tests.push(one());
    }
    return (item) => tests.every((test) => test(item));
  };
  const one = (): Test<T> => {
    const token = tokens[index] ?? '';
    index += 1;
    if (token.toUpperCase() === 'NOT') return not(one());
    if (token !== '(') return readTerm(token, fields);
    const inner = either();
    index += 1;
    return inner;
  };
  return either();
}

function readTerm<T>(token: string, fields: SearchFields<T>): Test<T> {
  const match = /^(-?)([\w.]+):([<>]=?)?(.*)$/s.exec(token);
  if (!match) throw new GraphQLError(`The demo store does not search for bare words ("${token}").`);
  const [, minus, name = '', operator = '', rest = ''] = match;
  const read = fields[name];
  if (!read) throw new GraphQLError(`The demo store does not search by "${name}".`);
  const quoted = /^(["']).*\1$/s.test(rest);
  const wanted = quoted ? [rest.slice(1, -1)] : rest.split(',');
  const test: Test<T> = (item) => wanted.some((value) => matches(read(item), operator, value));
  return minus ? not(test) : test;
}

function matches(
  found: string | number | readonly string[] | null,
  operator: string,
  wanted: string,
): boolean {
  if (wanted === '*' && operator === '') return found !== null;
  if (found === null) return false;
  if (typeof found === 'number')
    return compare(Math.floor(found / 1000), operator, Math.floor(instant(wanted) / 1000));
  if (typeof found !== 'string') return found.some((text) => matches(text, operator, wanted));
  if (/^\d+$/.test(found) && /^\d+$/.test(wanted)) return compare(BigInt(found), operator, BigInt(wanted));
  const [text, pattern] = [found.toLowerCase(), wanted.toLowerCase()];
  return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : compare(text, operator, pattern);
}

function compare<V extends string | number | bigint>(a: V, operator: string, b: V): boolean {
  switch (operator) {
    case '>=':
      return a >= b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '<':
      return a < b;
    default:
      return a === b;
  }
}

function instant(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new GraphQLError(`"${text}" is no date.`);
  return at;
}

function not<T>(test: Test<T>): Test<T> {
  return (item) => !test(item);
}
