import { expect, it } from 'vitest';
import { switchedOff } from './switched-off';

it.each([
  ['nothing', [], [], []],
  ['one module', ['reminder'], ['reminder'], ['reminder']],
  ['all mail, whatever kind it was said at', ['reminder'], ['all', 'reminder'], ['mail']],
  ['all mail and a module that sends none', ['shelf', 'reminder'], ['all'], ['shelf', 'mail']],
  ['everything', ['all', 'shelf'], ['all'], ['all']],
] as const)('says once what somebody wants no more: %s', (_what, optOuts, silenced, expected) => {
  expect(switchedOff(optOuts, new Set(silenced))).toEqual(expected);
});
