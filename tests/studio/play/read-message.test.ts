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
  ['an endless id', { kind: 'picked', id: 'x'.repeat(9999) }],
])('%s is not', (_, message) => {
  expect(readMessage(message)).toBeNull();
});
