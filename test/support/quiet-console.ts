import { afterEach, beforeEach, expect, vi } from 'vitest';

// Unexpected console output fails a test: a warning nobody reads is a bug nobody sees.
const METHODS = ['error', 'warn', 'log', 'info'] as const;

beforeEach(() => {
  for (const method of METHODS) vi.spyOn(console, method).mockImplementation(() => undefined);
});

afterEach(() => {
  const calls = METHODS.flatMap((method) =>
    vi.mocked(console[method]).mock.calls.map((args) => [method, ...args]),
  );
  vi.restoreAllMocks();
  expect(calls, 'unexpected console output').toEqual([]);
});
