/** A value of the part of TOML that `shopify.app.toml` uses. */
export type TomlValue = string | number | boolean | TomlValue[] | TomlTable;
export interface TomlTable {
  [key: string]: TomlValue;
}

/**
 * Reads tables, arrays of tables, strings, numbers, booleans and (multi-line) arrays; no dates, no inline tables, no dotted keys.
 * @throws Error that names the line it cannot read.
 */
export function readToml(text: string): TomlTable {
  const root: TomlTable = {};
  let table = root;
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = withoutComment(lines[index] ?? '').trim();
    if (line === '') continue;
    const list = /^\[\[([\w.-]+)\]\]$/.exec(line);
    const single = /^\[([\w.-]+)\]$/.exec(line);
    if (list?.[1]) table = appendTable(root, list[1].split('.'));
    else if (single?.[1]) table = openTable(root, single[1].split('.'));
    else {
      const pair = /^([\w-]+)\s*=\s*(.+)$/.exec(line);
      if (!pair?.[1] || !pair[2])
        throw new Error(`Line ${index + 1} of the TOML file cannot be read: ${line}`);
      let value = pair[2];
      while (value.startsWith('[') && !value.endsWith(']') && index + 1 < lines.length) {
        index += 1;
        value += withoutComment(lines[index] ?? '').trim();
      }
      table[pair[1]] = readValue(value, index + 1);
    }
  }
  return root;
}

/** A `#` inside a quoted string is no comment. */
function withoutComment(line: string): string {
  return /^((?:[^#"']|"(?:[^"\\]|\\.)*"|'[^']*')*)/.exec(line)?.[1] ?? line;
}

function openTable(root: TomlTable, path: readonly string[]): TomlTable {
  let table = root;
  for (const name of path) {
    const next = (table[name] ??= {});
    const inner = Array.isArray(next) ? next.at(-1) : next;
    if (typeof inner !== 'object' || Array.isArray(inner))
      throw new Error(`${path.join('.')} is not a table.`);
    table = inner;
  }
  return table;
}

function appendTable(root: TomlTable, path: readonly string[]): TomlTable {
  const parent = openTable(root, path.slice(0, -1));
  const list = (parent[path.at(-1) ?? ''] ??= []);
  if (!Array.isArray(list)) throw new Error(`${path.join('.')} is not a list of tables.`);
  const table: TomlTable = {};
  list.push(table);
  return table;
}

function readValue(text: string, line: number): TomlValue {
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^[+-]?\d[\d_]*(\.\d+)?$/.test(text)) return Number(text.replaceAll('_', ''));
  if (/^'[^']*'$/.test(text)) return text.slice(1, -1);
  if (/^"(?:[^"\\]|\\.)*"$/.test(text)) return JSON.parse(text) as string;
  if (text.startsWith('[') && text.endsWith(']')) {
    const items = text.slice(1, -1).match(/"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,]+/g) ?? [];
    return items.map((item) => readValue(item, line));
  }
  throw new Error(`Line ${line} of the TOML file has a value that cannot be read: ${text}`);
}
