import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { comparisonSchema } from '../../build/versions/comparison-schema.ts';
import { buildInto } from '../helpers/build-packages.ts';
import { bakeryProject, makeProject, runCartable } from '../helpers/run-cartable.ts';

const museum = join(import.meta.dirname, '../museum/0.1/packages');
const SESSION = 'modules/boulangerie/petrissage.md';

let project: string;

/** Changes words of the session. @returns a function that restores them */
function edit(from: string, to: string): () => void {
  const path = join(project, SESSION);
  const before = readFileSync(path, 'utf8');
  if (!before.includes(from)) throw new Error(`no ${from}`);
  writeFileSync(path, before.replace(from, to));
  return () => writeFileSync(path, before);
}

beforeAll(() => {
  project = bakeryProject();
  buildInto(join(project, 'dist'), project, '--target', 'scorm12');
  copyFileSync(join(project, 'dist/boulangerie/petrissage.scorm12.zip'), join(project, 'ancien.zip'));
});

describe('a package and the texts of its session', () => {
  test('without a change there is nothing to replace', async () => {
    const { code, out, err } = await runCartable(['diff', 'ancien.zip'], project);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`à ${SESSION} (Cartable `);
    expect(out.trimEnd().split('\n').at(-1)).toBe('Même contenu\u00a0: il n’y a rien à remplacer.');
  });

  test('a replaced choice is named with its place, file and line, and nothing is written', async () => {
    const restore = edit('- [ ] Une semaine', '- [ ] Le temps d’un café');
    const lock = readFileSync(join(project, 'modules/boulangerie/course.lock.yaml'), 'utf8');
    const before = readdirSync(project, { recursive: true });
    const { code, out } = await runCartable(['diff', 'ancien.zip', SESSION], project);
    expect(code).toBe(0);
    expect(out).toContain('Des réponses ne seront plus montrées\u00a0: 1\n  La pâte › «\u00a0Combien de temps');
    expect(out).toContain(`${SESSION}:14\n    «\u00a0Une semaine\u00a0» est remplacé par «\u00a0Le temps d’un café\u00a0».`);
    expect(readdirSync(project, { recursive: true })).toEqual(before);
    expect(readFileSync(join(project, 'modules/boulangerie/course.lock.yaml'), 'utf8')).toBe(lock);
    restore();
  });

  test('--json fits its schema, in the language that was asked for', async () => {
    const restore = edit('duration: 10min', 'duration: 12min');
    const { code, out } = await runCartable(['diff', 'ancien.zip', 'boulangerie', '--json', '--lang', 'en'], project);
    restore();
    const comparison = comparisonSchema.parse(JSON.parse(out));
    expect([code, comparison.risk, comparison.same]).toEqual([0, 'safe', false]);
    expect(comparison.changes).toMatchObject([{ kind: 'minutes-changed', what: 'The planned duration changes from 10 to 12 minutes.' }]);
  });

  test('a mistake in the texts is shown as by `validate`, as JSON too', async () => {
    const restore = edit('competency=petrir}', 'competency=petri}');
    const { code, out, err } = await runCartable(['diff', 'ancien.zip'], project);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/petrissage\.md:14:\d+ erreur/);
    const json = await runCartable(['diff', 'ancien.zip', '--json'], project);
    expect([json.code, json.err, JSON.parse(json.out).diagnostics.length]).toEqual([1, '', 1]);
    restore();
  });
});

test('a package of 0.1 is compared with another package, and its cohort may be named', async () => {
  const old = join(museum, 'depot/depot.scorm12.zip');
  const { code, out } = await runCartable(['diff', old, join(museum, 'depot/depot.scorm2004-4.zip'), '--cohort', 'base'], project);
  expect(code).toBe(0);
  expect(out).toContain('Ne remplacez pas le paquet');
  expect(out).not.toContain('promotion');
  expect((await runCartable(['diff', old, old], project)).out).toContain('ne nomme pas sa promotion');
});

describe('what can’t be compared is a sentence, exit code 1, and no file', () => {
  const foreign = zipSync({ 'imsmanifest.xml': strToU8('<manifest/>'), 'index.html': strToU8('Bonjour') });
  const bomb = zipSync({ 'content.js': new Uint8Array(130 * 1024 * 1024) });
  const typo = zipSync({ '../../sorti.txt': strToU8('x'), 'content.js': strToU8('window.cartableContent=(function(r){return{}});') });

  test.each([
    ['no file', ['rien.zip'], 'Le fichier rien.zip n’existe pas.'],
    ['no new file', ['ancien.zip', 'neuf.ZIP'], 'Le fichier neuf.ZIP n’existe pas.'],
    ['a folder', ['modules'], 'modules est un dossier\u00a0: donnez d’abord le zip de l’ancien paquet.'],
    ['no zip', [SESSION], `${SESSION} n’est pas un fichier zip lisible.`],
    ['half a zip', ['coupe.zip'], 'coupe.zip n’est pas un fichier zip lisible.'],
    ['a package by others', ['autre.zip'], 'autre.zip n’est pas un paquet de Cartable.'],
    ['a zip that unpacks to far too much', ['bombe.zip'], 'bombe.zip n’est pas un paquet de Cartable.'],
    ['a zip with names that lead outside', ['fuite.zip'], 'fuite.zip n’est pas un paquet de Cartable.'],
    [
      'a package of another course',
      [join(museum, 'depot/depot.scorm12.zip')],
      'Ce paquet n’est pas d’un cours de ce dossier\u00a0: depot. Cours du dossier\u00a0: boulangerie.',
    ],
    ['two courses', ['ancien.zip', join(museum, 'depot/depot.scorm12.zip')], /depot\.scorm12\.zip n’est pas du même cours que ancien\.zip/],
  ])('%s', async (_, args, sentence) => {
    writeFileSync(join(project, 'autre.zip'), foreign);
    writeFileSync(join(project, 'bombe.zip'), bomb);
    writeFileSync(join(project, 'fuite.zip'), typo);
    writeFileSync(join(project, 'coupe.zip'), readFileSync(join(project, 'ancien.zip')).subarray(0, 20_000));
    const { code, out, err } = await runCartable(['diff', ...args], project);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(sentence instanceof RegExp ? sentence : `erreur ${sentence}\n`);
  });

  test('the same as JSON', async () => {
    const { code, out, err } = await runCartable(['diff', 'rien.zip', '--json'], project);
    expect([code, err, JSON.parse(out)]).toEqual([1, '', { errors: ['Le fichier rien.zip n’existe pas.'] }]);
  });

  test('a folder without courses', async () => {
    const { code, err } = await runCartable(['diff', join(project, 'ancien.zip')], makeProject({}));
    expect([code, err]).toEqual([1, expect.stringContaining('Il n’y a pas de cours ici.')]);
  });

  test('a name or a cohort that doesn’t exist', async () => {
    expect(await runCartable(['diff', 'ancien.zip', 'nulle-part'], project)).toMatchObject({ code: 1, out: '' });
    const { code, err } = await runCartable(['diff', 'ancien.zip', '--cohort', 'nulle'], project);
    expect([code, err]).toEqual([1, expect.stringMatching(/La promotion «.nulle.» n’existe pas/)]);
  });
});
