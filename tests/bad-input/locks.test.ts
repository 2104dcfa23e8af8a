import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Lock } from '../../build/model/lock.ts';
import { build } from '../../build/pipeline.ts';
import { writeLock } from '../../build/stages/number/lock.ts';
import { engine } from '../helpers/engine.ts';
import { depot, rames, requestFor } from './depot-project.ts';

const own: Lock = { version: 2, line: 'tests', modules: { rames: { pages: ['quai', 'voie'], activities: [] } } };
const good = writeLock(own);
const old = good.replace('"version": 2', '"version": 1').replace(/^ {2}"line".*\n/m, '');

/** Builds with a lock, and checks that the lock stays unchanged. @returns the reported problems */
async function buildWith(project: string): Promise<string[]> {
  const lock = join(project, 'modules/depot/course.lock.yaml');
  const before = readFileSync(lock);
  const { diagnostics } = await build(requestFor(project, { targets: ['web'] }), engine);
  expect(readFileSync(lock).equals(before)).toBe(true);
  return diagnostics.list.map(
    ({ code, severity, at }) => `${severity} ${code} ${at.file.replace(`${project}/modules/depot/`, '')}:${at.line}`,
  );
}

test.each<[string, string, string]>([
  ['edited by hand', good.replace('"quai","voie"', '"voie","quai"'), 'lock-altered course.lock.yaml:1'],
  ['with another line', good.replace('"tests"', '"autre"'), 'lock-altered course.lock.yaml:1'],
  ['of a later version', good.replace('"version": 2', '"version": 3'), 'lock-newer course.lock.yaml:1'],
  ['of a much later version', good.replace('"version": 2', '"version": 12'), 'lock-newer course.lock.yaml:1'],
  ['with the marks of a merge', good.replace('  "line"', '<<<<<<< ours\n  "line"'), 'lock-conflict course.lock.yaml:6'],
  ['of another course', writeLock({ ...own, modules: { pain: { pages: ['four'], activities: [] } } }), 'lock-foreign course.lock.yaml:1'],
  ['that is empty', '', 'lock-broken course.lock.yaml:1'],
  ['of 2 MB of something', 'x'.repeat(2 * 1024 * 1024), 'lock-broken course.lock.yaml:1'],
  ['of 2 MB of zeros', '\0'.repeat(2 * 1024 * 1024), 'lock-broken course.lock.yaml:1'],
  ['without its line', good.replace(/^ {2}"line".*\n/m, '').replace(/^# Sum.*\n/m, ''), 'lock-broken course.lock.yaml:1'],
  ['cut in the middle', good.slice(0, good.indexOf('"activities"')), 'lock-broken course.lock.yaml:10'],
])('a lock %s is reported, and nothing is written', async (_name, text, expected) => {
  const project = depot({ 'course.lock.yaml': text });
  expect(await buildWith(project)).toEqual([`error ${expected}`]);
  expect(existsSync(join(project, 'dist'))).toBe(false);
});

test('the lock of another course is reported even if packages were built with the right one', async () => {
  const project = depot({});
  const lock = join(project, 'modules/depot/course.lock.yaml');
  await build(requestFor(project, { targets: ['web'] }), engine);
  const built = readFileSync(join(project, 'dist/depot/course.lock.yaml'));
  writeFileSync(lock, good);
  expect(await buildWith(project)).toEqual(['error lock-other-line course.lock.yaml:1']);
  expect(readFileSync(join(project, 'dist/depot/course.lock.yaml')).equals(built)).toBe(true);
  rmSync(lock);
});

test('a lock of 0.1 is read, its comment and its line ends as they were', async () => {
  for (const text of [old.replace(/^# Sum.*\n/m, ''), old.replace(/^# Sum.*\n/m, '').replaceAll('\n', '\r\n')]) {
    const project = depot({ 'course.lock.yaml': text, ...rames('# Le quai {#quai}\n\nUne rame.\n\n# La voie {#voie}\n\nLibre.\n') });
    const { diagnostics } = await build(requestFor(project, { targets: ['web'] }), engine);
    expect(diagnostics.list).toEqual([]);
    expect(readFileSync(join(project, 'modules/depot/course.lock.yaml'), 'utf8')).toContain('"version": 2');
  }
});

test('a course whose only session has a new id is built where it was built before', async () => {
  const project = depot({});
  const request = requestFor(project, { targets: ['web'] });
  await build(request, engine);
  const course = join(project, 'modules/depot');
  const text = readFileSync(join(course, 'course.yaml'), 'utf8').replace('[rames]', '[trams]');
  writeFileSync(join(course, 'course.yaml'), text);
  writeFileSync(join(course, 'trams.md'), readFileSync(join(course, 'rames.md'), 'utf8').replace('id: rames', 'id: trams'));
  rmSync(join(course, 'rames.md'));
  expect((await build(request, engine)).diagnostics.failed).toBe(false);
});
