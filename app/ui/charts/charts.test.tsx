import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BarChart } from './bar-chart';
import { LineChart } from './line-chart';
import { LOOKS } from './looks';
import { Sparkline } from './sparkline';
import { step } from './use-chosen-point';

const percent = (value: number) => `${Math.round(value * 100)}%`;
const points = [10, 20, 30].map((x) => ({ x, y: x / 100, words: `Day ${x}: ${x}% are back` }));
const axes = { x: { label: 'Days', format: String }, y: { label: 'Back', format: percent } };

describe('a chart as the server sends it', () => {
  const html = renderToStaticMarkup(
    <LineChart
      title="When buyers come back"
      description="Share of returning buyers by day."
      series={[
        { name: 'Coffee', points },
        { name: 'Tea', points: points.map((point) => ({ ...point, low: 0.1, high: 0.4 })) },
      ]}
      {...axes}
      shape="step"
      marks={[{ axis: 'x', at: 20, label: 'Half' }]}
      spans={[{ from: 12, to: 18, label: 'Window' }]}
    />,
  );

  it('has a name, a description and words for each point', () => {
    expect(html).toMatch(/<figure[^>]*aria-labelledby="(.+?)"[^>]*>.*<h3[^>]*id="\1"/);
    expect(html).toContain('aria-label="Tea. Day 20: 20% are back"');
  });

  it('has one point in the tab order', () => {
    expect(html.match(/role="img" tabindex="0"/g)).toHaveLength(1);
    expect(html.match(/role="img" tabindex="-1"/g)).toHaveLength(5);
  });

  it('holds its data as a table, intervals included', () => {
    expect(html).toContain('<th scope="row">20</th><td>20%</td><td>20% (10% to 40%)</td>');
  });

  it('tells series apart by dash and marker, not by colour alone', () => {
    expect(html).toContain('larder-marker--circle');
    expect(html).toContain('larder-marker--square');
    expect(new Set(LOOKS.map(({ dash, marker }) => `${dash} ${marker}`)).size).toBe(LOOKS.length);
  });

  it('has no number that is none', () => {
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('says so when there is nothing to draw', () => {
    const empty = renderToStaticMarkup(<LineChart title="t" description="d" series={[]} {...axes} />);
    expect(empty).toContain('nothing to draw');
    const none = renderToStaticMarkup(<BarChart title="t" description="d" bars={[]} {...axes} />);
    expect(none).toContain('nothing to draw');
  });

  it('draws bars from zero, all-zero ones too', () => {
    const bars = [0, 7].map((from) => ({
      from,
      to: from + 7,
      value: 0,
      label: `${from}`,
      words: `None in week ${from}`,
    }));
    const flat = renderToStaticMarkup(<BarChart title="t" description="d" bars={bars} {...axes} />);
    expect(flat).toContain('None in week 7');
    expect(flat).not.toMatch(/NaN|Infinity/);
  });

  it('says a small curve in words, and stands a single or no value', () => {
    for (const values of [[], [0.5], [0, 0.5, 1]]) {
      const small = renderToStaticMarkup(<Sparkline values={values} words="Half are back by day 30" />);
      expect(small).toContain('<title>Half are back by day 30</title>');
      expect(small).not.toMatch(/NaN|Infinity/);
    }
  });
});

describe('arrow keys', () => {
  it.each([
    ['ArrowRight', { series: 0, point: 2 }],
    ['ArrowLeft', { series: 0, point: 0 }],
    ['End', { series: 0, point: 2 }],
    ['ArrowDown', { series: 1, point: 0 }],
    ['ArrowUp', null],
    ['a', null],
  ])('%s leads from the second point to %j', (key, to) => {
    expect(step({ series: 0, point: 1 }, key, [3, 1])).toEqual(to);
  });
});

describe('inks on white', () => {
  const css = readFileSync(join(import.meta.dirname, 'charts.css'), 'utf8');
  const inCss = [...css.matchAll(/(?:color|stroke): (#\w{6})/g)].map(([, ink]) => ink ?? '');
  const gridLine = '#e3e3e3'; // nothing is read off it: the ticks' words say the same

  it.each([...LOOKS.map(({ ink }) => ink), ...inCss.filter((ink) => ink !== gridLine)])(
    '%s can be read',
    (ink) => {
      expect(contrastOnWhite(ink)).toBeGreaterThanOrEqual(4.5);
    },
  );
});

/** WCAG 2.1, relative luminance. */
function contrastOnWhite(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}
