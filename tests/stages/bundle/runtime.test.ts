// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { RenderedModule } from '../../../build/model/built.ts';
import { laterTypesFor, runtimeFor, runtimeTypes } from '../../../build/stages/bundle/runtime.ts';
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
