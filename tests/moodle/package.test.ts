import { expect, test } from 'vitest';
import { courseSchema } from '../../build/course-file.ts';
import { manifest } from '../../build/stages/manifest.ts';
import { buildPackages } from '../helpers/build-packages.ts';
import { examplesProject } from '../helpers/examples-project.ts';
import { readZip } from '../helpers/read-zip.ts';
import { EDITIONS, oneSession } from '../manifests/depot.ts';

test.each(EDITIONS)('moodle 1: a session is one SCO (%s)', (target) => {
  expect(manifest(oneSession(target)).match(/adlcp:scorm[tT]ype="sco"/g)).toHaveLength(1);
});

test('moodle 26: a title is never longer than 255 characters', () => {
  const course = { id: 'depot', title: 'x'.repeat(256), lang: 'fr', modules: ['rames'] };
  expect(courseSchema.safeParse(course).success).toBe(false);
});

test.each(EDITIONS)('moodle 27: only the four prefixes, none for IMS CP, the version letter by letter (%s)', (target) => {
  const text = manifest(oneSession(target));
  const prefixes = new Set([...text.matchAll(/<\/?([a-z]+):/gi)].map(([, prefix]) => prefix));
  expect(['adlcp', 'imsss', 'adlnav', 'adlseq']).toEqual(expect.arrayContaining([...prefixes]));
  const version = { scorm12: '1.2', 'scorm2004-3': '2004 3rd Edition', 'scorm2004-4': '2004 4th Edition' }[target];
  expect(text).toContain(`<schemaversion>${version}</schemaversion>`);
  const [item, organization] = ['item', 'organization'].map((name) => new RegExp(`<${name} identifier="([^"]+)"`).exec(text)?.[1]);
  expect(item).not.toBe(organization);
});

test('moodle 28: names are ASCII, scripts are .js, and what is kept in the browser is named for its course', async () => {
  const out = buildPackages(examplesProject('fr', ['choice']), '--target', 'scorm12');
  const entries = await readZip(`${out}/galerie/types.scorm12.zip`);
  for (const { name } of entries) expect(name).toMatch(/^[\w./-]+$/);
  expect(entries.filter(({ name }) => /\.[cm]js$/.test(name))).toEqual([]);
  const runtime = entries.find(({ name }) => name === 'runtime.js')?.content.toString() ?? '';
  expect(runtime.match(/[`"']cartable(?:-copy)?:\$\{/g)?.length).toBeGreaterThanOrEqual(2);
});
