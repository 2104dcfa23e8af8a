import { expect, test } from 'vitest';
import { overlay } from '../../../build/exchange/export/overlay.ts';
import { MemoryFiles } from '../../../build/host/browser/files.ts';

function course() {
  const files = new MemoryFiles();
  files.write('/c/pain.md', 'pain');
  files.write('/c/sel.md', 'sel');
  files.write('/c/four.md', 'four');
  const over = overlay(
    files,
    new Map([
      ['/c/pain.md', 'levain à'],
      ['/c/new.md', 'neuf'],
      ['/c/empty.md', ''],
      ['/c/sel.md', null],
    ]),
  );
  return { files, over };
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

test('changed files have their new content, others their own', () => {
  const { files, over } = course();
  expect([over.read('/c/pain.md'), over.read('/c/new.md'), over.read('/c/four.md'), over.read('/c/empty.md')].map(text)).toEqual([
    'levain à',
    'neuf',
    'four',
    '',
  ]);
  expect(text(over.head('/c/pain.md', 3))).toBe('lev');
  expect(text(over.head('/c/four.md', 2))).toBe('fo');
  expect(text(files.read('/c/pain.md'))).toBe('pain');
});

test('facts are of the new content; a hidden file has none', () => {
  const { files, over } = course();
  for (const facts of [over.facts, over.factsBehind]) {
    expect([facts('/c/pain.md'), facts('/c/new.md'), facts('/c/sel.md'), facts('/c/none.md')]).toEqual([
      { kind: 'file', bytes: 9, changed: 0 },
      { kind: 'file', bytes: 4, changed: 0 },
      null,
      null,
    ]);
    expect(facts('/c/four.md')).toEqual(files.facts('/c/four.md'));
  }
});

test('facts behind a link are asked for apart', () => {
  const { over } = course();
  const of = (bytes: number) => () => ({ kind: 'file', bytes, changed: 7 }) as const;
  const linked = overlay({ ...over, facts: of(1), factsBehind: of(2) }, new Map([['/c/sel.md', null]]));
  expect([linked.facts('/c/a'), linked.factsBehind('/c/a')].map((facts) => facts?.bytes)).toEqual([1, 2]);
  expect([linked.facts('/c/sel.md'), linked.factsBehind('/c/sel.md')]).toEqual([null, null]);
});

test('a new file is at its own path, others where they are', () => {
  const { over } = course();
  const linked = overlay(
    { ...over, realPath: (path) => `/real${path}` },
    new Map<string, string | null>([
      ['/c/new.md', 'neuf'],
      ['/c/sel.md', null],
    ]),
  );
  expect([linked.realPath('/c/new.md'), linked.realPath('/c/four.md'), linked.realPath('/c/sel.md')]).toEqual([
    '/c/new.md',
    '/real/c/four.md',
    '/real/c/sel.md',
  ]);
});

test('what is written goes to the files themselves', () => {
  const { files, over } = course();
  over.write('/c/a.md', 'a');
  over.writeTogether([{ path: '/c/b.md', data: Uint8Array.of(98) }]);
  over.remove('/c/four.md');
  expect(over.list('/c')).toEqual(files.list('/c'));
  expect([files.facts('/c/a.md')?.kind, files.facts('/c/b.md')?.bytes, files.facts('/c/four.md')]).toEqual(['file', 1, null]);
});
