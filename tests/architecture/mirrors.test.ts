import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '../helpers/examples-project.ts';
import { sortTests } from '../setup/kinds.ts';

/** Folders of tests that try more than one file: the whole product, or the tests themselves. */
const WHOLE = /^tests\/(access|architecture|bad-input|bench|conformance|contract|e2e|helpers|museum|soak)\//;

test('a test file lies where its source does, or tries the whole product', () => {
  const files = Object.values(sortTests(root).byKind).flat();
  const strays = files.filter((file) => {
    if (!file.startsWith('tests/') || WHOLE.test(file)) return false;
    const name = file.replace(/^tests\//, '').replace(/\.test\.ts$/, '');
    // A long test of `b.ts` is split by subject: `b-subject.test.ts`.
    const sources = [name, name.replace(/-[^-/]+$/, '')];
    const places = sources.flatMap((source) => [
      `${source.replace(/^create-cartable\//, 'create-cartable/src/')}.js`,
      ...['build', 'src'].flatMap((room) => [`${room}/${source}.ts`, `${room}/${source}.tsx`]),
    ]);
    return !places.some((path) => existsSync(`${root}/${path}`));
  });
  expect(files.length).toBeGreaterThan(200);
  expect(strays).toEqual([]);
});
