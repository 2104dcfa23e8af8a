import { expect, test, vi } from 'vitest';
import { plainFace } from '../../../build/model/course-file.ts';
import { CourseDesk } from '../../../build/studio/course/desk.ts';
import { openedStudio } from '../../helpers/opened-studio.ts';

const YAML = 'modules/a/course.yaml';
const COURSE = 'id: a\ntitle: Le four # un\n';
const problem = { severity: 'error', code: 'x', column: 1, problem: '', write: '', values: {} } as const;

async function opened(course = COURSE) {
  const files = { [YAML]: course, 'modules/a/1.md': 'Un', 'modules/a/assets/b.png': 'x', 'modules/ab/2.md': 'Deux' };
  const problems = [
    { ...problem, path: YAML, line: 2 },
    { ...problem, path: YAML, line: 1 },
    { ...problem, path: 'modules/a/1.md', line: 2 },
  ];
  const session = { id: '1', title: 'La séance', path: 'modules/a/1.md', minutes: 1, pages: [] };
  const studio = await openedStudio(files, { checked: { problems: problems as never, course: { sessions: [session] } as never } });
  return { studio, desk: new CourseDesk(studio) };
}

test('texts are those of the course only', async () => {
  const { desk, studio } = await opened();
  expect([...desk.texts.value]).toEqual([['modules/a/1.md', 'Un']]);
  expect(desk.filesIn('assets/')).toEqual(['modules/a/assets/b.png']);
  studio.edit('modules/a/1.md', 'Autre');
  expect([desk.texts.value.get('modules/a/1.md'), desk.textOf('modules/a/none.md')]).toEqual(['Autre', '']);
  expect([desk.sessionTitle('1'), desk.sessionTitle('9'), desk.sessionPath('9')]).toEqual(['La séance', '9', 'modules/a/9.md']);
});

test('a value is set in the text, and the form says when it is not possible', async () => {
  const { desk, studio } = await opened();
  expect([desk.set(['title'], 'Le pain'), desk.text.value, desk.course.value.title]).toEqual([
    true,
    COURSE.replace('Le four', 'Le pain'),
    'Le pain',
  ]);
  expect([desk.isReadable.value, desk.refused.value]).toEqual([true, '']);
  studio.edit(YAML, 'title: [a\n');
  expect([desk.set(['title'], 'x'), desk.refused.value, desk.isReadable.value, desk.text.value]).toEqual([
    false,
    YAML,
    false,
    'title: [a\n',
  ]);
  studio.edit(YAML, COURSE);
  expect([desk.set(['title'], 'x'), desk.refused.value]).toEqual([true, '']);
});

test('an edit that changes nothing writes nothing', async () => {
  const { desk, studio } = await opened();
  const before = studio.outside.value;
  expect([desk.edit(YAML, (text) => text), studio.outside.value]).toEqual([true, before]);
});

test('problems belong to a file and a key', async () => {
  const { desk } = await opened();
  expect(desk.problems(YAML).map(({ line }) => line)).toEqual([2, 1]);
  expect(desk.problemsAt(YAML, ['title']).map(({ line }) => line)).toEqual([2]);
});

test('what is removed is reported, and a place in the text is opened', async () => {
  const { desk, studio } = await opened();
  desk.removed('Retiré.');
  expect([desk.announced.value, desk.removals.value]).toEqual(['Retiré.', 1]);
  desk.open('modules/a/1.md');
  expect(studio.cursor.value).toMatchObject({ path: 'modules/a/1.md', line: 1 });
});

test('a chosen file is kept under a name of its own', async () => {
  const { desk, studio } = await opened();
  const file = new File(['PNG'], 'B.PNG', { type: 'image/png' });
  expect([await desk.addAsset(file), await desk.addAsset(file)]).toEqual(['assets/b-2.png', 'assets/b-3.png']);
  expect([studio.project.text('modules/a/assets/b.png'), studio.project.text('modules/a/assets/b-2.png')]).toEqual(['x', 'PNG']);
});

test('a desk begins with the sessions, and frees its drawings at the end', async () => {
  const { desk } = await opened();
  expect([desk.section.value, desk.announced.value, desk.removals.value]).toEqual(['sessions', '', 0]);
  const drawn = desk.portraits.of(plainFace);
  await vi.waitFor(() => expect(drawn.value).toMatch(/^blob:/));
  const free = vi.spyOn(URL, 'revokeObjectURL');
  desk.close();
  expect(free.mock.calls).toEqual([[drawn.value]]);
  free.mockRestore();
});

test('a file that is not there is made by an edit', async () => {
  const { desk, studio } = await opened();
  expect([desk.edit('modules/a/neuf.md', (text) => `${text}Neuf`), studio.project.text('modules/a/neuf.md')]).toEqual([true, 'Neuf']);
});

test('a place is opened at its line', async () => {
  const { desk, studio } = await opened();
  desk.open('modules/a/1.md', 7);
  expect(studio.cursor.value).toMatchObject({ line: 7 });
});
