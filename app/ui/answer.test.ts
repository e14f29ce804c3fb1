import { expect, it } from 'vitest';
import { answerOrProblem, shouldRevalidate } from './answer';

const refused = { status: 400, statusText: '', internal: false, data: 'Nothing was changed.' };

it('hands an answer on', async () => {
  expect(await answerOrProblem(async () => ({ message: 'Saved', at: 1 }))).toEqual({
    message: 'Saved',
    at: 1,
  });
});

it.each([
  [new TypeError('Failed to fetch'), 'Larder could not be reached. Check the connection, then try again.'],
  [new Error('Internal'), /may not have been kept/],
  [refused, 'Nothing was changed.'],
])('makes %s a problem', async (error, words) => {
  const answer = await answerOrProblem(() => Promise.reject(error as Error));
  expect(answer).toMatchObject({ problem: expect.stringMatching(words) as string });
});

it('leaves redirects to the router', async () => {
  const redirect = new Response(null, { status: 302 });
  await expect(answerOrProblem(() => Promise.reject(redirect as unknown as Error))).rejects.toBe(redirect);
});

it('reads the page again after an answer, not after a problem', () => {
  const after = (actionResult: unknown) =>
    shouldRevalidate({ actionResult, defaultShouldRevalidate: true } as Parameters<
      typeof shouldRevalidate
    >[0]);
  expect([after({ message: 'Saved', at: 1 }), after(null), after({ problem: '', at: 1 })]).toEqual([
    true,
    true,
    true,
  ]);
  expect(after({ problem: 'No', at: 1 })).toBe(false);
});
