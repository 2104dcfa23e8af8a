import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { asset, bytesOf, documentSize, sizeOf } from '../../build/files/assets.ts';
import { openFolder } from '../../build/files/folder.ts';
import { assetMarker } from '../../build/model/markers.ts';
import { engine } from '../helpers/engine.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>';
const at = { file: 'rames.md', line: 3, column: 1 };
const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\nUn tram.\n';

const root = mkdtempSync(join(tmpdir(), 'cartable-assets-'));
mkdirSync(join(root, 'images'));
for (const [name, text] of Object.entries({
  'images/quai.svg': SVG,
  'a%20b.svg': SVG,
  'logo@2x.svg': SVG,
  'piège.svg': SVG.replace('/>', '><script>1</script></svg>'),
  'faux.png': SVG,
  'faux.mp4': '<!doctype html><title>404</title>',
  'faux.pdf': '<!doctype html>',
  'vrai.pdf': '%PDF-1.4\n',
  'page.html': '<p>',
  'script.MJS': '1',
  'bon.vtt': VTT,
  'vide.vtt': 'WEBVTT\n',
  'perdu.vtt': `${VTT}\n00:06.000 --> 00:05.000\nPerdu.\n`,
}))
  writeFileSync(join(root, name), text);
const ACTIVE = ['htm', 'xhtml', 'xhtm', 'xht', 'shtml', 'mht', 'mhtml', 'js', 'php', 'xml', 'xsl', 'xslt', 'svgz', 'swf', 'HTA'];
const STILL = ['html.txt', 'json', 'shtm', 'xsls', 'ajs'];
for (const type of [...ACTIVE, ...STILL]) writeFileSync(join(root, `plan.${type}`), 'x');
writeFileSync(join(root, 'grand.svg'), SVG);
truncateSync(join(root, 'grand.svg'), 64 * 1024 * 1024 + 1);
const folder = openFolder(root, engine.host.files);

function look(address: string) {
  const diagnostics = new Diagnostics();
  const marker = asset(folder, address, at, diagnostics);
  return {
    marker,
    found: diagnostics.list.map(({ code, at: place, values }) => [
      code,
      place.line,
      values.near ?? values.limit ?? values.file ?? values.address,
    ]),
  };
}

test.each([
  ['images/quai.svg', 'images/quai.svg'],
  ['./images/quai.svg', 'images/quai.svg'],
  ['a b.svg', 'a%20b.svg'],
  ['logo@2x.svg', 'logo@2x.svg'],
  ['bon.vtt', 'bon.vtt'],
  ['vrai.pdf', 'vrai.pdf'],
])('%s is a file of the course', (address, path) => {
  expect(look(address)).toEqual({ marker: assetMarker(path), found: [] });
});

test.each<[string, string, unknown]>([
  ['images/quais.svg', 'missing-asset', 'images/quai.svg'],
  ['logo@3x.png', 'missing-asset', expect.anything()],
  ['images', 'is-a-folder', 'images'],
  ['https://example.org/a.png', 'file-of-site', 'https://example.org/a.png'],
  ['www.example.org', 'address-without-https', 'www.example.org'],
  ['plan.example.com/a', 'address-without-https', 'plan.example.com/a'],
  ['nadia@example.org', 'address-without-mailto', 'nadia@example.org'],
  ['../quai.svg', 'outside-folder', '../quai.svg'],
  ['C:\\quai.svg', 'outside-folder', 'C:\\quai.svg'],
  ['page.html', 'active-file', 'page.html'],
  ['script.MJS', 'active-file', 'script.MJS'],
  ['grand.svg', 'file-too-large', 64],
  ['piège.svg', 'active-picture', 'piège.svg'],
  ['faux.png', 'not-that-picture', 'faux.png'],
  ['faux.mp4', 'not-that-media', 'faux.mp4'],
  ['vide.vtt', 'captions-without-lines', 'vide.vtt'],
])('%s: %s', (address, code, value) => {
  expect(look(address).found).toEqual([[code, 3, value]]);
});

test('files that run code in a browser are refused by their extension', () => {
  const codes = (types: readonly string[]): unknown[] => types.map((type) => look(`plan.${type}`).found[0]?.[0]);
  expect(codes(ACTIVE)).toEqual(ACTIVE.map(() => 'active-file'));
  expect(codes(STILL)).toEqual(STILL.map(() => undefined));
});

test('a caption that a page would lose is reported at its own line', () => {
  expect(look('perdu.vtt').found.map(([code, line]) => [code, line])).toEqual([['lost-caption', 6]]);
});

test('sizes are known of files that are there', () => {
  expect([sizeOf(folder, 'images/quai.svg'), sizeOf(folder, 'images/x.svg')]).toEqual([{ width: 40, height: 30 }, null]);
  expect([bytesOf(folder, 'images/quai.svg'), bytesOf(folder, 'x.svg')]).toEqual([SVG.length, 0]);
});

test('a document that is not what its name says is reported', () => {
  const size = (path: string) => {
    const diagnostics = new Diagnostics();
    return [documentSize(folder, path, at, diagnostics), diagnostics.list.map(({ code }) => code)];
  };
  expect([size('vrai.pdf'), size('faux.pdf'), size('absent.pdf')]).toEqual([
    [9, []],
    [null, ['not-that-document']],
    [null, []],
  ]);
});
