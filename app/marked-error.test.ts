import { expect, test } from 'vitest';
import { markedError } from './marked-error';

/** What a bundler does: the same class, made twice. */
const copyOf = (word: string) =>
  class extends markedError(word) {
    readonly detail = 1;
  };

test('an error is recognised by its class, and by another copy of it', () => {
  const [Gone, GoneAgain, Refused] = [copyOf('gone'), copyOf('gone'), copyOf('refused')];
  const error: unknown = new Gone('left');
  expect(error).toBeInstanceOf(Gone);
  expect(error).toBeInstanceOf(GoneAgain);
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(Refused);
});

test('nothing else is, whatever it is called', () => {
  const Gone = copyOf('gone');
  for (const other of [new Error('left'), Object.assign(new Error('left'), { name: 'Gone' }), null, 'left'])
    expect(other).not.toBeInstanceOf(Gone);
});
