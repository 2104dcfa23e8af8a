import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { types } from '../helpers/examples-project.ts';
import { readZip } from '../helpers/read-zip.ts';
import { makeProject, runCartable } from '../helpers/run-cartable.ts';

test('the gallery is one module, a page a type, for the web and for SCORM 1.2; other packages are left alone', async () => {
  const project = makeProject({});
  mkdirSync(join(project, 'dist'));
  writeFileSync(join(project, 'dist/build.json'), '{"packages":[],"stale":[]}');
  for (let time = 0; time < 2; time++) {
    const { code, out } = await runCartable(['gallery'], project);
    expect([code, out]).toEqual([0, `${types.length} types dans dist/gallery\n`]);
  }
  for (const target of ['web', 'scorm12']) {
    const entries = await readZip(join(project, `dist/gallery/galerie/types.${target}.zip`));
    const names = entries.map((entry) => entry.name);
    expect(names.includes('imsmanifest.xml')).toBe(target === 'scorm12');
    const html = entries.filter((entry) => entry.name.endsWith('.html')).map((entry) => entry.content.toString('utf8'));
    for (const type of types) expect(html.some((text) => text.includes(`id="p-page-${type}"`))).toBe(true);
    expect(names.some((name) => name.endsWith('.webm'))).toBe(true);
  }
  expect(existsSync(join(project, 'modules'))).toBe(false);
});
