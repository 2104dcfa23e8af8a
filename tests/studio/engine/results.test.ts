import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ReportAnswer } from '../../../build/studio/engine/results-calls.ts';
import type { StudioEngine } from '../../../build/studio/engine/studio-engine.ts';
import { OVEN, openOven, PAIN as TEXT, YAML } from '../../helpers/oven-course.ts';
import { DiskRequest } from '../../helpers/studio-course.ts';
import { sample } from '../../results/read/samples.ts';

/** Engine with the course, and its report of the samples, with names. */
let engine: StudioEngine;
let named: ReportAnswer;

beforeAll(async () => {
  vi.stubGlobal('XMLHttpRequest', DiskRequest);
  ({ engine } = openOven());
  named = await engine.report({ files: files(...NAMES, 'seance-1.codebook.csv'), anonymous: false, place: 'ces fichiers' });
});
afterAll(() => void vi.unstubAllGlobals());

const NAMES = ['s1-interactions-all.tab_separated.txt', 's1-completion.csv', 's1-grades.csv', 's1-user-tracks.csv'];
const files = (...names: readonly string[]) => names.map(sample).map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) }));
const QUESTIONS = [0, 1].flatMap((n) => ['Question', 'Réponse', 'Réponse correcte', 'Résultat'].map((name) => `${name} ${n}`));
/** Download of a person's answers to the course of the engine. */
const PAIN = [
  ['Nom', 'Adresse de courriel', 'Tentative', 'Démarré le', 'Dernier accès le', 'Résultat', 'Le pain', ...QUESTIONS],
  ['Ada Lou', 'ada@example.invalid', '1', '-', '-', '60', '60', 'levain', 'a', 'a', 'correct', 'sel', 'b', 'a', 'wrong'],
]
  .map((cells) => cells.join('\t'))
  .join('\n');

test('downloads and their codebook give the report, with a page for each person', () => {
  const made = named;
  if ('errors' in made) throw new Error(made.errors.join());
  expect([made.source, made.report.people.length > 1]).toEqual(['given', true]);
  const names = made.outputs.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['bilan.html', 'resultats.csv', ...made.report.people.map(({ sheet }) => sheet)]));
});

test('without names, no output has one', async () => {
  const without = await engine.report({ files: files(...NAMES, 'seance-1.codebook.csv'), anonymous: true, place: 'x' });
  const words = (made: ReportAnswer): string => ('outputs' in made ? made.outputs.map(({ name, text }) => name + text).join('') : '');
  const surname = 'report' in named ? (named.report.people[0]?.name.split(' ').at(-1) ?? '') : '';
  expect([surname.length > 2, words(named).includes(surname), words(without).includes(surname)]).toEqual([true, true, false]);
});

test('files that are no downloads are refused with the words for their place', async () => {
  const made = await engine.report({
    files: [{ name: 'a.txt', bytes: new Uint8Array([65]) }],
    anonymous: false,
    place: 'ces fichiers',
  });
  expect(made).toEqual({ errors: [expect.stringContaining('ces fichiers')] });
});

test('a download of another course is refused without naming an option of a command', async () => {
  const made = await engine.report({ files: files(NAMES[0] ?? ''), anonymous: false, place: 'ces fichiers' });
  expect('errors' in made && made.errors.join()).toMatch(/^(?!.*--).*vient d’une autre séance.*enlevez ce fichier/);
});

test('without a codebook, the course explains the downloads: its kept packages, else its texts', async () => {
  const { engine: own } = openOven({ 'modules/other/course.yaml': 'id: [' });
  const request = { files: [{ name: 'pain.txt', bytes: new TextEncoder().encode(PAIN) }], anonymous: false, place: 'ces fichiers' };
  const reports: unknown[] = [];
  const found = async () => {
    const made = await own.report(request);
    if ('errors' in made) return made.errors;
    reports.push(made.report.sessions.map((session) => ({ ...session, versions: session.versions.length })));
    return [
      made.source,
      made.report.sessions.map(({ title, participations }) => [title, participations[0]?.answers.map(({ words }) => words)]),
    ];
  };
  expect(await found()).toEqual(['texts', [['Le pain', ['Oui', 'Non']]]]);
  const packed = await own.pack({ names: ['pain'], targets: ['scorm12'], cohorts: [''], sheets: true, keeps: true });
  expect(await found()).toEqual(['kept', [['Le pain', ['Oui', 'Non']]]]);
  expect(reports[1]).toEqual(reports[0]);
  const kept = [...packed.files.keys()].filter((path) => /^releases.*(?:codebook\.csv|\.zip)$/.test(path));
  expect(kept.length).toBe(2);
  own.change(new Map(kept.map((path) => [path, null])));
  expect(await found()).toEqual(['texts', [['Le pain', ['Oui', 'Non']]]]);
  own.change(new Map([[YAML, 'id: [']]));
  expect(await found()).toEqual([expect.stringContaining('.codebook.csv')]);
});

test('texts and packages of a course explain answers in its language; the report is in that of the page', async () => {
  const { engine: own } = openOven({}, 'en');
  const pain = { name: 'pain.txt', bytes: new TextEncoder().encode(PAIN) };
  const found = async (...given: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[]) => {
    const made = await own.report({ files: [pain, ...given], anonymous: false, place: 'these files' });
    if ('errors' in made) return made.errors;
    const [session] = made.report.sessions;
    const page = made.outputs.find(({ name }) => name === 'bilan.html')?.text ?? '';
    const activities = session?.questions.map(({ id, activity }) => [id, activity]);
    return [made.source, session?.course, activities, /<html[^>]* lang="(\w+)"/.exec(page)?.[1]];
  };
  const activities = [
    ['levain', 'Question à choix'],
    ['sel', 'Question à choix'],
  ];
  expect(await found()).toEqual(['texts', 'Le four', activities, 'en']);
  expect(await found({ ...pain, name: 'encore.txt' })).toEqual(['texts', 'Le four', activities, 'en']);
  const { files: packed } = await own.pack({ names: ['pain'], targets: ['scorm12'], cohorts: [''], sheets: true, keeps: true });
  const paths = [...packed.keys()].filter((path) => path.startsWith('releases/'));
  const path = paths.find((one) => one.endsWith('.codebook.csv')) ?? '';
  const book = { name: 'own.codebook.csv', bytes: new Uint8Array(packed.get(path) ?? []) };
  expect(await found(book)).toEqual(['given', 'Le four', activities, 'en']);
  const releasePath = paths.find((one) => one.endsWith('release.json')) ?? '';
  const release = JSON.parse(new TextDecoder().decode(packed.get(releasePath)));
  release.packages[0].sheets.reverse();
  own.change(new Map([[releasePath, JSON.stringify(release)]]));
  expect(await found()).toEqual(['kept', 'Le four', activities, 'en']);
  own.change(new Map([[path, null]]));
  expect((await found())[0]).toBe('texts');
  own.change(new Map(paths.map((one) => [one, null])));
  expect(await found(book)).toEqual(['given', '', activities, 'en']);
  const text = OVEN.get(TEXT) ?? '';
  own.change(new Map([[TEXT, text.replace('{#levain', '{#levure')]]));
  expect(await found()).toEqual(['texts', 'Le four', [activities[1], ['levure', 'Question à choix']], 'en']);
  own.change(new Map([[TEXT, text.replace('- [x] Oui', '- [ ] Oui')]]));
  expect(await found()).toEqual([expect.stringContaining('.codebook.csv')]);
  own.change(
    new Map([
      [TEXT, text],
      [YAML, (OVEN.get(YAML) ?? '').replace('modules: [pain]', 'modules: [pain, quai]')],
    ]),
  );
  expect(await found()).toEqual([expect.stringContaining('.codebook.csv')]);
});
