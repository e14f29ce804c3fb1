import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog, failureOf } from './log.server';
import { shownPath } from './shown-path';

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('debug', { write: (line: string) => void lines.push(line) }));
  return lines.join('');
}

test('of an address only our own words are shown', () => {
  expect(shownPath('/mail/snooze/TOKEN/x?y=z')).toBe('/mail/snooze/…/…');
  expect(shownPath('https://larder.example.test/app/shoppers.data?customer=7')).toBe('/app/shoppers.data');
  expect(shownPath('//mail//TOKEN#frag')).toBe('//mail//…');
  expect(shownPath('/ada@example.test')).toBe('/…');
  expect(shownPath('?hmac=1')).toBe('/');
});

test('every fixed word of a route is one of ours', () => {
  const routes = readdirSync(join(import.meta.dirname, 'routes'))
    .map((name) => name.replace(/\.tsx?$/, ''))
    .flatMap((name) => name.split('.'))
    .map((word) => word.replace(/_$/, ''))
    .filter((word) => !word.startsWith('$') && word !== '_index');
  const hot = readFileSync(join(import.meta.dirname, '../server/hot-paths.ts'), 'utf8');
  const paths = [...hot.matchAll(/'(?:GET|POST) (\/[^']*)'/g)].map((match) => match[1] ?? '');
  expect(paths.length).toBeGreaterThan(3);
  expect(routes.filter((word) => shownPath(`/${word}`) !== `/${word}`)).toEqual([]);
  expect(paths.filter((path) => shownPath(path) !== path)).toEqual([]);
});

test('an error that repeats the request is logged without it, in every form', () => {
  const token = 'Qx7_tok-en+Value%20of%20Ada';
  const target = `https://larder.example.test/mail/snooze/${token}/x?signature=abcdef123456&email=ada%40example.test`;
  const error = new Error(
    `No route matches URL "/mail/snooze/${token}/x" (Qx7_tok-en Value of Ada, abcdef123456)`,
    {
      cause: new Error(`ada@example.test ${target}`),
    },
  );
  const line = linesOf((log) => log.error(failureOf(error, target), 'A request failed'));
  expect(line).not.toMatch(/Qx7_tok|of Ada|abcdef123456|ada(@|%40)example/);
  expect(JSON.parse(line)).toMatchObject({ path: '/mail/snooze/…/…', err: { type: 'Error' } });
  expect((JSON.parse(line) as { err: { stack: string } }).err.stack).toContain('log.test.ts');
});

test('tokens, addresses and queries are cut out of every text and error', () => {
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJkZXN0IjoiYSJ9.c2lnbmF0dXJl';
  const text = `${jwt} shpat_0123456789abcdef ada@example.test /proxy/shelf?visitor=abc&signature=def /mail/unsubscribe/AbCdEf sealed1.AAAAAAAA.BBBB`;
  const line = linesOf((log) => {
    log.warn({ reason: text, err: Object.assign(new Error(text), { response: { body: text } }) }, text);
    log.error(new Error(text));
  });
  expect(line).not.toMatch(/eyJ|shpat_|ada@|visitor=|AbCdEf|BBBB/);
  expect(line).toContain('/mail/unsubscribe/…');
});

test('what is thrown and is no error is not written out', () => {
  const line = linesOf((log) => {
    log.error(failureOf({ email: 'ada@example.test', secret: 'SECRET' }, '/app'), 'A request failed');
    log.error(failureOf(new Response('SECRET', { status: 410 }), '/app'), 'A request failed');
  });
  expect(line).not.toMatch(/SECRET|ada/);
  expect(line).toContain('An answer with status 410');
});
