import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readPackage } from '../../../build/results/read/package.ts';
import { examplesProject } from '../../helpers/examples-project.ts';
import { type BuiltSheets, buildSheets } from '../../sheets/built-sheets.ts';

let built: BuiltSheets;

beforeAll(async () => {
  built = await buildSheets(examplesProject('fr', ['choice', 'open-question']));
});

test('a package describes its sessions for reports: titles, pages, minutes, and no key', () => {
  const bytes = readFileSync(join(built.out, 'galerie/types.scorm12.zip'));
  const facts = readPackage(bytes, 'types.scorm12.zip');
  expect(facts).toMatchObject({ course: 'galerie', courseTitle: 'Galerie', cohort: '', content: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const [session] = facts?.sessions ?? [];
  expect(session).toMatchObject({ id: 'types', minutes: expect.any(Number) });
  expect(session?.pages.map(({ title }) => title)).toEqual([...new Set(built.table('galerie/types.scorm12').map(({ page }) => page))]);
  expect(Object.keys(session ?? {}).sort()).toEqual(['competencies', 'id', 'minutes', 'pages', 'title']);
});

test('a zip without a description, or with a broken one, describes nothing', async () => {
  const { zipSync, strToU8 } = await import('fflate');
  expect(readPackage(zipSync({ 'a.txt': strToU8('a') }), 'a.zip')).toBeUndefined();
  expect(readPackage(zipSync({ 'cartable.json': strToU8('{') }), 'a.zip')).toBeUndefined();
  expect(readPackage(zipSync({ 'cartable.json': strToU8('{"course": 3}') }), 'a.zip')).toBeUndefined();
});
