import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFolder } from '../../build/files/folder.ts';
import { nodeFiles } from '../../build/host/node/files.ts';
import { pictogramPath } from '../../build/kit/kit-path.ts';
import { assetMarker } from '../../build/model/markers.ts';
import { assetPaths, base64, LARGEST_PICTURE, withPictures } from '../../build/sheets/pictures.ts';
import { engine } from '../helpers/engine.ts';

const above = mkdtempSync(join(tmpdir(), 'tram-pictures-'));
const root = join(above, 'depot');
mkdirSync(root);
writeFileSync(join(root, 'quai.png'), 'the platform');
writeFileSync(join(above, 'secret.png'), 'not of the course');
symlinkSync(join(above, 'secret.png'), join(root, 'lien.png'));

const shown = (path: string): string =>
  withPictures(`<img src="${assetMarker(path)}" alt="Le quai">`, { folder: openFolder(root, nodeFiles), kit: engine.kit }, 'ailleurs');

test('a picture of the course stands in the sheet', () => {
  expect(shown('quai.png')).toBe(`<img src="data:image/png;base64,${Buffer.from('the platform').toString('base64')}" alt="Le quai">`);
});

test.each([
  ['a.png', 'image/png'],
  ['a.JPG', 'image/jpeg'],
  ['a.jpeg', 'image/jpeg'],
  ['a.gif', 'image/gif'],
  ['a.webp', 'image/webp'],
  ['a.avif', 'image/avif'],
  ['a.svg', 'image/svg+xml'],
])('%s is a picture', (name, media) => {
  writeFileSync(join(root, name), 'x');
  expect(shown(name)).toBe(`<img src="data:${media};base64,eA==" alt="Le quai">`);
});

test('a picture of half a megabyte stands in the sheet, a larger one and a file of another kind leave their words', () => {
  writeFileSync(join(root, 'large.png'), new Uint8Array(LARGEST_PICTURE));
  writeFileSync(join(root, 'larger.png'), new Uint8Array(LARGEST_PICTURE + 1));
  writeFileSync(join(root, 'film.mp4'), 'x');
  expect([LARGEST_PICTURE, shown('large.png').startsWith('<img src="data:image/png;base64,AAAA')]).toEqual([524_288, true]);
  for (const name of ['larger.png', 'film.mp4'])
    expect(shown(name)).toBe('<span class="s-away"><span>Le quai</span> <small>ailleurs</small></span>');
});

test('other markers are removed, and a text without any stays as it is', () => {
  const source = { folder: openFolder(root, nodeFiles), kit: engine.kit };
  expect(withPictures(`<a href="${assetMarker('plan.pdf')}">Plan</a><img src="${assetMarker('parti.png')}">`, source, 'ailleurs')).toBe(
    '<a href="">Plan</a><span class="s-away"><span></span> <small>ailleurs</small></span>',
  );
  expect(withPictures('<p>Le quai</p>', source, 'ailleurs')).toBe('<p>Le quai</p>');
});

test('the files that a text names are listed in its order', () => {
  expect([assetPaths(`${assetMarker('a b.png')} et ${assetMarker('é.svg')}`), assetPaths('rien')]).toEqual([['a b.png', 'é.svg'], []]);
});

test.each([0, 1, 2, 24_575, 24_576, 24_577, 50_000])('%d bytes are encoded as anywhere', (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
  expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});

test('a picture of a sheet is there to be printed before anyone scrolls to it', () => {
  const html = `<img src="${assetMarker('quai.png')}" alt="" loading="lazy" decoding="async">`;
  const shown = withPictures(html, { folder: openFolder(root, nodeFiles), kit: engine.kit }, 'ailleurs');
  expect(shown).toMatch(/^<img src="data:image\/png;base64,[\w+/=]+" alt="" decoding="async">$/);
});

test('a pictogram stands in the sheet', () => {
  expect(shown(pictogramPath('scroll'))).toMatch(/^<img src="data:image\/svg\+xml;base64,[\w+/=]+" alt="Le quai">$/);
});

test.each(['../secret.png', 'lien.png', 'parti.png'])(
  '%s leaves its words: nothing from outside of the course comes into a sheet',
  (path) => {
    expect(shown(path)).toBe('<span class="s-away"><span>Le quai</span> <small>ailleurs</small></span>');
  },
);

test('each picture of a text stands in the sheet', () => {
  const html = `<img src="${assetMarker('quai.png')}" alt="Un"><p></p><img alt="Deux" src="${assetMarker('parti.png')}"><img src="${assetMarker('quai.png')}" alt="Trois">`;
  const made = withPictures(html, { folder: openFolder(root, nodeFiles), kit: engine.kit }, 'ailleurs');
  const data = Buffer.from('the platform').toString('base64');
  expect(made.split(`data:image/png;base64,${data}`)).toEqual([
    '<img src="',
    '" alt="Un"><p></p><span class="s-away"><span>Deux</span> <small>ailleurs</small></span><img src="',
    '" alt="Trois">',
  ]);
});
