import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../../build/pipeline.ts';
import { depot, rames, requestFor } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';
import { readZip } from '../../helpers/read-zip.ts';

async function packed(project: string, more: object = {}) {
  const { packages } = await build(requestFor(project, { coursePackages: false, ...more }), engine);
  const [report] = packages;
  if (!report) throw new Error('no package');
  return report;
}

test('an unchanged package is kept, and made again once it changed, or is not the reported one', async () => {
  const project = depot(rames('# Le quai {#quai}\n\nUn tram.\n'));
  const first = await packed(project);
  const zip = join(project, 'dist', first.file);
  expect(first).toMatchObject({ course: 'depot', module: 'rames', target: 'scorm12', file: 'depot/rames.scorm12.zip' });
  const names = (await readZip(zip)).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['imsmanifest.xml', 'cartable.json', 'index.html']));
  expect(first.files).toBe(names.length);
  const mark = new Date(1_000_000_000_000);
  utimesSync(zip, mark, mark);
  const again = await packed(project);
  expect([again, (await import('node:fs')).statSync(zip).mtimeMs]).toEqual([first, mark.getTime()]);
  writeFileSync(join(project, 'modules/depot/rames.md'), String(rames('# Le quai {#quai}\n\nUne rame.\n')['rames.md']));
  const changed = await packed(project);
  expect([changed.key === first.key, changed.content === first.content]).toEqual([false, false]);
  writeFileSync(zip, 'broken');
  expect((await packed(project)).sha256).toBe(changed.sha256);
});

test('a missing sheet is made again, and papers once they are asked for', async () => {
  const project = depot(rames('# Le quai {#quai}\n\nUn tram.\n'));
  const first = await packed(project);
  const [sheet] = first.sheets;
  rmSync(join(project, 'dist', sheet?.file ?? ''));
  expect((await packed(project)).sheets).toEqual(first.sheets);
  const papers = await packed(project, { sheets: true });
  expect([papers.sha256 === first.sha256, papers.sheets.length > first.sheets.length, papers.papers !== undefined]).toEqual([
    true,
    true,
    true,
  ]);
});

test('on the web there is no manifest and no schema', async () => {
  const project = depot(rames('# Le quai {#quai}\n\nUn tram.\n'));
  const { file } = await packed(project, { targets: ['web'] });
  const names = (await readZip(join(project, 'dist', file))).map(({ name }) => name);
  expect(names.filter((name) => name === 'imsmanifest.xml' || name.endsWith('.xsd'))).toEqual([]);
});
