// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { RenderedModule } from '../../../build/model/built.ts';
import { laterTypesFor, piecesOf, runtimeFor, runtimeTypes, typesOf } from '../../../build/stages/bundle/runtime.ts';
import type { Target } from '../../../src/model/course/course.ts';
import { engine } from '../../helpers/engine.ts';

type Table = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Types in the scripts of a module: after the launch, and once the other pages have come. */
function given(firstTypes: readonly string[], types: readonly string[]): { launch: Table; later: Table } {
  const module = { types, firstTypes, content: {} } as unknown as RenderedModule;
  const split = runtimeTypes([module], engine);
  const run = (script: string): Table => {
    // Without a module's content, the core does nothing.
    new Function('window', script)(window);
    const [, , table] = (window as unknown as { cartablePieces: readonly [unknown, unknown, Table] }).cartablePieces;
    return { ...table };
  };
  return {
    launch: run(runtimeFor(split, 'web', engine.pieces.index)),
    later: run(laterTypesFor(split, 'web', false, engine.pieces.index)),
  };
}

const exportsOf = (table: Table, type: string): string[] => {
  const members = table[type] ?? {};
  return Object.keys(members)
    .filter((name) => members[name])
    .sort();
};

test('the launch has the scoring alone of a quiz that stands on a later page: it weighs before it is seen', () => {
  const { launch, later } = given(['choice'], ['choice', 'order', 'quiz']);
  expect(Object.keys(launch)).toEqual(['choice', 'quiz']);
  expect(exportsOf(launch, 'quiz')).toEqual(['draw', 'report', 'score']);
  expect(exportsOf(launch, 'choice')).toEqual(['mount', 'report', 'score']);
  expect(Object.keys(later)).toEqual(['choice', 'quiz', 'order']);
  expect(exportsOf(later, 'quiz')).toEqual(['draw', 'mount', 'report', 'score']);
});

test('the launch has all of a quiz that stands on the first page', () => {
  expect(exportsOf(given(['quiz', 'choice'], ['choice', 'quiz']).launch, 'quiz')).toEqual(['draw', 'mount', 'report', 'score']);
});

const split = (types: readonly string[], firstTypes: readonly string[] = types, chapters = false) =>
  runtimeTypes([{ types, firstTypes, content: chapters ? { chapters: [] } : {} } as unknown as RenderedModule], engine);

test('types are sorted, once each, and those without a script need none', () => {
  const modules = [
    { types: ['order', 'choice'], firstTypes: ['order'], content: {} },
    { types: ['choice', 'callout'], firstTypes: ['callout'], content: {} },
  ] as unknown as RenderedModule[];
  expect(typesOf(modules)).toEqual(['callout', 'choice', 'order']);
  expect(runtimeTypes(modules, engine)).toEqual({ first: ['order'], later: ['choice'], weighed: [], core: 'core.js' });
});

test('types of the first page of any module come with the launch', () => {
  const modules = ['order', 'choice', 'order'].map((type) => ({ types: ['choice', 'order'], firstTypes: [type], content: {} }));
  expect(runtimeTypes(modules as unknown as RenderedModule[], engine)).toMatchObject({ first: ['choice', 'order'], later: [] });
});

test('a course with chapters has the core and the views for them', () => {
  expect([split([]).core, split([], [], true).core]).toEqual(['core.js', 'course.js']);
  const files = (chapters: boolean): string[] => piecesOf(split(['choice'], ['choice'], chapters), 'web', false, engine.pieces.index);
  expect(files(false)).toEqual(expect.arrayContaining(['type.choice.js', 'core.js', 'views.js']));
  expect(files(true)).toEqual(expect.arrayContaining(['course.js', 'course-views.js']));
  expect(files(true)).not.toContain('views.js');
});

test('each target has its driver, and only it', () => {
  const drivers = (target: Target): string[] =>
    piecesOf(split(['choice']), target, false, engine.pieces.index).filter((file) => file.startsWith('lms.'));
  expect((['web', 'scorm12', 'scorm2004-3', 'scorm2004-4'] as const).map(drivers)).toEqual([
    [],
    ['lms.12.js'],
    ['lms.2004.js'],
    ['lms.2004.js'],
  ]);
  const script = (target: Target): string => runtimeFor(split(['choice']), target, engine.pieces.index);
  expect(script('web')).toMatch(/__r\("core\.js"\)\.start\(T\)\}\(\);\n$/);
  expect(script('scorm12')).toMatch(/\.start\(T,__r\("lms\.12\.js"\)\)\}\(\);\n$/);
});

test('later scripts have no piece that the launch has, and the shared words only where modules show each other’s answers', () => {
  const types = split(['choice', 'order'], ['choice']);
  const { index } = engine.pieces;
  const [launch, later, shared] = [
    runtimeFor(types, 'web', index),
    laterTypesFor(types, 'web', false, index),
    laterTypesFor(types, 'web', true, index),
  ];
  const defined = (script: string): string[] =>
    [...script.matchAll(/(?<=[{};])m\["([^"]+)"\]=function\(__x\)/g)].map(([, name = '']) => name);
  expect(defined(later).filter((name) => defined(launch).includes(name))).toEqual([]);
  expect(defined(later)).toEqual(expect.arrayContaining(['type.order.js', 'views.js']));
  expect([later.includes('cartableShared'), shared.includes('window.cartableShared=')]).toEqual([false, true]);
  expect(piecesOf(types, 'web', true, index)).toContain('shared.js');
  expect(piecesOf(types, 'web', false, index)).not.toContain('shared.js');
});
