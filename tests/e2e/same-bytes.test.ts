import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BuildReport } from '../../build/model/report.ts';
import { root } from '../helpers/examples-project.ts';

function buildIn(zone: string): Record<string, string> {
  const project = mkdtempSync(join(tmpdir(), 'cartable-same-'));
  cpSync(join(root, 'tests/fixtures/bakery/modules'), join(project, 'modules'), { recursive: true });
  appendFileSync(join(project, 'modules/boulangerie/course.yaml'), 'course-targets: [scorm12, scorm2004-3, scorm2004-4, web]\n');
  execFileSync(process.execPath, [join(root, 'build/cartable.cjs'), 'build'], {
    cwd: project,
    env: { ...process.env, TZ: zone, LANG: zone === 'UTC' ? 'C' : 'fr_FR.UTF-8' },
    stdio: 'pipe',
  });
  const report: BuildReport = JSON.parse(readFileSync(join(project, 'dist/build.json'), 'utf8'));
  const sheets = report.packages.flatMap((one) => one.sheets.map(({ file }) => [file, readFileSync(join(project, 'dist', file), 'utf8')]));
  return Object.fromEntries([...report.packages.map(({ file, sha256 }) => [file, sha256]), ...sheets]);
}

test('two builds in two folders and two time zones are the same to the byte', () => {
  const here = buildIn('UTC');
  // Four targets, the module and the course; three of the targets have a codebook.
  expect(Object.keys(here)).toHaveLength(2 * (4 + 3 + 4));
  expect(buildIn('Pacific/Auckland')).toEqual(here);
});
