import { expect, test } from 'vitest';
import type { CheckContext } from '../../build/types/activity-type.ts';
import { checkAccepted } from '../../build/types/check-accepted.ts';

interface Line {
  readonly token: string;
  readonly text: string;
  readonly right: boolean;
  readonly weight?: number;
}

/** Lines that accept every text beginning with theirs; those with a star are not definite. */
function found(lines: readonly Line[], answer?: string): unknown[] {
  const errors: unknown[] = [];
  const context = { error: (...args: unknown[]) => errors.push(args) } as unknown as CheckContext;
  const isTaken = ({ text }: Line, by: Line | undefined): boolean =>
    by ? text.startsWith(by.text) : answer !== undefined && text.startsWith(answer);
  const rules = {
    name: 'short-text',
    hasAnswer: answer !== undefined,
    example: 'answer=tram',
    english: 'answer=bus',
    isDefinite: ({ text }: Line) => !text.includes('*'),
    isTaken,
  };
  checkAccepted(lines, rules, context);
  return errors;
}
const line = (text: string, right: boolean, weight?: number): Line => ({
  token: `t-${text}`,
  text,
  right,
  ...(weight !== undefined && { weight }),
});
const example = { example: 'answer=tram', english: 'answer=bus' };

test('an answer, or a right line, is needed', () => {
  expect(found([], 'tram')).toEqual([]);
  expect(found([line('tram', true)])).toEqual([]);
  expect(found([])).toEqual([['missing-attribute', { name: 'short-text', key: 'answer', ...example }]]);
  expect(found([line('bus', false)])).toEqual([['missing-attribute', { name: 'short-text', key: 'answer', ...example }]]);
});

test('one right line must be definite and worth everything', () => {
  const missing = [['no-full-answer', example]];
  expect(found([line('tr*', true)])).toEqual(missing);
  expect(found([line('tram', true, 50)])).toEqual(missing);
  expect(found([line('tr*', true)], 'x')).toEqual([]);
});

test('a line that an earlier one takes is never reached', () => {
  expect(found([line('tram', true), line('tramway', true)])).toEqual([
    ['line-never-reached', { text: 'tramway', by: 'tram' }, 't-tramway'],
  ]);
  expect(found([line('tramway', true), line('tram', true)])).toEqual([]);
  expect(found([line('bus', false), line('bus 2', false)], 'tram')).toEqual([
    ['line-never-reached', { text: 'bus 2', by: 'bus' }, 't-bus 2'],
  ]);
  expect(found([line('tramway', true)], 'tram')).toEqual([['line-never-reached', { text: 'tramway', by: 'answer' }, 't-tramway']]);
});

test('the first line that takes another one is named, and counts', () => {
  const lines = (isFirstRight: boolean) => [line('tr', isFirstRight), line('tram', true), line('tramway', !isFirstRight)];
  const tram = ['line-never-reached', { text: 'tram', by: 'tr' }, 't-tram'];
  expect(found(lines(false))).toEqual([tram, ['line-never-reached', { text: 'tramway', by: 'tr' }, 't-tramway']]);
  expect(found(lines(true))).toEqual([tram, ['mistake-is-right', { text: 'tramway' }, 't-tramway']]);
});

test('the right line may come after others, and must be definite and full at once', () => {
  expect(found([line('bus', false), line('tram', true)])).toEqual([]);
  expect(found([line('tr*', true), line('tram', true, 50)])).toEqual([['no-full-answer', example]]);
});

test('a mistake that counts as right is reported as such', () => {
  expect(found([line('tramway', false)], 'tram')).toEqual([['mistake-is-right', { text: 'tramway' }, 't-tramway']]);
  expect(found([line('tram', true), line('tramway', false)])).toEqual([['mistake-is-right', { text: 'tramway' }, 't-tramway']]);
});
