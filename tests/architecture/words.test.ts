import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../helpers/examples-project.ts';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((name) => /\.(ts|js|hbs|css)$/.test(name) && existsSync(join(root, name)));

/** Files in which SCORM's own terms may stand. */
const ALLOWED =
  /^(src\/lms\/|src\/model\/standards\/|build\/stages\/manifest\/|build\/stages\/fit\/leaving-page\.ts|build\/sheets\/|build\/results\/read\/details\.ts|build\/preview\/|build\/verify\/|tests\/|docs\/)/;

test("SCORM's own terms appear only in drivers, standards and manifests", () => {
  const found = files
    .filter((name) => !ALLOWED.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(root, name), 'utf8');
      return [...text.matchAll(/\bcmi\b|suspend_data|lesson_status|\[,\]|\[\.\]|\[:\]/g)].map((hit) => `${name}: ${hit[0]}`);
    });
  expect(found).toEqual([]);
});

test('files of code stay under 250 lines', () => {
  const long = files.filter(
    (name) =>
      /^(build|create-cartable|src|templates)\/.*\.(ts|js)$/.test(name) && readFileSync(join(root, name), 'utf8').split('\n').length > 251,
  );
  expect(long).toEqual([]);
});

test('every diagnostic is raised by a test', () => {
  const tests = files.filter((name) => /^tests\/|\.test\.ts$/.test(name)).map((name) => readFileSync(join(root, name), 'utf8'));
  const codes = Object.keys(JSON.parse(readFileSync(join(root, 'build/diagnostics/fr.json'), 'utf8')));
  expect(codes.filter((code) => !tests.some((text) => text.includes(code)))).toEqual([]);
  expect(Object.keys(JSON.parse(readFileSync(join(root, 'build/diagnostics/en.json'), 'utf8')))).toEqual(codes);
});
