import { expect, test } from 'vitest';
import { readMessage } from '../../../build/studio/play/read-message.ts';

const call = { method: 'LMSSetValue', args: ['cmi.core.exit', ''], result: 'true', error: 0, diagnostic: '' };
const record = { core: { lesson_status: 'passed' }, suspend_data: 'x'.repeat(64_000) };
const itself: Record<string, unknown> = { a: 'b' };
itself.again = itself;
let deep: object = {};
for (let depth = 0; depth < 5000; depth++) deep = { deep };

test.each([
  [{ kind: 'ready' }],
  [{ kind: 'shown' }],
  [{ kind: 'ended' }],
  [{ kind: 'call', call }],
  [{ kind: 'record', record, isSaved: true }],
  [{ kind: 'picked', id: 'first-words' }],
])('%o is taken', (message) => {
  expect(readMessage(message)).toEqual(message);
});

test.each([
  ['nothing', null],
  ['a text', 'ready'],
  ['a list', ['ready']],
  ['an unknown kind', { kind: 'constructor' }],
  ['a call without arguments', { kind: 'call', call: { ...call, args: 'x' } }],
  ['a call with many arguments', { kind: 'call', call: { ...call, args: Array.from({ length: 9999 }, () => '') } }],
  ['a call of objects', { kind: 'call', call: { ...call, result: {} } }],
  ['no record', { kind: 'record', record: null, isSaved: true }],
  ['a record with a null', { kind: 'record', record: { core: null } }],
  ['a record that contains itself', { kind: 'record', record: itself }],
  ['a record that is very deep', { kind: 'record', record: deep }],
  ['a record of 50 MB', { kind: 'record', record: { suspend_data: 'x'.repeat(50_000_000) } }],
  ['a record with many members', { kind: 'record', record: Object.fromEntries(Array.from({ length: 99_999 }, (_, at) => [at, ''])) }],
  ['an id that is none', { kind: 'picked', id: { toString: 'x' } }],
  ['another kind with what is taken', { kind: 'other', call, record, isSaved: true, id: 'first-words' }],
  ['an endless id', { kind: 'picked', id: 'x'.repeat(9999) }],
])('%s is not', (_, message) => {
  expect(readMessage(message)).toBeNull();
});

/** A record of so many objects in each other. */
function nested(depth: number): object {
  return depth === 1 ? { a: '' } : { a: nested(depth - 1) };
}
const takes = (message: object): boolean => readMessage(message) !== null;
const takesRecord = (one: unknown): boolean => takes({ kind: 'record', record: one });
const takesCall = (more: object): boolean => takes({ kind: 'call', call: { ...call, ...more } });

test('a record has ten levels, 20 000 members and two million characters at most', () => {
  expect([10, 11].map((depth) => takesRecord(nested(depth)))).toEqual([true, false]);
  const members = (count: number): object => Object.fromEntries(Array.from({ length: count }, (_, at) => [at, '']));
  expect([20_000, 20_001].map((count) => takesRecord(members(count)))).toEqual([true, false]);
  expect([1_999_997, 1_999_998].map((count) => takesRecord({ abc: 'x'.repeat(count) }))).toEqual([true, false]);
  expect([999_999, 1_000_000].map((count) => takesRecord({ a: { ['x'.repeat(count)]: '', b: 'x'.repeat(999_999) } }))).toEqual([
    true,
    false,
  ]);
});

test('a record has texts, numbers, truth values and lists of them, nothing else', () => {
  expect(['', 1, true, undefined, [], ['a', { b: 1 }]].map((value) => takesRecord({ a: value }))).toEqual(Array(6).fill(true));
  expect([null, () => '', Symbol('a'), 1n].map((value) => takesRecord({ a: value }))).toEqual(Array(4).fill(false));
  expect(['x', 1, undefined].map(takesRecord)).toEqual([false, false, false]);
});

test('a record is saved only if the frame says so', () => {
  expect([true, false, 'true', 1, undefined].map((isSaved) => readMessage({ kind: 'record', record: {}, isSaved }))).toEqual(
    [true, false, false, false, false].map((isSaved) => ({ kind: 'record', record: {}, isSaved })),
  );
});

test('a call has three arguments at most, and texts of two million characters', () => {
  expect([0, 3, 4].map((length) => takesCall({ args: Array.from({ length }, () => '') }))).toEqual([true, true, false]);
  for (const name of ['method', 'result', 'diagnostic'])
    expect([2_000_000, 2_000_001].map((length) => takesCall({ [name]: 'x'.repeat(length) }))).toEqual([true, false]);
  expect([{ args: [1] }, { method: 1 }, { diagnostic: undefined }, { error: '0' }, { error: undefined }].map(takesCall)).toEqual(
    Array(5).fill(false),
  );
  expect([null, 'x', [call]].map((one) => takes({ kind: 'call', call: one }))).toEqual([false, false, false]);
});

test('an id has 200 characters at most', () => {
  expect([200, 201].map((length) => takes({ kind: 'picked', id: 'x'.repeat(length) }))).toEqual([true, false]);
});

test('nothing else of a message is taken over', () => {
  expect(readMessage({ kind: 'ready', call, record, id: 'a' })).toEqual({ kind: 'ready' });
  expect(readMessage({ kind: 'picked', id: 'a', record })).toEqual({ kind: 'picked', id: 'a' });
});
