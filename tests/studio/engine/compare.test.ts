import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { PackRequest } from '../../../build/studio/engine/calls.ts';
import { versionStrings } from '../../../build/versions/strings.ts';
import { OVEN, openOven, PAIN } from '../../helpers/oven-course.ts';
import { DiskRequest } from '../../helpers/studio-course.ts';

beforeAll(() => void vi.stubGlobal('XMLHttpRequest', DiskRequest));
afterAll(() => void vi.unstubAllGlobals());

const pain = OVEN.get(PAIN) ?? '';
const CHOICE = { name: 'pain', cohort: '', target: 'scorm12' } as const;
const PACK: PackRequest = { names: ['pain'], targets: ['scorm12'], cohorts: [''], sheets: true, keeps: true };

test('the first package has its numbers, Moodle’s settings in plain text, and nothing to compare with', async () => {
  const { problems, packages, groups } = await openOven().engine.prepare(CHOICE);
  expect([problems, packages]).toEqual([
    [],
    [
      {
        file: 'four/pain.scorm12.zip',
        title: 'Le pain',
        activities: 2,
        points: 3,
        competencies: 1,
        state: 146,
        limit: 10_000,
        since: '',
        changes: null,
        obstacle: '',
      },
    ],
  ]);
  expect(groups.map(({ title, settings }) => [title, settings.length])).toEqual([
    ['Apparence', 1],
    ['Note', 2],
    ['Gestion des tentatives', 3],
    ['Réglages de compatibilité', 1],
    ['Achèvement d’activité', 3],
  ]);
  expect(groups[1]?.settings).toEqual([
    { name: 'Méthode d’évaluation', value: expect.stringMatching(/^«\sNote la plus haute\s»$/), why: '' },
    { name: 'Note maximale', value: '100', why: expect.stringContaining('20 sur 20') },
  ]);
  expect(JSON.stringify(groups)).not.toMatch(/\*\*|`|<\w/);
  expect(groups.flatMap(({ settings }) => settings).every(({ name, value }) => name !== '' && value !== '')).toBe(true);
});

test('a package for the web has no settings of Moodle', async () => {
  const { packages, groups } = await openOven().engine.prepare({ ...CHOICE, target: 'web' });
  expect([packages.length, groups]).toEqual([1, []]);
});

test('the whole course has its own title, a cohort its own file', async () => {
  const two = {
    'modules/four/course.yaml': (OVEN.get('modules/four/course.yaml') ?? '').replace('[pain]', '[pain, mie]'),
    'modules/four/mie.md':
      '---\nid: mie\ntitle: La mie\nduration: 10min\ncompletion: visited\n---\n\n# Mie {#mie-page}\n\n:::open-question{#q max-characters=600}\nPourquoi ?\n:::\n',
  };
  const whole = await openOven(two).engine.prepare({ ...CHOICE, name: 'four' });
  const none = { limit: 10_000, since: '', changes: null, obstacle: '' };
  expect([whole.problems, whole.packages]).toEqual([
    [],
    [
      { file: 'four/pain.scorm12.zip', title: 'Le pain', activities: 2, points: 3, competencies: 1, state: 146, ...none },
      { file: 'four/mie.scorm12.zip', title: 'La mie', activities: 1, points: 0, competencies: 0, state: 408, ...none },
      { file: 'four/four.scorm12.zip', title: 'Le four', activities: 3, points: 3, competencies: 1, state: 408, ...none },
    ],
  ]);
  expect(whole.groups.map(({ title }) => title)).toEqual([
    'Apparence',
    'Note',
    'Gestion des tentatives',
    'Réglages de compatibilité',
    'Achèvement d’activité',
  ]);
  // The settings are those of the first package.
  expect(whole.groups).toEqual((await openOven(two).engine.prepare(CHOICE)).groups);
  const night = await openOven().engine.prepare({ ...CHOICE, cohort: 'nuit' });
  expect(night.packages.map(({ file }) => file)).toEqual(['four/nuit/pain.scorm12.zip']);
});

test('what changes for learners since the last kept package is shown with its day and place', async () => {
  const { engine } = openOven();
  await engine.pack(PACK);
  const same = (await engine.prepare(CHOICE)).packages[0];
  expect([same?.changes?.risk, same?.changes?.groups, same?.since]).toEqual(['safe', [], expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
  expect(same?.changes?.notes).toEqual([]);
  expect([same?.changes?.isSame, same?.changes?.verdict, same?.obstacle]).toEqual([true, expect.stringMatching(/\S/), '']);
  engine.change(new Map([[PAIN, pain.replace(':::choice{#levain', ':::choice{#levure')]]));
  const other = (await engine.prepare(CHOICE)).packages[0];
  expect([other?.changes?.isSame, other?.obstacle, other?.since]).toEqual([false, '', same?.since]);
  expect(other?.changes?.risk).not.toBe('safe');
  expect(other?.changes?.verdict).not.toBe(same?.changes?.verdict);
  const places = other?.changes?.groups.flatMap(({ changes }) => changes.map(({ at }) => at)) ?? [];
  expect(places.some((at) => /^modules\/four\/pain\.md:\d+$/.test(at))).toBe(true);
});

test('a file that the author chooses is compared instead; one that is no package is an obstacle', async () => {
  const { engine } = openOven();
  const packed = await engine.pack({ ...PACK, keeps: false });
  const bytes = packed.files.get('dist/four/pain.scorm12.zip') ?? new Uint8Array();
  const given = (await engine.prepare({ ...CHOICE, old: { name: 'avant.zip', bytes } })).packages[0];
  expect([given?.since, given?.changes?.risk, given?.obstacle]).toEqual(['avant.zip', 'safe', '']);
  const none = (await engine.prepare({ ...CHOICE, old: { name: 'photo.zip', bytes: Uint8Array.of(1, 2) } })).packages[0];
  expect([none?.since, none?.changes, none?.obstacle]).toEqual([
    '',
    null,
    versionStrings('fr').format('error.notOurs', { file: 'photo.zip' }),
  ]);
});

test('a kept package whose file is gone is an obstacle, and nothing is written by looking', async () => {
  const { engine } = openOven();
  const packed = await engine.pack(PACK);
  const zip = [...packed.files.keys()].find((path) => /^releases\/.*pain\.scorm12\.zip$/.test(path)) ?? '';
  engine.change(new Map([[zip, null]]));
  const found = (await engine.prepare(CHOICE)).packages[0];
  expect([found?.changes, found?.obstacle]).toEqual([null, expect.stringContaining(zip)]);
});

test('a mistake prevents it', async () => {
  const { engine } = openOven({ [PAIN]: pain.replace('- [x] Oui', '- [ ] Oui') });
  const { problems, packages, groups } = await engine.prepare(CHOICE);
  expect([problems.length, packages, groups]).toEqual([1, [], []]);
  expect(problems[0]).toMatchObject({ path: PAIN, line: 9, severity: 'error' });
  const two = openOven({ [PAIN]: `${pain.replace('- [x] Oui', '- [ ] Oui')}\nUne ==mie==.\n` });
  expect((await two.engine.prepare(CHOICE)).problems.map(({ code, line }) => [code, line])).toEqual([
    ['no-right-choice', 9],
    ['highlight', 20],
  ]);
});
