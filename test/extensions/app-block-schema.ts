import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { JSONValidator } from '@shopify/theme-check-common/dist/JSONValidator.js';

/**
 * Shopify publishes schemas for theme settings, but none for the `{% schema %}` of an app block; theme check lets a
 * misspelt target or setting type pass. This is that missing schema.
 */
const APP_BLOCK = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'target'],
  properties: {
    name: { type: 'string' },
    target: { enum: ['section', 'head', 'body', 'compliance_head'] },
    tag: { type: ['string', 'null'] },
    class: { type: 'string' },
    stylesheet: { type: 'string', pattern: '\\.css$' },
    javascript: { type: 'string', pattern: '\\.js$' },
    enabled_on: { type: 'object' },
    disabled_on: { type: 'object' },
    available_if: { type: 'string', pattern: '^\\{\\{ *app\\.metafields\\.' },
    settings: { $ref: './settings.json', maxItems: 25 },
  },
};

const BASE = 'https://schemas.example.test/';

/** What is wrong with a block's schema, as sentences; empty when nothing is. */
export async function validateAppBlock(json: string): Promise<string[]> {
  const published = createRequire(import.meta.url).resolve('@shopify/theme-check-docs-updater/package.json');
  const shared = ['settings.json', 'setting.json', 'default_setting_values.json'].map((name) => ({
    uri: BASE + name,
    schema: readFileSync(join(dirname(published), 'data', name), 'utf8'),
  }));
  const appBlock = {
    uri: `${BASE}app_block.json`,
    fileMatch: ['**/blocks/*.liquid'],
    schema: JSON.stringify(APP_BLOCK),
  };
  const validator = await JSONValidator.create({ schemas: async () => [appBlock, ...shared] }, {} as never);
  const found = (await validator?.validate('file:///blocks/block.liquid', json)) ?? [];
  return [...found.map(({ message }) => message), ...rangeProblems(json)];
}

interface RangeSetting {
  type: string;
  id: string;
  min: number;
  max: number;
  step?: number;
  default?: number;
}

/** Shopify refuses a range whose default is off its steps, or that has more than 101 steps. */
function rangeProblems(json: string): string[] {
  const { settings = [] } = JSON.parse(json) as { settings?: RangeSetting[] };
  return settings
    .filter(({ type }) => type === 'range')
    .flatMap(({ id, min, max, step = 1, default: value }) => {
      if (value === undefined) return [`range ${id} has no default`];
      if (value < min || value > max) return [`range ${id}: default ${value} is outside ${min} to ${max}`];
      if ((value - min) % step !== 0) return [`range ${id}: default ${value} is not on a step`];
      return (max - min) / step > 100 ? [`range ${id} has more than 101 steps`] : [];
    });
}
