import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Lock } from '../../build/model/lock.ts';
import { build } from '../../build/pipeline.ts';
import { readLock, writeLock } from '../../build/stages/number/lock.ts';
import { depot, type Files, rames, requestFor } from '../bad-input/depot-project.ts';
import { engine } from '../helpers/engine.ts';
import { makeProject, runCartable } from '../helpers/run-cartable.ts';

const choice = (id: string, ...lines: readonly string[]): string =>
  `:::choice{#${id}}\nQuel frein ?\n\n- [x] Le patin\n${lines.map((line) => `- [ ] ${line}\n`).join('')}:::\n`;
const page = (...activities: readonly string[]): Files => rames(`# Le quai {#quai}\n\n${activities.join('\n')}`);

/** Two branches that each add something, and were built. */
async function branches(): Promise<{ project: string; lock: string }> {
  const project = depot(page(choice('frein', 'La cloche')));
  const [lock, text] = ['course.lock.yaml', 'rames.md'].map((name) => join(project, 'modules/depot', name)) as [string, string];
  const request = requestFor(project, { targets: ['web'], coursePackages: false });
  await build(request, engine);
  const common = readFileSync(lock);
  for (const [name, files] of [
    ['theirs', page(choice('frein', 'La cloche', 'Le klaxon'), choice('qb', 'Le sable'))],
    ['ours', page(choice('frein', 'La cloche', 'Le gong'), choice('qa', 'Le sable'))],
  ] as const) {
    writeFileSync(lock, common);
    rmSync(join(project, 'dist'), { recursive: true });
    writeFileSync(text, files['rames.md'] as string);
    await build(request, engine);
    writeFileSync(join(project, `${name}.yaml`), readFileSync(lock));
  }
  writeFileSync(
    text,
    page(choice('frein', 'La cloche', 'Le gong', 'Le klaxon'), choice('qa', 'Le sable'), choice('qb', 'Le sable'))['rames.md'] as string,
  );
  return { project, lock };
}

const read = (path: string): Lock | null => readLock(readFileSync(path, 'utf8'), 'depot');

describe('two branches', () => {
  let project = '';
  let lock = '';
  beforeAll(async () => {
    ({ project, lock } = await branches());
  });

  test('have one lock afterwards, and what must be replaced is reported', async () => {
    const [before, theirs] = [readFileSync(join(project, 'ours.yaml')), readFileSync(join(project, 'theirs.yaml'), 'utf8')];
    const { code, out, err } = await runCartable(['lock', 'merge', 'ours.yaml', 'theirs.yaml', '--out', lock], project);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "Verrous réunis dans modules/depot/course.lock.yaml : les numéros et les lettres du premier n’ont pas changé.
      4 numéros et lettres de theirs.yaml sont les mêmes.
      Un nouveau numéro ou une nouvelle lettre :
        rames  #frein « le klaxon »  c → d
        rames  #qb  2 → 3
      Si un paquet fait avec theirs.yaml est en ligne, remplacez-le : rames.
      Qui a répondu avec un paquet fait avec theirs.yaml ne retrouvera pas : #frein « le klaxon » ; #qb, toutes ses réponses. Le reste est retrouvé.
      Vous pouvez supprimer ours.yaml et theirs.yaml.
      Ensuite : npx --no cartable build
      "
    `);
    expect(readFileSync(join(project, 'ours.yaml')).equals(before)).toBe(true);
    const merged = read(lock);
    expect(merged?.merged).toEqual([/# Sum: (\w+)/.exec(theirs)?.[1]]);
    expect(merged?.modules.rames?.activities.map(({ id }) => id)).toEqual(['frein', 'qa', 'qb']);
    expect(merged?.modules.rames?.activities[0]?.parts.map(({ text }) => text)).toEqual(['le patin', 'la cloche', 'le gong', 'le klaxon']);
  });

  test('can then be built, on either side', async () => {
    const request = requestFor(project, { targets: ['web'], coursePackages: false });
    for (const side of ['ours', 'theirs']) {
      writeFileSync(join(project, 'dist/depot/course.lock.yaml'), readFileSync(join(project, `${side}.yaml`)));
      const { diagnostics } = await build(request, engine);
      expect(diagnostics.list).toEqual([]);
    }
    expect(read(lock)?.modules.rames?.activities.map(({ id }) => id)).toEqual(['frein', 'qa', 'qb']);
  });

  test('keep the numbers of the merged one where a branch comes back', async () => {
    const request = requestFor(project, { targets: ['web'], coursePackages: false });
    const before = read(lock);
    writeFileSync(lock, readFileSync(join(project, 'theirs.yaml')));
    const { diagnostics } = await build(request, engine);
    expect(diagnostics.list.map(({ code }) => code)).toEqual(['lock-completed']);
    expect(read(lock)).toEqual(before);
  });

  test('are reported in English, and merged into the first by default', async () => {
    const { code, out } = await runCartable(['lock', 'merge', 'ours.yaml', 'theirs.yaml', '--lang', 'en'], project);
    expect(code).toBe(0);
    expect(out).toContain(
      'If a package made with theirs.yaml is online, replace it: rames.\nWhoever answered with a package made with theirs.yaml will not find: #frein “le klaxon”; #qb, all its answers. The rest is found.\nNext',
    );
    expect(read(join(project, 'ours.yaml'))).toEqual(read(lock));
  });
});

const own: Lock = { version: 2, line: 'tests', modules: { rames: { pages: ['quai', 'voie'], activities: [] } } };
const good = writeLock(own);

test('a lock that has all of the other already gets only its sum', async () => {
  const project = makeProject({ 'a.yaml': good, 'b.yaml': writeLock({ ...own, modules: {} }) });
  const { code, out } = await runCartable(['lock', 'merge', 'a.yaml', 'b.yaml'], project);
  expect([code, out]).toEqual([
    0,
    'Verrous réunis dans a.yaml : les numéros et les lettres du premier n’ont pas changé.\n0 numéro ou lettre de b.yaml est le même.\nEnsuite : npx --no cartable build\n',
  ]);
  expect(read(join(project, 'a.yaml'))?.modules).toEqual(own.modules);
});

test('what PowerShell made of it is read, too', async () => {
  const project = makeProject({ 'a.yaml': good });
  writeFileSync(join(project, 'b.yaml'), Buffer.from(`\ufeff${good.replaceAll('\n', '\r\n')}`, 'utf16le'));
  expect((await runCartable(['lock', 'merge', 'a.yaml', 'b.yaml'], project)).code).toBe(0);
});

test('a lock of 0.1 needs the folder of its course', async () => {
  const old = JSON.stringify({ version: 1, modules: { rames: { pages: ['quai'], activities: [{ id: 'frein', parts: [] }] } } });
  const project = makeProject({ 'a.yaml': old, 'b.yaml': old, 'modules/depot/course.yaml': 'id: depot\ntitle: Dépôt\nmodules: [rames]\n' });
  const { code, err } = await runCartable(['lock', 'merge', 'a.yaml', 'b.yaml'], project);
  expect([code, err.match(/^\S+ erreur \S+$/gm)]).toEqual([
    1,
    ['a.yaml:1:1 erreur lock-without-course', 'b.yaml:1:1 erreur lock-without-course'],
  ]);
  const lock = 'modules/depot/course.lock.yaml';
  expect((await runCartable(['lock', 'merge', 'a.yaml', 'b.yaml', '--out', lock], project)).code).toBe(0);
  expect(read(join(project, lock))).toMatchObject({ version: 2, line: readLock(old, 'depot')?.line, old: true });
});

test.each<[string, string, string]>([
  ['is of another course', writeLock({ ...own, line: 'autre' }), 'b.yaml:1:1 erreur lock-other-course'],
  ['was edited', good.replace('"quai","voie"', '"voie","quai"'), 'b.yaml:1:1 erreur lock-altered'],
  ['is of a later version', good.replace('"version": 2', '"version": 3'), 'b.yaml:1:1 erreur lock-newer'],
  ['has the marks of a merge', good.replace('{\n', '{\n<<<<<<< ours\n'), 'b.yaml:5:1 erreur lock-conflict'],
  ['is empty', '', 'b.yaml:1:1 erreur lock-broken'],
  ['is 2 MB of something', 'x'.repeat(2 * 1024 * 1024), 'b.yaml:1:1 erreur lock-broken'],
  ['is not there', 'none', 'b.yaml:1:1 erreur no-such-file'],
])('one that %s is refused, and nothing is written', async (_name, text, reported) => {
  const project = makeProject({ 'a.yaml': good, 'b.yaml': text });
  if (text === 'none') rmSync(join(project, 'b.yaml'));
  for (const order of [
    ['a.yaml', 'b.yaml'],
    ['b.yaml', 'a.yaml'],
  ] as const) {
    const { code, out, err } = await runCartable(['lock', 'merge', ...order, '--out', 'c.yaml'], project);
    expect([code, out, err.match(/^\S+ erreur \S+$/gm)]).toEqual([
      1,
      '',
      [order[0] === 'b.yaml' && reported.endsWith('other-course') ? reported.replace('b.yaml', 'a.yaml') : reported],
    ]);
    expect(() => readFileSync(join(project, 'c.yaml'))).toThrow();
  }
  expect(readFileSync(join(project, 'a.yaml'), 'utf8')).toBe(good);
});

test('a lock that can’t be written is reported, and a folder is no lock', async () => {
  const project = makeProject({ 'a.yaml': good, 'b.yaml': good });
  mkdirSync(join(project, 'c.yaml'));
  const reported = async (...args: readonly string[]) => {
    const { code, err } = await runCartable(['lock', 'merge', ...args], project);
    return [code, err.match(/^\S+ erreur \S+$/gm)];
  };
  expect(await reported('a.yaml', 'b.yaml', '--out', 'c.yaml')).toEqual([1, ['c.yaml:1:1 erreur not-writable']]);
  expect(await reported('a.yaml', 'b.yaml', '--out', 'none/d.yaml')).toEqual([1, ['none/d.yaml:1:1 erreur not-writable']]);
  expect(await reported('a.yaml', 'c.yaml')).toEqual([1, ['c.yaml:1:1 erreur not-a-file']]);
});

test('a call without both files is a wrong one', async () => {
  const project = makeProject({});
  expect((await runCartable(['lock', 'merge', 'a.yaml'], project)).code).toBe(2);
  expect((await runCartable(['lock'], project)).code).toBe(2);
  expect((await runCartable(['lock', 'merge', 'a', 'b', '--out', ''], project)).err).toContain('Écrivez le nom d’un fichier.');
});

test('messages name the file that was given, and commands as the user calls them', async () => {
  const project = makeProject({ 'a.yaml': good, 'b.yaml': '{\n<<<<<<< ours\n', 'c.yaml': 'x' });
  mkdirSync(join(project, 'dossier'));
  const reported = async (file: string, ...more: readonly string[]) =>
    (await runCartable(['lock', 'merge', 'a.yaml', file, ...more], project)).err;
  expect(await reported('la/bas.yaml')).toMatch(/« la\/bas.yaml » n’existe pas\.\n.*Vérifiez le chemin\./);
  expect(await reported('la/bas.yaml', '--lang', 'en')).toMatch(/“la\/bas.yaml” doesn't exist\.\n.*Check the path\./);
  expect(await reported('dossier')).toMatch(/« dossier » est un dossier\.\n.*Nommez le fichier\./);
  expect(await reported('c.yaml')).toContain('Le fichier c.yaml ne se lit pas.');
  expect(await reported('b.yaml')).toMatch(/Le fichier b\.yaml contient deux versions[\s\S]*« .*cartable lock merge le-notre\.yaml/);
});
