import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openFolder } from '../../../build/files/folder.ts';
import { pictogramPath } from '../../../build/kit/kit-path.ts';
import { assetMarker, ROOT } from '../../../build/model/markers.ts';
import { AssetCollector, assetName } from '../../../build/stages/render/assets.ts';
import { engine } from '../../helpers/engine.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'depot-'));
  writeFileSync(join(root, 'Été au quai.PNG'), 'xyz');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const collector = () => new AssetCollector(openFolder(root, engine.host.files), engine.kit);

it('gives each file a short name that differs for equal names in different folders', () => {
  expect(assetName('plans/Été au quai.PNG')).toMatch(/^assets\/ete-au-quai-[a-z0-9]{6}\.png$/);
  expect(assetName('a/quai.png')).not.toBe(assetName('b/quai.png'));
  // Addresses in packages stay the same from version to version.
  expect(['a/quai.png', 'plans/Été au quai.PNG', 'film.MP4', 'b'].map(assetName)).toEqual([
    'assets/quai-cu11ww.png',
    'assets/ete-au-quai-o9cej5.png',
    'assets/film-gwn3po.mp4',
    'assets/b-003t1j',
  ]);
  expect(assetName(`plan.${'x'.repeat(30)}`)).toMatch(/^assets\/plan-[a-z0-9]{6}\.x{19}$/);
  expect(assetName('plan.p_d-f')).toMatch(/^assets\/plan-[a-z0-9]{6}\.pdf$/);
  expect(assetName('日本.png')).toMatch(/^assets\/file-[a-z0-9]{6}\.png$/);
});

it('replaces each marker by the file’s place in the package, and lists each file once, by name', () => {
  const assets = collector();
  const text = assets.place(
    `<img src="${assetMarker('Été au quai.PNG')}"><img src="${assetMarker('Été au quai.PNG')}"><img src="${assetMarker(pictogramPath('scroll'))}">`,
  );
  const name = assetName('Été au quai.PNG');
  expect(text).toBe(`<img src="${ROOT}${name}"><img src="${ROOT}${name}"><img src="${ROOT}${assets.assets[1]?.name}">`);
  expect(assets.assets.map((asset) => asset.name)).toEqual([name, expect.stringMatching(/^kit\/.*scroll.*\.svg$/)]);
  expect(assets.assets[0]).toEqual({ name, path: join(root, 'Été au quai.PNG'), bytes: 3 });
  expect(assets.place('<p>Une rame.</p>')).toBe('<p>Une rame.</p>');
});

it('draws a picture of the kit once, however often it is named', () => {
  const drawn: string[] = [];
  const draw: typeof engine.kit.draw = (path) => {
    drawn.push(path);
    return engine.kit.draw(path);
  };
  const kit: typeof engine.kit = Object.assign(Object.create(engine.kit), { draw });
  const assets = new AssetCollector(openFolder(root, engine.host.files), kit);
  const marker = assetMarker(pictogramPath('scroll'));
  assets.place(marker + marker);
  assets.place(marker);
  expect([drawn, assets.assets.length]).toEqual([[pictogramPath('scroll')], 1]);
});

it('lists a file that is not there as empty, and files by name whatever their order in the text', () => {
  const assets = collector();
  assets.place(`${assetMarker('voie.png')}${assetMarker('Été au quai.PNG')}${assetMarker('bois.png')}`);
  expect(assets.assets.map(({ name }) => name.replace(/-\w{6}\./, '.'))).toEqual([
    'assets/bois.png',
    'assets/ete-au-quai.png',
    'assets/voie.png',
  ]);
  expect(assets.assets[0]).toEqual({ name: assetName('bois.png'), path: join(root, 'bois.png'), bytes: 0 });
});

it('never takes a file from outside the course', () => {
  expect(() => collector().place(assetMarker('../secret.png'))).toThrow('../secret.png');
});
