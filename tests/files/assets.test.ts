import { mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { asset, bytesOf, documentSize, sizeOf } from '../../build/files/assets.ts';
import { type Folder, openFolder } from '../../build/files/folder.ts';
import { nodeFiles } from '../../build/host/node/files.ts';
import { assetMarker } from '../../build/model/markers.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>';
const at = { file: 'rames.md', line: 3, column: 1 };
const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\nUn tram.\n';

const root = mkdtempSync(join(tmpdir(), 'cartable-assets-'));
mkdirSync(join(root, 'images'));
for (const [name, text] of Object.entries({
  'images/quai.svg': SVG,
  'a%20b.svg': SVG,
  '%zz.svg': SVG,
  'images/c%20d.svg': SVG,
  'logo@2x.svg': SVG,
  'piège.svg': SVG.replace('/>', '><script>1</script></svg>'),
  'faux.png': SVG,
  'faux.mp4': '<!doctype html><title>404</title>',
  'MAUVAISE-ANNONCE.MP3': '<!doctype html><title>404</title>',
  'FAUX.JPG': SVG,
  'annonce-de-la-gare.mp3': 'ID3x',
  'VIDE.VTT': 'WEBVTT\n',
  'faux.pdf': '<!doctype html>',
  'vrai.pdf': '%PDF-1.4\n',
  'page.html': '<p>',
  'script.MJS': '1',
  'bon.vtt': VTT,
  'vide.vtt': 'WEBVTT\n',
  'sans.vtt': 'WEBVTT\n\n00:06.000 --> 00:05.000\nPerdu.\n',
  'long.vtt': 'x'.repeat(2 * 1024 ** 2),
  'trop-long.vtt': 'x'.repeat(2 * 1024 ** 2 + 1),
  'perdu.vtt': `${VTT}\n00:06.000 --> 00:05.000\nPerdu.\n`,
}))
  writeFileSync(join(root, name), text);
const ACTIVE = ['htm', 'xhtml', 'xhtm', 'xht', 'shtml', 'mht', 'mhtml', 'js', 'php', 'xml', 'xsl', 'xslt', 'svgz', 'swf', 'HTA'];
const STILL = ['html.txt', 'json', 'shtm', 'xsls', 'ajs'];
for (const type of [...ACTIVE, ...STILL]) writeFileSync(join(root, `plan.${type}`), 'x');
writeFileSync(join(root, 'grand.svg'), SVG);
truncateSync(join(root, 'grand.svg'), 64 * 1024 * 1024 + 1);
symlinkSync('images/quai.svg', join(root, 'lien.svg'));
const course = openFolder(root, nodeFiles);

function look(address: string, folder: Folder = course) {
  const diagnostics = new Diagnostics();
  const marker = asset(folder, address, at, diagnostics);
  return { marker, found: diagnostics.list.map(({ code, at: place, values }) => [code, place, values]) };
}

test.each([
  ['images/quai.svg', 'images/quai.svg'],
  ['./images/quai.svg', 'images/quai.svg'],
  ['a b.svg', 'a%20b.svg'],
  ['./images/c d.svg', 'images/c%20d.svg'],
  ['logo@2x.svg', 'logo@2x.svg'],
  ['bon.vtt', 'bon.vtt'],
  ['vrai.pdf', 'vrai.pdf'],
  ['annonce-de-la-gare.mp3', 'annonce-de-la-gare.mp3'],
  ['trop-long.vtt', 'trop-long.vtt'],
])('%s is a file of the course', (address, path) => {
  expect(look(address)).toEqual({ marker: assetMarker(path), found: [] });
});

const file = (path: string, more: object = {}) => ({ file: path, ...more });
const near = (path: string, found = '') => file(path, { near: found });

test.each<[string, string, object]>([
  ['images/quais.svg', 'missing-asset', near('images/quais.svg', 'images/quai.svg')],
  ['./logo@3x.png', 'missing-asset', near('logo@3x.png', 'logo@2x.svg')],
  ['son@3x.mp3', 'missing-asset', near('son@3x.mp3')],
  ['son@four.ogg', 'missing-asset', near('son@four.ogg')],
  ['film@four.webm', 'missing-asset', near('film@four.webm')],
  ['@example.org', 'missing-asset', near('@example.org')],
  ['nadia@.org', 'missing-asset', near('nadia@.org')],
  ['nadia@example.org2', 'missing-asset', near('nadia@example.org2')],
  ['a nadia@example.org', 'missing-asset', near('a nadia@example.org')],
  ['quai.example.community', 'missing-asset', near('quai.example.community')],
  ['images', 'is-a-folder', file('images')],
  ['https://example.org/a.png', 'file-of-site', { address: 'https://example.org/a.png' }],
  ['HTTP://example.org', 'file-of-site', { address: 'HTTP://example.org' }],
  ['www.example.org', 'address-without-https', { address: 'www.example.org' }],
  ['plan.example.com/a', 'address-without-https', { address: 'plan.example.com/a' }],
  ['Example.FR', 'address-without-https', { address: 'Example.FR' }],
  ['nadia@example.org', 'address-without-mailto', { address: 'nadia@example.org' }],
  ['../quai.svg', 'outside-folder', file('../quai.svg')],
  ['C:\\quai.svg', 'outside-folder', file('C:\\quai.svg')],
  ['file:///quai.svg', 'outside-folder', file('file:///quai.svg')],
  ['page.html', 'active-file', file('page.html')],
  ['script.MJS', 'active-file', file('script.MJS')],
  ['grand.svg', 'file-too-large', file('grand.svg', { limit: 64 })],
  ['piège.svg', 'active-picture', file('piège.svg', { found: '<script' })],
  ['faux.png', 'not-that-picture', file('faux.png')],
  ['faux.mp4', 'not-that-media', file('faux.mp4')],
  ['MAUVAISE-ANNONCE.MP3', 'not-that-media', file('MAUVAISE-ANNONCE.MP3')],
  ['FAUX.JPG', 'not-that-picture', file('FAUX.JPG')],
  ['VIDE.VTT', 'captions-without-lines', file('VIDE.VTT')],
  ['vide.vtt', 'captions-without-lines', file('vide.vtt')],
  ['sans.vtt', 'captions-without-lines', file('sans.vtt')],
  ['long.vtt', 'captions-without-lines', file('long.vtt')],
])('%s: %s', (address, code, values) => {
  expect(look(address)).toEqual({ marker: assetMarker(address.replace(/^\.\//, '')), found: [[code, at, values]] });
});

test('a file that the system does not give is reported once, with the reason', () => {
  const head = (): never => {
    throw Object.assign(new Error('denied'), { code: 'EACCES' });
  };
  const closed = { ...course, files: { ...nodeFiles, head } };
  expect(look('page.html', closed).found).toEqual([['not-readable', at, { file: 'page.html', why: 'EACCES' }]]);
  const diagnostics = new Diagnostics();
  expect([documentSize(closed, 'vrai.pdf', at, diagnostics), diagnostics.list]).toEqual([null, []]);
});

test('a file may have as many bytes as a zip can name, a drawing 64 MiB', () => {
  const sized = (bytes: number, path = 'vrai.pdf') => {
    const facts: typeof nodeFiles.facts = (one) => {
      const found = nodeFiles.facts(one);
      return found && { ...found, bytes };
    };
    return look(path, { ...course, files: { ...nodeFiles, facts } }).found;
  };
  expect([sized(2 ** 32 - 1), sized(2 ** 32)]).toEqual([[], [['file-too-large', at, { file: 'vrai.pdf', limit: 4096 }]]]);
  expect([sized(2 ** 26, 'images/quai.svg'), sized(2 ** 26 + 1, 'images/quai.svg')]).toEqual([
    [],
    [['file-too-large', at, { file: 'images/quai.svg', limit: 64 }]],
  ]);
});

test('files that run code in a browser are refused by their extension', () => {
  const codes = (types: readonly string[]): unknown[] => types.map((type) => look(`plan.${type}`).found[0]?.[0]);
  expect(codes(ACTIVE)).toEqual(ACTIVE.map(() => 'active-file'));
  expect(codes(STILL)).toEqual(STILL.map(() => undefined));
});

test('a caption that a page would lose is reported at its own line', () => {
  expect(look('perdu.vtt').found).toEqual([['lost-caption', { file: 'perdu.vtt', line: 6, column: 1 }, {}]]);
});

test('sizes are known of files that are there', () => {
  const paths = ['images/quai.svg', 'images/x.svg', 'lien.svg'];
  expect(paths.map((path) => sizeOf(course, path))).toEqual([{ width: 40, height: 30 }, null, null]);
  expect(paths.map((path) => bytesOf(course, path))).toEqual([SVG.length, 0, 0]);
});

test('a document that is not what its name says is reported', () => {
  const size = (path: string) => {
    const diagnostics = new Diagnostics();
    return [documentSize(course, path, at, diagnostics), diagnostics.list.map(({ code, at: place, values }) => [code, place, values])];
  };
  expect([size('vrai.pdf'), size('faux.pdf'), size('absent.pdf')]).toEqual([
    [9, []],
    [null, [['not-that-document', at, file('faux.pdf')]]],
    [null, []],
  ]);
});
