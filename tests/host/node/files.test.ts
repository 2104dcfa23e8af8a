import fs, { mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { nodeFiles } from '../../../build/host/node/files.ts';

/** Files that were closed since the last test. */
const closed = vi.spyOn(fs, 'closeSync');
syncBuiltinESMExports();
beforeEach(() => void closed.mockClear());
afterAll(() => {
  closed.mockRestore();
  syncBuiltinESMExports();
});

const root = mkdtempSync(join(tmpdir(), 'cartable-disque-'));
mkdirSync(join(root, 'dossier'));
writeFileSync(join(root, 'b.txt'), 'bonjour');
symlinkSync(join(root, 'b.txt'), join(root, 'a.lien'));
const at = (name: string) => join(root, name);

test('facts of files, folders and links; what is missing has none', () => {
  utimesSync(at('b.txt'), new Date(2026, 0, 1), new Date(2026, 0, 2));
  expect(nodeFiles.facts(at('b.txt'))).toEqual({ kind: 'file', bytes: 7, changed: new Date(2026, 0, 2).getTime() });
  expect([nodeFiles.facts(at('dossier'))?.kind, nodeFiles.facts(at('a.lien'))?.kind, nodeFiles.factsBehind(at('a.lien'))?.kind]).toEqual([
    'folder',
    'link',
    'file',
  ]);
  expect([
    nodeFiles.facts('/dev/null')?.kind,
    nodeFiles.facts(at('x')),
    nodeFiles.facts(at('b.txt/x')),
    nodeFiles.facts(at('x'.repeat(300))),
  ]).toEqual(['other', null, null, null]);
});

test('names are sorted; heads and links are read', () => {
  expect(nodeFiles.list(root)).toEqual(['a.lien', 'b.txt', 'dossier']);
  expect([Buffer.from(nodeFiles.head(at('b.txt'), 3)).toString(), nodeFiles.head(at('b.txt'), 99).length]).toEqual(['bon', 7]);
  expect(closed).toHaveBeenCalledTimes(2);
  expect(Buffer.from(nodeFiles.read(at('b.txt'))).toString()).toBe('bonjour');
  expect([nodeFiles.realPath(at('a.lien')), nodeFiles.realPath(at('b.txt'))]).toEqual(Array(2).fill(realpathSync(at('b.txt'))));
  expect(() => nodeFiles.list(at('x'))).toThrow();
});

test('names are sorted, whatever the order of the disk', () => {
  const read = vi.spyOn(fs, 'readdirSync').mockReturnValueOnce(['c', 'a', 'b'] as never);
  syncBuiltinESMExports();
  const names = nodeFiles.list(root);
  read.mockRestore();
  syncBuiltinESMExports();
  expect(names).toEqual(['a', 'b', 'c']);
});

test('files are written with their folders, and removed', () => {
  nodeFiles.write(at('neuf/et/profond.txt'), 'é');
  expect(readFileSync(at('neuf/et/profond.txt'), 'utf8')).toBe('é');
  nodeFiles.remove(at('neuf/et/profond.txt'));
  nodeFiles.remove(at('neuf/et/profond.txt'));
  expect(nodeFiles.facts(at('neuf/et/profond.txt'))).toBeNull();
  nodeFiles.writeTogether(['c', 'd'].map((name) => ({ path: at(name), data: Buffer.from(name) })));
  expect(['c', 'd'].map((name) => readFileSync(at(name), 'utf8'))).toEqual(['c', 'd']);
});
