import { expect, test } from 'vitest';
import { courseSchema } from '../../../build/model/course-file.ts';
import { manifest } from '../../../build/stages/manifest/manifest.ts';
import { encodeState } from '../../../src/model/state/codec.ts';
import { newState } from '../../../src/model/state/state.ts';
import { openCourseNotebook } from '../../../src/player/course-notebook.ts';
import { openLocalCopy } from '../../../src/visit/local-copy.ts';
import type { TrackerWorld } from '../../../src/visit/world.ts';
import { bakery } from '../../helpers/bakery.ts';
import { buildPackages } from '../../helpers/build-packages.ts';
import { examplesProject } from '../../helpers/examples-project.ts';
import { memoryStorage } from '../../helpers/memory-storage.ts';
import { readZip } from '../../helpers/read-zip.ts';
import { EDITIONS, oneSession } from '../../stages/manifest/depot.ts';

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

test('moodle 28: names are ASCII and scripts are .js', async () => {
  const out = buildPackages(examplesProject('fr', ['choice']), '--target', 'scorm12');
  const entries = await readZip(`${out}/galerie/types.scorm12.zip`);
  for (const { name } of entries) expect(name).toMatch(/^[\w./-]+$/);
  expect(entries.filter(({ name }) => /\.[cm]js$/.test(name))).toEqual([]);
});

// The third key is the one of a page without an LMS: tests/e2e/alone.long.test.ts reads it in a browser.
test('moodle 28: what is kept in the browser is named for the project and the course', () => {
  const store = memoryStorage();
  const content = bakery({ shared: { named: ['recette'], elsewhere: [] } });
  const written = { ...newState('abcd'), activities: { 2: { answer: 'Far breton', tries: 1 } } };
  const learner = { id: 'l-7', name: 'Moreau, Ines' };
  const launch = { mode: 'normal', alone: false, state: '', learner, interactions: -1 } as const;
  const world = { content, launch, elsewhere: false, storage: () => store };
  openCourseNotebook(world).keep(written);
  const clock = { ...world, now: Date.now } as unknown as TrackerWorld;
  openLocalCopy(clock, learner.id).keep('abcd', encodeState(written, content), false);
  const keys = [0, 1].map((index) => store.key(index));
  expect(keys).toEqual([
    expect.stringMatching(new RegExp(`^cartable-notebook:${content.course}:`)),
    expect.stringMatching(new RegExp(`^cartable-copy:${content.course}/${content.id}:`)),
  ]);
});
