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
    const source = file.replace(/^tests\//, '').replace(/\.test\.ts$/, '');
    return !['build', 'src'].some((room) => ['.ts', '.tsx'].some((ending) => existsSync(`${root}/${room}/${source}${ending}`)));
  });
  expect(files.length).toBeGreaterThan(200);
  expect(strays).toEqual([]);
});
