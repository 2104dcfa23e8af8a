import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFolder } from '../../build/files/folder.ts';
import { nodeFiles } from '../../build/host/node/files.ts';
import { pictogramPath } from '../../build/kit/kit-path.ts';
import { assetMarker } from '../../build/model/markers.ts';
import { withPictures } from '../../build/sheets/pictures.ts';
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
