import { expect, test } from 'vitest';
import { courseTitle, sessionsOf } from '../../../build/studio/ui/sessions.ts';

const page = '---\ntitle: Une séance\n---\n\n# Page {#page}\n';

function namesIn(yaml: string, names: readonly string[]): string[] {
  const texts = new Map(names.map((name) => [`modules/a/${name}.md`, page]));
  texts.set('modules/a/course.yaml', yaml);
  const project = { paths: [...texts.keys()], text: (path: string) => texts.get(path) };
  const studio = { course: 'modules/a', project, checked: { value: {} } } as unknown as Parameters<typeof sessionsOf>[0];
  return sessionsOf(studio).map(({ path }) => path.slice('modules/a/'.length, -'.md'.length));
}

test('a course with a mistake lists its sessions in their order, then other texts', () => {
  expect(namesIn('modules: [seance-1, bank]\n', ['bank', 'other', 'seance-1'])).toEqual(['seance-1', 'bank', 'other']);
  expect(namesIn('modules:\n  - b\n  - "a"\n', ['a', 'b'])).toEqual(['b', 'a']);
  expect(namesIn('', ['a', 'b'])).toEqual(['a', 'b']);
});

test('a course with a mistake keeps its title', () => {
  const course = (yaml: string) => ({
    course: 'modules/a',
    checked: { value: {} },
    project: { text: () => yaml },
  });
  const titleOf = (yaml: string): string => courseTitle(course(yaml) as unknown as Parameters<typeof courseTitle>[0]);
  expect([titleOf('id: a\r\ntitle: "Un cours"\r\n')]).toEqual(['Un cours']);
  expect(titleOf('id: a')).toBe('a');
});
