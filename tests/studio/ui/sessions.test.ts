import { describe, expect, test } from 'vitest';
import type { CourseFacts } from '../../../build/studio/engine/calls.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { chosenPath, chosenSession, courseTitle, sessionsOf, titleIn } from '../../../build/studio/ui/sessions.ts';
import { courseOf, sessionOf } from '../../helpers/checked-course.ts';

const page = '---\ntitle: Une séance\n---\n\n# Page {#page}\n';

/** A course `modules/four` as the studio has it. @param texts by path in the project */
function studioOf(texts: Readonly<Record<string, string>>, course: CourseFacts | null = null, chosen = ''): Studio {
  const project = {
    paths: Object.keys(texts),
    text: (path: string) => texts[path],
    bytes: (path: string) => (path in texts ? new TextEncoder().encode(texts[path]) : undefined),
  };
  return { course: 'modules/four', project, checked: { value: { course } }, chosen: { value: chosen } } as unknown as Studio;
}

function namesIn(yaml: string, names: readonly string[]): string[] {
  const texts = Object.fromEntries(names.map((name) => [`modules/four/${name}.md`, page]));
  const sessions = sessionsOf(studioOf({ ...texts, 'modules/four/course.yaml': yaml }));
  return sessions.map(({ path }) => path.slice('modules/four/'.length, -'.md'.length));
}

describe('the title of a text', () => {
  test.each([
    ['---\nid: four\ntitle: Le four\n---\n', 'Le four'],
    ['---\ntitle:\tLe four \t\n---\n', 'Le four'],
    ['---\ntitle: "Le four : chaud"\n---\n', 'Le four : chaud'],
    ["---\ntitle: 'Le four'\n---\n", 'Le four'],
    ['---\ntitle: "Le four\n---\n', '"Le four'],
    ['---\ntitle: Le "four"\n---\n', 'Le "four"'],
    ['---\ntitle: "Le" four\n---\n', '"Le" four'],
    ['---\ntitle: "Le four\'\n---\n', '"Le four\''],
    ['---\ntitle: ""\n---\n', ''],
    ['---\nsubtitle: Le four\n---\n', ''],
    ['---\ntitle:\nid: four\n---\n', ''],
    ['# Le four\n\ntitle: Le four\n', ''],
    ['---\nid: four\n---\n\ntitle: Le four\n', ''],
    ['', ''],
  ])('of %j is %j', (text, title) => {
    expect(titleIn(text)).toBe(title);
  });
});

describe('the title of a course', () => {
  const titleOf = (yaml?: string, course: CourseFacts | null = null): string =>
    courseTitle(studioOf(yaml === undefined ? {} : { 'modules/four/course.yaml': yaml }, course));

  test('is the one that the check has read', () => {
    expect(titleOf('title: Draft', courseOf([]))).toBe('The oven');
  });

  test('is the one that is written, if the course has a mistake', () => {
    expect(titleOf('id: a\r\ntitle: "Un cours"\r\n')).toBe('Un cours');
  });

  test.each([['id: a'], [undefined]])('is the name of its folder without one: %s', (yaml) => {
    expect(titleOf(yaml)).toBe('four');
  });
});

describe('the sessions', () => {
  test('are those that the check has read', () => {
    const studio = studioOf({ 'modules/four/9.md': page }, courseOf([sessionOf('2'), sessionOf('1', { minutes: 5 })]));
    expect(sessionsOf(studio)).toEqual([
      { id: 'id-2', title: 'Session 2', path: 'modules/four/2.md' },
      { id: 'id-1', title: 'Session 1', path: 'modules/four/1.md' },
    ]);
  });

  test('may be one, whatever other texts there are', () => {
    const studio = studioOf({ 'modules/four/1.md': page, 'modules/four/2.md': page }, courseOf([sessionOf('1')]));
    expect(sessionsOf(studio)).toEqual([{ id: 'id-1', title: 'Session 1', path: 'modules/four/1.md' }]);
  });

  test('of a course with a mistake are its texts with pages, under their title or their name', () => {
    const texts = {
      'modules/four/1.md': page.replaceAll('\n', '\r\n'),
      'modules/four/2.md': '# Page {#page}\n',
      'modules/four/3.md': '---\ntitle: Banque\n---\n\n:::choice{#un}\n:::\n',
      'modules/four/4.txt': page,
      'modules/fournil/5.md': page,
      'modules/four/part/6.md': '# Page\n',
      'modules/four/part/7.md': page.replaceAll('\n', '\r').replace('Une', 'Autre'),
    };
    expect(sessionsOf(studioOf(texts))).toEqual([
      { id: '', title: 'Une séance', path: 'modules/four/1.md' },
      { id: '', title: '2', path: 'modules/four/2.md' },
      { id: '', title: '6', path: 'modules/four/part/6.md' },
      { id: '', title: 'Autre séance', path: 'modules/four/part/7.md' },
    ]);
  });

  test('of a course that was read without any are its texts, too', () => {
    expect(sessionsOf(studioOf({ 'modules/four/1.md': page }, courseOf([]))).length).toBe(1);
  });

  test.each([
    ['modules: [seance-1, bank]\n', ['bank', 'other', 'seance-1'], ['seance-1', 'bank', 'other']],
    ['modules:\n  - b\n  - "a"\n', ['a', 'b'], ['b', 'a']],
    ["modules: ['b','a']", ['a', 'b'], ['b', 'a']],
    ['', ['a', 'b'], ['a', 'b']],
    ['session: [b]\n', ['a', 'b'], ['b', 'a']],
    ['title: b a\nmodules: [a, b]\n', ['b', 'a'], ['a', 'b']],
    ['old-modules: [b, a]\nmodules: [a, b]\n', ['b', 'a'], ['a', 'b']],
    ['modules: [seance-10, seance-1]\n', ['seance-1', 'seance-10'], ['seance-10', 'seance-1']],
    ['modules: [xa, b, a]\n', ['a', 'b'], ['b', 'a']],
    ['modules: [a+b, a.b, aab]\n', ['aab', 'a.b', 'a+b'], ['a+b', 'a.b', 'aab']],
    ['modules: [acb, b, a.b]\n', ['a.b', 'b'], ['b', 'a.b']],
  ])('of a course with a mistake are in their order, then other texts: %j', (yaml, names, expected) => {
    expect(namesIn(yaml, names)).toEqual(expected);
  });
});

describe('what is chosen', () => {
  const course = courseOf([sessionOf('1'), sessionOf('2')]);
  const texts = { 'modules/four/1.md': page, 'modules/four/2.md': page, 'modules/four/course.yaml': 'id: four' };
  const chosen = (path: string, studio = studioOf(texts, course, path)): unknown => [chosenSession(studio)?.id, chosenPath(studio)];

  test('is the first session, until another is', () => {
    expect(chosen('')).toEqual(['id-1', 'modules/four/1.md']);
    expect(chosen('modules/four/2.md')).toEqual(['id-2', 'modules/four/2.md']);
  });

  test('may be another file, beside the first session', () => {
    expect(chosen('modules/four/course.yaml')).toEqual(['id-1', 'modules/four/course.yaml']);
  });

  test('is no file that is gone', () => {
    expect(chosen('modules/four/gone.md')).toEqual(['id-1', 'modules/four/1.md']);
  });

  test('is nothing in a course without sessions', () => {
    expect(chosen('', studioOf({}))).toEqual([undefined, undefined]);
  });
});
