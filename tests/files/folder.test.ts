import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import {
  inspect,
  isFolder,
  namesIn,
  namesOrWhy,
  nearestFile,
  OWN_DISK,
  onDisk,
  openFolder,
  readText,
  whyUnreadable,
} from '../../build/files/folder.ts';
import { nodeFiles } from '../../build/host/node/files.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'depot-'));
  mkdirSync(join(root, 'plans'));
  writeFileSync(join(root, 'plans/quai.md'), '\ufeffUn quai.\r\nUne voie.\r');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const folder = () => openFolder(root, nodeFiles);

function read(path: string) {
  const diagnostics = new Diagnostics();
  const text = readText(folder(), path, { file: 'rames.md', line: 3, column: 2 }, diagnostics);
  return { text, found: diagnostics.list.map(({ code, at, values }) => [code, `${at.file}:${at.line}:${at.column}`, values]) };
}

it('reads a text with its line ends normalised, without the mark of byte order', () => {
  expect(read('plans/quai.md')).toEqual({ text: 'Un quai.\nUne voie.\n', found: [] });
});

it('refuses everything outside the folder, links included, and never looks there', () => {
  symlinkSync('/etc', join(root, 'etc'));
  writeFileSync(join(root, '..', 'depot-secret.md'), 'Secret.');
  for (const path of ['../depot-secret.md', 'plans/../../depot-secret.md', '/etc/passwd', 'etc/passwd', 'plans/quai.md\0', '..']) {
    expect([path, inspect(folder(), path), read(path).found[0]?.[0]]).toEqual([path, 'outside', 'outside-folder']);
  }
  rmSync(join(root, '..', 'depot-secret.md'));
});

it('does not take a folder, or a path with backslashes, for a file', () => {
  expect([inspect(folder(), 'plans'), inspect(folder(), 'plans\\quai.md'), isFolder(folder(), 'plans')]).toEqual([
    'missing',
    'missing',
    true,
  ]);
  expect([isFolder(folder(), '.\\plans'), isFolder(folder(), 'plans/quai.md')]).toEqual([false, false]);
  expect(read('plans').found).toEqual([['is-a-folder', 'rames.md:3:2', { file: 'plans' }]]);
});

it('finds a name in the other form of its accents', () => {
  writeFileSync(join(root, 'pave\u0301.md'), 'Un pavé.');
  expect(read('pav\u00e9.md')).toMatchObject({ text: 'Un pavé.', found: [] });
});

it('suggests the nearest file: in the folder, in the nearest folder, or of that name elsewhere', () => {
  const near = (path: string): string => nearestFile(folder(), path);
  expect([near('plans/quay.md'), near('plan/quai.md'), near('quai.md'), near('tout-autre-chose.txt')]).toEqual([
    'plans/quai.md',
    'plans/quai.md',
    'plans/quai.md',
    '',
  ]);
  mkdirSync(join(root, 'plans/nord'));
  writeFileSync(join(root, 'plans/nord/Pave\u0301.md'), '');
  expect([near('plans/nort/Pave\u0301.md'), near('plans/sud-ouest/quai.md'), near('zut/rien/quai.md'), near('./plans/quay.md')]).toEqual([
    'plans/nord/Pave\u0301.md',
    'plans/quai.md',
    'plans/quai.md',
    'plans/quai.md',
  ]);
  mkdirSync(join(root, 'voies'));
  writeFileSync(join(root, 'voies/quai.md'), '');
  expect(near('zut/rien/quai.md')).toBe('plans/quai.md');
  writeFileSync(join(root, 'plans/De\u0301pôt.md'), '');
  expect([near('zut/DÉPÔT.md'), near('zut/DE\u0301PÔT.md')]).toEqual(['plans/De\u0301pôt.md', 'plans/De\u0301pôt.md']);
  writeFileSync(join(root, 'quay.md'), '');
  expect(near('zut/quai.md')).toBe('plans/quai.md');
  expect(read('plans/quay.md').found).toEqual([['missing-asset', 'rames.md:3:2', { file: 'plans/quay.md', near: 'plans/quai.md' }]]);
});

it('reports a text that is too large, or none, at the first wrong byte', () => {
  writeFileSync(join(root, 'grand.md'), 'x'.repeat(2 * 1024 ** 2 + 1));
  writeFileSync(join(root, 'juste.md'), 'x'.repeat(2 * 1024 ** 2));
  writeFileSync(join(root, 'debut.md'), Buffer.from([0xe9, 0x0a]));
  writeFileSync(join(root, 'nul.md'), '\0Un');
  expect([read('debut.md').found, read('nul.md').found]).toEqual([[['not-text', 'debut.md:1:1', {}]], [['not-text', 'nul.md:1:1', {}]]]);
  writeFileSync(join(root, 'latin.md'), Buffer.from([0x55, 0x6e, 0x0a, 0x61, 0xe9, 0x0a, 0xe9]));
  expect([read('grand.md').found[0]?.[0], read('juste.md').found, read('latin.md').found]).toEqual([
    'too-large',
    [],
    [['not-text', 'latin.md:2:2', {}]],
  ]);
});

it('remembers each file that was looked at', () => {
  const one = folder();
  inspect(one, './plans/quai.md');
  inspect(one, 'plans/rien.md');
  inspect(one, 'pave\u0301.md');
  inspect(one, '../rien.md');
  expect([...(one.seen ?? [])]).toEqual(['plans/quai.md', 'plans/rien.md', 'pav\u00e9.md']);
});

it('reports a text that is too large with the limit in megabytes, and keeps UTF-16 and git conflicts out', () => {
  writeFileSync(join(root, 'grand.md'), 'x'.repeat(2 * 1024 ** 2 + 1));
  expect(read('grand.md')).toEqual({ text: null, found: [['too-large', 'rames.md:3:2', { file: 'grand.md', limit: 2 }]] });
  writeFileSync(join(root, 'large.md'), Buffer.from('Un\n quai', 'utf16le'));
  expect(read('large.md')).toEqual({ text: null, found: [['not-text', 'large.md:1:2', {}]] });
  writeFileSync(join(root, 'ete.md'), Buffer.from('été', 'latin1'));
  expect(read('ete.md')).toEqual({ text: null, found: [['not-text', 'ete.md:1:1', {}]] });
  writeFileSync(join(root, 'conflit.md'), 'Un quai.\r\n<<<<<<< ours\nUne voie.\n=======\n>>>>>>> theirs\n');
  expect(read('conflit.md')).toEqual({ text: null, found: [['merge-marks', 'conflit.md:2:1', {}]] });
});

it('suggests nothing where the folder was moved away', () => {
  const moved = folder();
  rmSync(root, { recursive: true });
  expect([nearestFile(moved, 'plans/quai.md'), nearestFile(moved, 'quai.md')]).toEqual(['', '']);
});

it('knows an address on the author’s own disk', () => {
  const own = ['C:\\quai.jpg', 'c:/quai.jpg', 'file:///quai.jpg', 'FILE:quai.jpg'];
  expect([...own, 'cc:quai', 'quai.jpg', 'a/c:quai'].filter((path) => OWN_DISK.test(path))).toEqual(own);
});

it('counts lines that end in any way up to the first wrong sign', () => {
  writeFileSync(join(root, 'fins.md'), 'Un\r\ndeux\rtrois\nquatre\0');
  expect(read('fins.md').found).toEqual([['not-text', 'fins.md:4:7', {}]]);
});

it('replaces a forbidden character, and reports it where it is', () => {
  writeFileSync(join(root, 'signe.md'), 'Un\nquai\u202e.\n');
  const { text, found } = read('signe.md');
  expect([text?.includes('\u202e'), found.map(([code, place]) => [code, place])]).toEqual([false, [['forbidden-sign', 'signe.md:2:5']]]);
});

it('suggests a bank by its own code', () => {
  const diagnostics = new Diagnostics();
  expect(readText(folder(), 'plans/quay.md', { file: 'rames.md', line: 1, column: 1 }, diagnostics, 'missing-bank')).toBeNull();
  expect(diagnostics.list.map(({ code }) => code)).toEqual(['missing-bank']);
});

it('lists names in order, or gives the system’s reason', () => {
  writeFileSync(join(root, 'b.md'), '');
  writeFileSync(join(root, 'a.md'), '');
  const files = nodeFiles;
  expect([namesOrWhy(files, root), namesIn(files, root)]).toEqual([
    ['a.md', 'b.md', 'plans'],
    ['a.md', 'b.md', 'plans'],
  ]);
  expect([namesOrWhy(files, join(root, 'rien')), namesIn(files, join(root, 'rien'))]).toEqual(['ENOENT', []]);
  expect([whyUnreadable(files, join(root, 'a.md')), whyUnreadable(files, join(root, 'rien.md'))]).toEqual([null, 'ENOENT']);
});

it('reports a text that the system doesn’t give with the reason', () => {
  const head = (): never => {
    throw Object.assign(new Error('denied'), { code: 'EACCES' });
  };
  const diagnostics = new Diagnostics();
  const closed = openFolder(root, { ...nodeFiles, head });
  expect(readText(closed, 'plans/quai.md', { file: 'rames.md', line: 1, column: 1 }, diagnostics)).toBeNull();
  expect(diagnostics.list.map(({ code, values }) => [code, values])).toEqual([['not-readable', { file: 'plans/quai.md', why: 'EACCES' }]]);
});

it('gives the message of an error that has no code', () => {
  const list = (): never => {
    throw new Error('denied');
  };
  expect(namesOrWhy({ ...nodeFiles, list }, root)).toBe('Error: denied');
});

it('opens a folder by a link, but follows none inside it', () => {
  const link = `${root}-lien`;
  symlinkSync(root, link);
  const opened = openFolder(link, nodeFiles);
  rmSync(link);
  expect([opened.root, onDisk(opened, './plans/quai.md'), opened.seen]).toEqual([
    nodeFiles.realPath(root),
    `${nodeFiles.realPath(root)}/plans/quai.md`,
    new Set(),
  ]);
});
