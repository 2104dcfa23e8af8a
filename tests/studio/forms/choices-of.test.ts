import { expect, test } from 'vitest';
import {
  activityIds,
  cellsOf,
  filesOf,
  freshIdIn,
  personOptions,
  sceneOptions,
  titleOfFile,
} from '../../../build/studio/forms/choices-of.ts';
import type { Editing } from '../../../build/studio/forms/editing.ts';
import { outlineOf } from '../../../build/studio/text/outline.ts';

const FILES: Readonly<Record<string, string>> = {
  'modules/a/banks/first.md': '---\r\ntitle: Le four\r\n---\r\n',
  'modules/a/banks/second.md': 'Sans titre.\n',
  'modules/a/session.md': '',
  'modules/a/assets/b.png': '---\ntitle: Pas un texte\n---\n',
  'modules/b/banks/other.md': '',
  'modules/a-2/assets/c.png': '',
  'modules/a-2/banks/third.md': '',
};
const session = (id: string, ...activities: readonly (readonly string[])[]) => ({
  id,
  path: `modules/a/${id}.md`,
  pages: activities.map((ids) => ({ activities: ids.map((one) => ({ id: one })) })),
});
const COURSE = {
  people: [
    { id: 'ada', name: 'Ada', role: 'boulangère' },
    { id: 'lou', name: 'Lou' },
  ],
  sessions: [session('pain', ['mie', 'sel'], ['eau']), session('four', ['sole']), session('quai', [], ['tram'])],
};

/** Context of a form of the first directive of a text. */
function editing(text = ':::pain\n:::\n', course: unknown = COURSE): Editing {
  const project = { paths: Object.keys(FILES), text: (path: string) => FILES[path] };
  const studio = { course: 'modules/a', project, checked: { value: { course } } };
  return { text, directive: outlineOf(text).directives[0], session: { studio, path: 'modules/a/four.md' } } as unknown as Editing;
}

test('files are found by their names inside the course', () => {
  expect(filesOf(editing(), /^banks\/.*\.md$/i)).toEqual(['banks/first.md', 'banks/second.md']);
  expect(filesOf(editing(), /\.png$/i)).toEqual(['assets/b.png']);
});

test('a file has the title of its text, else its name', () => {
  const names = ['banks/first.md', 'banks/second.md', 'banks/none.md', 'assets/b.png', 'plans/assets/c.png'];
  expect(names.map((name) => titleOfFile(editing(), name))).toEqual([
    'Le four',
    'banks/second.md',
    'banks/none.md',
    'b.png',
    'plans/assets/c.png',
  ]);
});

test('people are those of the course', () => {
  expect(personOptions(editing())).toEqual([
    { value: 'ada', label: 'Ada' },
    { value: 'lou', label: 'Lou' },
  ]);
  expect(personOptions(editing('', null))).toEqual([]);
});

test('activities of the same session come first, by their ids alone', () => {
  expect(activityIds(editing())).toEqual(['sole', 'pain/mie', 'pain/sel', 'pain/eau', 'quai/tram']);
  expect(activityIds(editing('', null))).toEqual([]);
});

test('places of two axes go from the most to the least', () => {
  const axes = (attributes: string): string[] => cellsOf(editing(`:::pain{${attributes}}\n:::\n`));
  expect(axes('x="Pouvoir; faible; fort" y="Intérêt;bas; haut "')).toEqual(['fort, haut', 'faible, haut', 'fort, bas', 'faible, bas']);
  expect([axes('x="Pouvoir; fort" y=Intérêt'), axes('y="Intérêt; haut"')]).toEqual([[], []]);
});

test('a choice may lead to each scene with an id', () => {
  const text = ':::pain\n## Le four {#four}\nA\n\n## Sans id\n\n## Le quai {#quai}\n:::\n';
  expect(sceneOptions(editing(text))).toEqual([
    { value: 'four', label: 'Le four' },
    { value: 'quai', label: 'Le quai' },
  ]);
});

test('a new id is the first that the text does not have', () => {
  expect(freshIdIn(editing('#part-1 #part-12 part-2'), 'part')).toBe('part-2');
  expect([
    freshIdIn(editing('#part-2'), 'part'),
    freshIdIn(editing('#part-1 #part-2'), 'part'),
    freshIdIn(editing('#part-1'), 'scene'),
  ]).toEqual(['part-1', 'part-3', 'scene-1']);
});
