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
      else tests.push(operand());
    }
    return (item) => tests.every((test) => test(item));
  };
  const operand = (): Test<T> => {
    const token = tokens[index] ?? '';
    index += 1;
    if (token.toUpperCase() === 'NOT') return not(operand());
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
  const tests = (quoted ? [rest.slice(1, -1)] : rest.split(',')).map((value) => valueTest(operator, value));
  const test: Test<T> = (item) => {
    const found = read(item);
    return tests.some((isMet) => isMet(found));
  };
  return minus ? not(test) : test;
}

type Found = string | number | readonly string[] | null;

function valueTest(operator: string, wanted: string): (found: Found) => boolean {
  if (wanted === '*' && operator === '') return (found) => found !== null;
  const second = Math.floor(Date.parse(wanted) / 1000);
  const id = /^\d+$/.test(wanted) ? BigInt(wanted) : null;
  const pattern = wanted.toLowerCase();
  const matches = (found: Found): boolean => {
    if (found === null) return false;
    if (typeof found === 'number') {
      if (Number.isNaN(second)) throw new GraphQLError(`"${wanted}" is no date.`);
      return compare(Math.floor(found / 1000), operator, second);
    }
    if (typeof found !== 'string') return found.some(matches);
    if (id !== null && /^\d+$/.test(found)) return compare(BigInt(found), operator, id);
    const text = found.toLowerCase();
    return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : compare(text, operator, pattern);
  };
  return matches;
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

function not<T>(test: Test<T>): Test<T> {
  return (item) => !test(item);
}
