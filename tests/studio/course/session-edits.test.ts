import { expect, test } from 'vitest';
import { CourseDesk } from '../../../build/studio/course/desk.ts';
import { addSession, setTitle, titleOf, unlisted } from '../../../build/studio/course/session-edits.ts';
import { openedStudio } from '../../helpers/opened-studio.ts';

const COURSE = 'id: a\ntitle: Le four # un\nlang: fr\nmodules: [pain]\n';
const SESSION = '---\nid: pain\ntitle: Séance 1 : Le pain\n---\n\n# Page {#p}\n';
const FILES = { 'modules/a/course.yaml': COURSE, 'modules/a/pain.md': SESSION };

async function opened(files: Readonly<Record<string, string>> = FILES) {
  const studio = await openedStudio(files);
  const desk = new CourseDesk(studio);
  return { desk, text: (path: string): string | undefined => studio.project.text(`modules/a/${path}`) };
}

test('a session is added with a text and a name of its own, at the end of the course', async () => {
  const { desk, text } = await opened();
  addSession(desk, 'Le sel');
  expect(text('course.yaml')).toBe(COURSE.replace('[pain]', '[pain, le-sel]'));
  expect(text('le-sel.md')).toMatch(/^---\nid: le-sel\ntitle: "?Le sel"?\n/);
  addSession(desk, 'Pain');
  expect([text('pain.md'), text('pain-2.md')?.includes('id: pain-2\n')]).toEqual([SESSION, true]);
  addSession(desk, '…');
  expect(text('course.yaml')).toContain('[pain, le-sel, pain-2, seance]');
});

test('a file that the course does not list keeps its name', async () => {
  const { desk, text } = await opened({ ...FILES, 'modules/a/sel.md': 'note' });
  addSession(desk, 'Sel');
  expect([text('sel.md'), text('sel-2.md') !== undefined]).toEqual(['note', true]);
});

test('a title is read and changed in front matter only', async () => {
  const { desk, text } = await opened();
  expect([titleOf(SESSION, 'x'), titleOf('# Page', 'x')]).toEqual(['Séance 1 : Le pain', 'x']);
  setTitle(desk, 'pain', 'La pâte');
  expect(text('pain.md')).toBe(SESSION.replace('Séance 1 : Le pain', 'La pâte'));
});

test('sessions with a text that are not in the course are listed', async () => {
  const { desk } = await opened({
    ...FILES,
    'modules/a/sel.md': SESSION.replace('id: pain', 'id: sel'),
    'modules/a/copie.md': SESSION.replace('id: pain', 'id: autre'),
    'modules/a/eau.md': SESSION.replace('id: pain', 'id: eau'),
    'modules/a/note.md': 'Sans rien.',
  });
  expect(unlisted(desk)).toEqual(['eau', 'sel']);
});

test('the language of the course gives a session its text and its name', async () => {
  const { desk, text } = await opened({ 'modules/a/course.yaml': 'lang: en\nmodules: [session]\n' });
  addSession(desk, '…');
  expect(text('course.yaml')).toBe('lang: en\nmodules: [session, session-2]\n');
  expect(text('session-2.md')).toContain('# To begin with {#session-2-begin}');
});

test('a session whose text has no front matter keeps its title', async () => {
  const { desk, text } = await opened({ ...FILES, 'modules/a/pain.md': '# Page {#p}\n' });
  setTitle(desk, 'pain', 'La pâte');
  expect([text('pain.md'), desk.refused.value]).toEqual(['# Page {#p}\n', 'modules/a/pain.md']);
});
