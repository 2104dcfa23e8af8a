import { expect, test } from 'vitest';
import { LARGEST_TEXT } from '../../build/files/folder.ts';
import { SourceLines } from '../../build/files/source-lines.ts';
import type { Files } from '../../build/host/host.ts';

function open(data: string | Uint8Array | Error, facts: object | null = {}) {
  const read: string[] = [];
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const files = {
    factsBehind: () => facts && { kind: 'file', bytes: 1, ...facts },
    read: (path: string) => {
      read.push(path);
      if (bytes instanceof Error) throw bytes;
      return bytes;
    },
  } as unknown as Files;
  return { lines: new SourceLines(files), read };
}

test('lines count from 1, whatever ends them; a file is read once', () => {
  const { lines, read } = open('\ufeffun\r\ndeux\rtrois\n');
  expect([1, 2, 3, 4, 5, 0].map((line) => lines.line('a.md', line))).toEqual(['\ufeffun', 'deux', 'trois', '', null, null]);
  lines.line('b.md', 1);
  expect(read).toEqual(['a.md', 'b.md']);
});

test.each<[string, string | Uint8Array | Error, object | null]>([
  ['is no text', new Uint8Array([65, 0, 66]), {}],
  ['is too large', 'un', { bytes: LARGEST_TEXT + 1 }],
  ['is a folder', 'un', { kind: 'folder' }],
  ['is gone', 'un', null],
  ['can not be read', new Error('EACCES'), {}],
])('a file that %s has no lines', (_, data, facts) => {
  expect(open(data, facts).lines.line('a.md', 1)).toBeNull();
});

test('the largest text has lines', () => {
  expect(open('un', { bytes: LARGEST_TEXT }).lines.line('a.md', 1)).toBe('un');
});
