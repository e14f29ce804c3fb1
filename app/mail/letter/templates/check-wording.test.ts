import { expect, it } from 'vitest';
import { defaultWording } from '../letterhead';
import { checkWording } from './check-wording';
import type { Wording } from './template';
import { WORDS } from './words';

const OURS = defaultWording(WORDS.en, 'follow-up-refill');

function problemsOf(words: Partial<Wording>) {
  const checked = checkWording('follow-up-refill', { ...OURS, ...words });
  return checked.ok ? {} : checked.problems;
}

it('takes fields however they are spaced and written, and trims', () => {
  const checked = checkWording('reminder', { ...OURS, intro: ' {{ First   Item }}\r\n{{asked on}} ' });
  // “ordered on” belongs to the follow-ups.
  expect(checked.ok ? null : Object.keys(checked.problems)).toEqual(['preheader']);
  const mended = checkWording('reminder', { ...OURS, preheader: '', intro: ' {{ First   Item }}\r\nx ' });
  expect(mended.ok && mended.wording.intro).toBe('{{ First   Item }}\nx');
});

it.each([
  ['{{frist item}}', /no field {{frist item}}.*{{shop}}, {{first item}}/],
  ['{{customer.email}}', /no field/],
  ['{{}}', /no field/],
  ['{{shop}', /begins with/],
  ['shop}}', /begins with/],
  ['{{shop {{items}}', /begins with/],
  ['{{__proto__}}', /no field/],
])('says what is wrong with %s', (intro, problem) => {
  expect(problemsOf({ intro }).intro).toMatch(problem);
});

it.each([
  ['subject', '', 'cannot be empty'],
  ['subject', 'Hello\nBcc: x@y.z', 'one line'],
  ['subject', 'Hello\rBcc: x@y.z', 'one line'],
  ['subject', 'a\u2028b', 'one line'],
  ['preheader', 'a\nb', 'one line'],
  ['button', ' ', 'cannot be empty'],
  ['button', 'x'.repeat(41), 'at most 40 characters; these are 41'],
  ['intro', 'x'.repeat(1001), 'at most 1000'],
  ['intro', 'a\u0000b', 'cannot be shown'],
  ['pictureUrl', 'http://cdn.example/p.jpg', 'https://'],
  ['pictureUrl', 'javascript:alert(1)', 'https://'],
  ['pictureUrl', 'a picture', 'https://'],
] as const)('does not keep a %s of %j', (part, words, problem) => {
  expect(problemsOf({ [part]: words })[part]).toContain(problem);
});

it('asks what a picture shows', () => {
  expect(problemsOf({ pictureUrl: 'https://cdn.example/p.jpg' }).pictureAlt).toContain(
    'what the picture shows',
  );
  expect(problemsOf({ pictureUrl: 'https://cdn.example/p.jpg', pictureAlt: '{{shop}}' })).toEqual({});
});
