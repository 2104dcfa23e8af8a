import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { runLockMerge } from '../../build/cli/lock-merge.ts';
import { count, fill, strings } from '../../build/cli/strings.ts';
import type { Lock, LockModule } from '../../build/model/lock.ts';
import { readLock, writeLock } from '../../build/stages/number/lock.ts';
import { commandContext } from '../helpers/command-context.ts';
import { makeProject } from '../helpers/run-cartable.ts';

const lock = (module: Partial<LockModule>, more: Partial<Lock> = {}): Lock => ({
  version: 2,
  line: 'tests',
  modules: { rames: { pages: [], activities: [], ...module } },
  ...more,
});
const activity = (id: string, ...parts: readonly string[]) => ({ id, type: 'choice', parts: parts.map((text) => ({ text })) });

async function merged(one: Lock, two: Lock, language: 'fr' | 'en' = 'fr', names = ['ours.yaml', 'theirs.yaml', 'course.lock.yaml']) {
  const project = makeProject({ [names[0] ?? '']: writeLock(one), [names[1] ?? '']: writeLock(two) });
  const [ours = '', theirs = '', out = ''] = names.map((name) => join(project, name));
  const { context, printed, complaints } = commandContext(project, { language });
  const code = await runLockMerge(ours, theirs, { out }, context);
  const shown = (path: string): string => relative(process.cwd(), path);
  return { code, complaints, lines: printed.join('\n').split('\n'), ours: shown(ours), theirs: shown(theirs), out: shown(out) };
}

test('long texts are cut, and control signs are shown', async () => {
  const long = `${'x'.repeat(60)}yz`;
  const one = lock({ activities: [activity('frein', 'a')] });
  const two = lock({ activities: [activity('frein', long, 'b\u001b')] });
  const { lines, theirs } = await merged(one, two);
  const w = strings.fr;
  expect(lines.slice(2, 8)).toEqual([
    w.mergedMoved,
    `  rames  #frein « ${'x'.repeat(60)}… »  a → b`,
    '  rames  #frein « b␛ »  b → c',
    fill(w.mergedReplace, { theirs, packages: 'rames' }),
    fill(w.mergedAnswers, { theirs, lost: `#frein « ${'x'.repeat(60)}… » ; #frein « b␛ »` }),
    expect.stringContaining('theirs.yaml'),
  ]);
});

test('a text of sixty characters is shown whole', async () => {
  const [whole, longer] = ['x'.repeat(60), 'y'.repeat(61)];
  const { lines } = await merged(lock({ activities: [activity('frein', 'a')] }), lock({ activities: [activity('frein', whole, longer)] }));
  expect(lines.slice(3, 5)).toEqual([`  rames  #frein « ${whole} »  a → b`, `  rames  #frein « ${'y'.repeat(60)}… »  b → c`]);
});

test('pages have numbers, but no answers are lost with them', async () => {
  const { lines, theirs } = await merged(lock({ pages: ['quai'] }), lock({ pages: ['voie', 'gare'] }), 'en');
  const w = strings.en;
  expect(lines.slice(2, 6)).toEqual([
    w.mergedMoved,
    '  rames  #voie  1 → 2',
    '  rames  #gare  2 → 3',
    fill(w.mergedReplace, { theirs, packages: 'rames' }),
  ]);
  expect(lines.join()).not.toContain(fill(w.mergedAnswers, { theirs, lost: '' }).slice(0, 20));
});

test('what stays the same is counted, and the next command is named', async () => {
  const same = lock({ pages: ['quai'], activities: [activity('frein', 'a', 'b')] });
  const { code, complaints, lines, ours, theirs, out } = await merged(same, same);
  expect([code, complaints, lines]).toEqual([
    0,
    [],
    [
      fill(strings.fr.merged, { out }),
      count('mergedKept', { n: 4, theirs }, 'fr'),
      fill(strings.fr.mergedSpare, { ours, theirs }),
      fill(strings.fr.next, { command: 'cartable build' }),
    ],
  ]);
});

test.each([
  [['course.lock.yaml', 'theirs.yaml', 'course.lock.yaml'], false],
  [['ours.yaml', 'b/course.lock.yaml', 'course.lock.yaml'], false],
  [['ours.yaml', 'theirs.yaml', 'out.yaml'], false],
  [['ours.yaml', 'theirs.yaml', 'course.lock.yaml'], true],
])('of %j the copies are no longer needed: %s', async (names, isSpare) => {
  const same = lock({ pages: ['quai'] });
  const { lines, ours, theirs } = await merged(same, same, 'fr', names);
  expect(lines.includes(fill(strings.fr.mergedSpare, { ours, theirs }))).toBe(isSpare);
});

test('a lock of another course is refused by the name of the second file, and nothing is written', async () => {
  const { code, complaints, lines } = await merged(lock({}), lock({}, { line: 'autre' }));
  expect([code, lines, complaints.length]).toEqual([1, [''], 1]);
  expect(complaints[0]).toMatch(/theirs\.yaml:1:1 erreur lock-other-course/);
});

test('the course of locks without a line is that of the folder of any of them', async () => {
  const old = JSON.stringify({ version: 1, modules: { rames: { pages: ['quai'], activities: [] } } });
  for (const place of ['ours', 'theirs', 'out']) {
    const project = makeProject({ 'ours/a.yaml': old, 'theirs/b.yaml': old, 'out/.keep': '' });
    writeFileSync(join(project, place, 'course.yaml'), 'id: depot\ntitle: Dépôt\nmodules: [rames]\n');
    const { context } = commandContext(project);
    const out = join(project, 'out/c.yaml');
    expect(await runLockMerge(join(project, 'ours/a.yaml'), join(project, 'theirs/b.yaml'), { out }, context)).toBe(0);
    expect([place, existsSync(out) && readFileSync(out, 'utf8').includes('"version": 2')]).toEqual([place, true]);
  }
});

test('the folder of the result counts before that of our lock, and ours before theirs', async () => {
  const old = JSON.stringify({ version: 1, modules: { rames: { pages: ['quai'], activities: [] } } });
  for (const [named, id, broken] of [
    [['out', 'ours', 'theirs'], 'c-out', ''],
    [['ours', 'theirs'], 'c-ours', ''],
    [['out', 'ours', 'theirs'], 'c-ours', 'out'],
  ] as const) {
    const project = makeProject({ 'ours/a.yaml': old, 'theirs/b.yaml': old, 'out/.keep': '' });
    for (const place of named) writeFileSync(join(project, place, 'course.yaml'), `id: c-${place}\ntitle: Dépôt\nmodules: [rames]\n`);
    if (broken !== '') writeFileSync(join(project, broken, 'course.yaml'), 'id: [\n');
    const { context } = commandContext(project);
    const out = join(project, 'out/c.yaml');
    expect(await runLockMerge(join(project, 'ours/a.yaml'), join(project, 'theirs/b.yaml'), { out }, context)).toBe(0);
    expect(readLock(readFileSync(out, 'utf8'), id)?.line).toBe(readLock(old, id)?.line);
  }
});

test('each package to replace is named once, in the order of the locks', async () => {
  const one = lock(
    { pages: ['quai'] },
    { modules: { rames: { pages: ['quai'], activities: [] }, quais: { pages: ['a'], activities: [] } } },
  );
  const two = lock({}, { modules: { rames: { pages: ['b', 'c'], activities: [] }, quais: { pages: ['d'], activities: [] } } });
  const { lines, theirs } = await merged(one, two);
  expect(lines).toContain(fill(strings.fr.mergedReplace, { theirs, packages: 'rames, quais' }));
});

test('numbers of a whole course are those of its own package', async () => {
  const course = (id: string) => ({ course: { modules: [id], pages: [], activities: [] } });
  for (const language of ['fr', 'en'] as const) {
    const { lines, theirs } = await merged(lock({}, course('a')), lock({}, course('b')), language);
    const w = strings[language];
    expect(lines.slice(2, 5)).toEqual([w.mergedMoved, `  ${w.whole}  #b  1 → 2`, fill(w.mergedReplace, { theirs, packages: w.whole })]);
  }
});
