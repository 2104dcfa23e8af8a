import { expect, test } from 'vitest';
import { plainFace } from '../../../build/model/course-file.ts';
import { cohortRows, differs } from '../../../build/studio/course/cohort-rows.ts';
import { colourOf } from '../../../build/studio/course/colour-text.ts';
import { courseValue } from '../../../build/studio/course/course-value.ts';
import { competencyId, freeId } from '../../../build/studio/course/free-id.ts';
import { onlyGroups } from '../../../build/studio/course/only-for.ts';
import { Portraits } from '../../../build/studio/course/portraits.ts';
import { renameCompetency } from '../../../build/studio/course/rename-competency.ts';
import { firstWordsOf, questionsIn, usesOfBank, usesOfCompetency, usesOfPerson } from '../../../build/studio/course/usage.ts';
import { problemsAt } from '../../../build/studio/course/yaml-problems.ts';

const SESSION = `---
id: one
title: One
pass: 60
competencies: [c1, c10]
people: [ada]
---

# Begin {#begin}

:::scene
## ada
Good morning.

## adam
Not Ada.
:::

:::choice{#q competency="c1; c2" only=remote}
- [x] a
- [ ] b
:::

# Then {#then only="remote; evening"}

::quiz{#z bank="banks/one.md; banks/two.md" draw=2}

:::text{only=paper}
On paper.
:::
`;
const TEXTS = new Map([['modules/x/one.md', SESSION.replaceAll('\n', '\r\n')]]);

test('uses are found with their line and page, and only of the whole word', () => {
  expect(usesOfCompetency(TEXTS, 'c1')).toEqual([
    { path: 'modules/x/one.md', line: 5, page: '' },
    { path: 'modules/x/one.md', line: 19, page: 'Begin' },
  ]);
  expect(usesOfCompetency(TEXTS, 'c2').map(({ line }) => line)).toEqual([19]);
  expect(usesOfCompetency(TEXTS, 'c')).toEqual([]);
  expect(usesOfPerson(TEXTS, 'ada').map(({ line, page }) => [line, page])).toEqual([
    [6, ''],
    [12, 'Begin'],
  ]);
  expect(usesOfBank(TEXTS, 'banks/two.md').map(({ page }) => page)).toEqual(['Then']);
  expect(firstWordsOf(TEXTS, 'ada')).toBe('Good morning.');
  expect(firstWordsOf(TEXTS, 'lea')).toBe('');
});

test('questions of a bank are counted', () => {
  expect(questionsIn('---\ntitle: B\n---\n\n:::choice{#a}\n- [x] a\n:::\n\n:::short-text{#b answer="x"}\nWhich?\n:::\n')).toBe(2);
});

test('a competency is renamed in front matter and attributes, and nowhere else', () => {
  const text = `${SESSION}\nThe words c1 and "c1" stay.\n`.replaceAll('\n', '\r\n');
  const after = renameCompetency(text, 'c1', 'new');
  expect(after).toBe(text.replace('[c1, c10]', '[new, c10]').replace('competency="c1; c2"', 'competency="new; c2"'));
  expect(renameCompetency(text, 'c99', 'new')).toBe(text);
});

test('what a cohort sees differently is grouped by its tags', () => {
  const groups = onlyGroups(TEXTS, ['evening']);
  expect(groups.map(({ tags, isShown, parts }) => [tags, isShown, parts.map(({ line, isPage }) => [line, isPage])])).toEqual([
    [['remote', 'evening'], true, [[24, true]]],
    [['remote'], false, [[19, false]]],
  ]);
});

test('a cohort is compared with its course', () => {
  const course = courseValue({
    id: 'x',
    title: 'X',
    modules: ['one'],
    variables: { room: 'A' },
    theme: { name: 'vif', accent: '#111111' },
  });
  const rows = cohortRows({ title: 'C', variables: { room: '' }, modules: { one: { pass: 50 } } }, course, new Map([['one', SESSION]]));
  const found = Object.fromEntries(rows.map(({ path, course: base, own }) => [path.join('.'), [base, own]]));
  expect(rows.filter(differs).map(({ path }) => path.at(-1))).toEqual(['room', 'pass']);
  expect(found).toEqual({
    tags: ['', undefined],
    'variables.room': ['A', ''],
    'theme.accent': ['#111111', undefined],
    'theme.logo': ['', undefined],
    'modules.one.pass': ['60', '50'],
    'modules.one.duration': ['', undefined],
    'modules.one.title': ['One', undefined],
    'modules.one.completion': ['', undefined],
  });
});

test('a course with mistakes is read as far as it goes', () => {
  const course = courseValue({ title: 12, competencies: 'none', people: [{ id: 'ada', face: { hair: 'bob' } }, null], modules: null });
  expect(course.title).toBe('12');
  expect(course.competencies).toEqual([]);
  expect(course.people.map(({ id, colour, face }) => [id, colour, face.hair])).toEqual([
    ['ada', 1, 'bob'],
    ['', 2, 'short'],
  ]);
  expect(course.modules).toEqual([]);
});

test('problems are shown at the key that they are about', () => {
  const text = 'title: A\nthemes: { accent: "#fff", logo: x }\npeople:\n  - { id: A1 }\n';
  const problem = { severity: 'error', code: 'bad-value', path: 'course.yaml', problem: '', write: '', values: {} } as const;
  const all = [
    { ...problem, line: 2, column: 11 },
    { ...problem, line: 4, column: 7 },
  ];
  expect(problemsAt(text, all, ['themes', 'accent'])).toEqual([all[0]]);
  expect(problemsAt(text, all, ['themes', 'logo'])).toEqual([]);
  expect(problemsAt(text, all, ['people', 0])).toEqual([all[1]]);
  expect(problemsAt(text, all, ['title'])).toEqual([]);
});

test('ids come from a code or the words of a title, and are free', () => {
  expect(competencyId('C4.6 Agir en partenariat', [])).toBe('c4-6');
  expect(competencyId('Accueillir une famille', [])).toBe('accueillir-une-famille');
  expect(competencyId('C4.6 Autre', ['c4-6'])).toBe('c4-6-2');
  expect(freeId('?', 'seance', (id) => id === 'seance')).toBe('seance-2');
});

test('colours are understood as people write them', () => {
  expect(colourOf(' 1d4ed8')).toBe('#1d4ed8');
  expect(colourOf('#fA0')).toBe('#ffAA00');
  expect(colourOf('red')).toBeUndefined();
});

test('portraits that are asked for together are drawn by one call, and each only once', async () => {
  const calls: number[] = [];
  const portraits = new Portraits({
    portraits: async (faces) => {
      calls.push(faces.length);
      return faces.map(({ hair }) => `<svg><!--${hair}--></svg>`);
    },
  });
  const [short, bob, again] = [plainFace, { ...plainFace, hair: 'bob' as const }, plainFace].map((face) => portraits.of(face));
  expect(short).toBe(again);
  await new Promise((done) => setTimeout(done, 0));
  expect(calls).toEqual([2]);
  expect(short?.value).toMatch(/^blob:/);
  expect(await (await fetch(bob?.value ?? '')).text()).toBe('<svg><!--bob--></svg>');
  portraits.close();
});
