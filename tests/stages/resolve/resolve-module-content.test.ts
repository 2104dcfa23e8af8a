import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { Cohort } from '../../../build/model/course.ts';
import type { CourseFile } from '../../../build/model/course-file.ts';
import { headOf, resolveCohort, resolveCourse, resolveModule } from '../../../build/stages/resolve/resolve-module.ts';
import { type Files, rames } from '../../bad-input/depot-project.ts';
import { checkDepot } from '../../helpers/check-depot.ts';
import { engine } from '../../helpers/engine.ts';

const COURSE = `id: depot
title: "Au dépôt : un"
lang: fr
organisation: "L'école"
competencies:
  - { id: rouler, title: "Rouler : en ville" }
  - { id: freiner, title: Freiner }
  - { id: sonner, title: Sonner }
modules: [rames]
pace: page
`;
const cohort = (more: object = {}): Cohort =>
  ({
    name: 'soir',
    file: { title: "L'été", tags: ['soir'], variables: {}, theme: {}, modules: {}, includes: {}, ...more },
  }) as unknown as Cohort;
const CHOICE = ':::choice{#frein competency=freiner}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::\n';
const WORDS = ':::open-question{#mot}\nUn mot ?\n:::\n';

function resolve(
  front = '',
  { body = CHOICE, seen = null as Cohort | null, files = {} as Files, old = false, numbered = (n: number) => n } = {},
) {
  const text = String(rames(`# Le quai {#quai}\n\n${body}\n`)['rames.md']).replace('completion: visited', `completion: visited\n${front}`);
  const { course } = checkDepot({ 'course.yaml': COURSE, 'rames.md': text, ...files });
  const [module] = course?.modules ?? [];
  if (!course || !module) throw new Error('no course');
  const file = course.source.course.value;
  const activities = new Map([...module.numbers.activities].map(([id, n]) => [id, numbered(n)]));
  const numbers = old ? { ...module.numbers, old: true as const } : { ...module.numbers, activities };
  const world = { file, course: resolveCourse(file, seen), cohort: seen, types: engine.types, numbers, diagnostics: new Diagnostics() };
  return { ...resolveModule(module.module, world), head: headOf(module.module, world) };
}

test('a session has what is written, and no member for what is not', () => {
  const { content, head, certificate, pace, cover } = resolve();
  const { activities, line, ...rest } = content;
  expect(rest).toStrictEqual({
    course: 'depot',
    courseTitle: 'Au dépôt\u00a0: un',
    organisation: 'L’école',
    id: 'rames',
    title: 'Les rames',
    lang: 'fr',
    minutes: 0,
    completion: 'visited',
    onFail: 'incomplete',
    competencies: [{ id: 'freiner', title: 'Freiner' }],
    pages: [{ id: 'quai', n: 0, title: 'Le quai' }],
  });
  expect([activities.map(({ id }) => id), line.length, certificate, pace, cover]).toEqual([['frein'], 5, false, 'page', { aims: [] }]);
  expect(head).toStrictEqual({ title: 'Les rames', minutes: 0 });
});

test('rules, score bands, competencies in the order of the course, and pages that go further', () => {
  const front =
    'duration: 20min\npass: 60\non-fail: failed\ncertificate: true\ncompetencies: [rouler]\nbands: [{ from: 50, text: Bien }]\n';
  const { content, certificate } = resolve(front, { body: `${CHOICE}\n# Le sable {#sable further}\n\nDu sable.\n` });
  expect([certificate, content]).toMatchObject([
    true,
    {
      minutes: 20,
      pass: 60,
      onFail: 'failed',
      bands: [{ from: 50, feedback: '<p>Bien</p>' }],
      competencies: [{ id: 'rouler', title: 'Rouler\u00a0: en ville' }, { id: 'freiner' }],
    },
  ]);
  expect(content.pages).toStrictEqual([
    { id: 'quai', n: 0, title: 'Le quai' },
    { id: 'sable', n: 1, title: 'Le sable', further: true },
  ]);
  expect([resolve('', { old: true }).content.old, 'old' in content]).toEqual([true, false]);
});

test('activities stand in the order of their numbers; an organisation is there if it has a name', () => {
  const ids = (numbered: (n: number) => number) =>
    resolve('', { body: `${CHOICE}\n${WORDS}`, numbered }).content.activities.map(({ id }) => id);
  expect([ids((n) => n), ids((n) => 9 - n)]).toEqual([
    ['frein', 'mot'],
    ['mot', 'frein'],
  ]);
  const files = { 'course.yaml': COURSE.replace(/organisation.*\n/, '') };
  expect(resolve('', { files }).content).not.toHaveProperty('organisation');
});

test('an activity that gives a certificate makes the session give one', () => {
  expect(resolve('', { body: `${WORDS}\n::recap{#bilan words=mot certificate}` }).certificate).toBe(true);
  expect(resolve('', { body: `${WORDS}\n::recap{#bilan words=mot}` }).certificate).toBe(false);
});

test('a cohort changes the rules, the title and the minutes of a session', () => {
  const modules = { rames: { title: "Le soir : l'été", duration: '45min', completion: 'score', pass: 0, 'on-fail': 'failed' } };
  const { content, head } = resolve('pass: 60\n', { seen: cohort({ modules }) });
  expect(content).toMatchObject({ title: 'Le soir\u00a0: l’été', minutes: 45, completion: 'score', pass: 0, onFail: 'failed' });
  expect(head).toStrictEqual({ title: 'Le soir\u00a0: l’été', minutes: 45 });
  expect(resolve('pass: 60\n', { seen: cohort({ modules: { quais: { pass: 10 } } }) }).content.pass).toBe(60);
});

test('a session of which a cohort has no page has no head', () => {
  const files = { 'cohorts/soir.yaml': 'title: Soir\ntags: [soir]\n' };
  const text = { 'rames.md': '---\nid: rames\ntitle: Les rames\ncompletion: visited\n---\n# Le quai {#quai only=soir}\n\nUne rame.\n' };
  const head = (seen: Cohort | null) => resolve('', { seen, files: { ...files, ...text } }).head;
  expect([head(null), head(cohort())]).toEqual([undefined, { title: 'Les rames', minutes: 0 }]);
  text['rames.md'] += '\n# La voie {#voie}\n\nUn rail.\n';
  expect(head(null)).toEqual({ title: 'Les rames', minutes: 0 });
});

test('a course has its texts typeset, and the theme of the cohort over its own', () => {
  const file = {
    id: 'depot',
    title: "L'arrêt",
    lang: 'fr',
    organisation: "L'école",
    profile: 'strict',
    theme: { name: 'vif', accent: '#123456' },
    competencies: [{ id: 'a', title: "L'un" }],
    targets: ['web', 'scorm12'],
  } as unknown as CourseFile;
  const course = {
    id: 'depot',
    title: 'L’arrêt',
    lang: 'fr',
    organisation: 'L’école',
    profile: 'strict',
    theme: { name: 'vif', accent: '#123456' },
    competencies: [{ id: 'a', title: 'L’un' }],
    targets: ['web', 'scorm12'],
  };
  expect(resolveCohort(file, null)).toStrictEqual({ course, cohort: undefined });
  const evening = resolveCohort(file, cohort({ theme: { accent: '#654321' } }));
  expect(evening).toStrictEqual({
    course: { ...course, theme: { name: 'vif', accent: '#654321' } },
    cohort: { name: 'soir', title: 'L’été' },
  });
});
