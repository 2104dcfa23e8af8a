import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import fr from '../../build/diagnostics/fr.json' with { type: 'json' };
import { root } from '../helpers/examples-project.ts';

/** Reads the tests of a folder, with their cases and helpers. */
function testsIn(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

test('a test names the code of each message', () => {
  const texts = [...testsIn('tests', '.ts'), ...testsIn('templates', '.test.ts')];
  const named = new Set(texts.flatMap((text) => text.match(/[a-z]+(?:-[a-z]+)*/g) ?? []));
  const missing = Object.keys(fr).filter((code) => !named.has(code));
  expect(missing, 'add a case that raises each: of a type in tests/bad-input/type-cases.ts or its NAME.test.ts').toEqual([]);
});
