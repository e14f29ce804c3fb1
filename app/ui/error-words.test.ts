import { expect, it } from 'vitest';
import { errorWords } from './error-words';

const answer = (status: number, data: unknown = '') => ({
  ...{ status, data, statusText: '', internal: false },
});

it.each([400, 401, 403, 404, 405, 408, 410, 413, 415, 422, 429])('a %d is not our fault', (status) => {
  expect(errorWords(answer(status)).words).not.toMatch(/our side/);
});

it.each([500, 502, 503])('a %d is', (status) => {
  expect(errorWords(answer(status)).words).toMatch(/our side/);
  expect(errorWords(answer(status, 'stack trace')).words).not.toMatch(/stack/);
});

it('an error of the code is ours, whatever it says', () => {
  expect(errorWords(new Error('secret')).words).toMatch(/our side/);
  expect(errorWords(new TypeError('x is not a function')).words).toMatch(/our side/);
  expect(errorWords(undefined).words).toMatch(/our side/);
});

it.each(['Failed to fetch', 'NetworkError when attempting to fetch resource.', 'Load failed'])(
  'no answer at all is nobody’s: %s',
  (message) => expect(errorWords(new TypeError(message)).title).toBe('Larder could not be reached'),
);

it('a route’s own sentence is shown, the router’s is not', () => {
  expect(errorWords(answer(404, 'Larder does not know this product.')).words).toBe(
    'Larder does not know this product.',
  );
  expect(errorWords(answer(404, 'Error: No route matches URL "/x"')).words).toBe(
    'There is nothing at this address.',
  );
});

it('a refused program is told so, a session that is over how to go on', () => {
  expect(errorWords(answer(410))).toMatchObject({
    title: 'This page does not open for programs',
    then: null,
  });
  expect(errorWords(answer(401))).toMatchObject({ title: 'Open Larder again', then: 'reload' });
});
