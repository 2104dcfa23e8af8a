import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AnswerMessage, CallMessage } from '../../../build/studio/engine/calls.ts';
import { StudioEngine } from '../../../build/studio/engine/studio-engine.ts';
import { studioProgram } from '../../../build/toolchain/studio-program.ts';
import { OVEN } from '../../helpers/oven-course.ts';
import { DiskRequest } from '../../helpers/studio-course.ts';

const ENTRY = '../../../build/studio/engine/main.ts';
/** Number of starts: each runs the script again. */
let starts = 0;
let take: (event: { readonly data: CallMessage }) => void;
let answers: AnswerMessage[];

beforeEach(async () => {
  answers = [];
  vi.stubGlobal('XMLHttpRequest', DiskRequest);
  vi.stubGlobal('self', {
    addEventListener: (name: string, listener: typeof take) => {
      if (name === 'message') take = listener;
    },
    postMessage: (message: AnswerMessage) => void answers.push(message),
  });
  starts += 1;
  await import(`${ENTRY}?start=${starts}`);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const call = (number: number, name: string, ...args: readonly unknown[]): void =>
  take({ data: { number, name, args } as unknown as CallMessage });
const answered = (count: number): Promise<void> => vi.waitFor(() => expect(answers).toHaveLength(count), { interval: 5, timeout: 20_000 });

test('calls are answered one after the other, each with its number', async () => {
  const program = {
    folder: '/program',
    names: [...studioProgram(join(import.meta.dirname, '../../..')).keys()],
    version: '0',
    stamp: 'tests',
  };
  call(7, 'open', program, OVEN, 'modules/four', 'fr');
  call(8, 'give', { to: 'gift', bank: '' });
  call(9, 'types');
  expect(answers).toEqual([]);
  await answered(3);
  expect(answers).toEqual([
    { number: 7, answer: expect.objectContaining({ isCurrent: true, course: expect.objectContaining({ id: 'four' }) }) },
    { number: 8, answer: expect.objectContaining({ name: 'four.gift' }) },
    { number: 9, answer: expect.arrayContaining([expect.objectContaining({ name: 'choice' })]) },
  ]);
});

test('what is thrown may be no error', async () => {
  vi.spyOn(StudioEngine.prototype, 'types').mockRejectedValue('odd' as never);
  call(3, 'types');
  await answered(1);
  vi.spyOn(StudioEngine.prototype, 'types').mockRejectedValue(new TypeError('wrong') as never);
  call(4, 'types');
  await answered(2);
  expect(answers).toEqual([
    { number: 3, failed: 'odd' },
    { number: 4, failed: 'wrong' },
  ]);
});

test('a call that fails is answered with the reason, and the next one is taken', async () => {
  call(1, 'nowhere');
  call(2, 'give', { to: 'gift', bank: '' });
  await answered(2);
  expect(answers).toEqual([
    { number: 1, failed: expect.stringContaining('apply') },
    { number: 2, failed: expect.any(String) },
  ]);
});
