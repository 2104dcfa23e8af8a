import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../helpers/examples-project.ts';

const files = readdirSync(join(root, 'templates'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
const textOf = (name: string): string => readFileSync(join(root, 'templates', name), 'utf8');

/** Code without comments, texts, imports and renamed exports. */
function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replace(/^(?:import|export (?:type )?\{)[\s\S]*?;$/gm, '');
}

test('types meet forms, scoring and runtime by types: fewer than 40 casts are left', () => {
  const casts = files.flatMap((name) => [...codeOf(textOf(name)).matchAll(/\bas (?!const\b).*/g)].map(([cast]) => `${name}: ${cast}`));
  expect(casts.length, casts.join('\n')).toBeGreaterThan(0);
  expect(casts.length, casts.join('\n')).toBeLessThan(40);
});

test('what runs in a browser takes nothing but types from the build', () => {
  const found = files
    .filter((name) => !name.endsWith('/type.ts'))
    .flatMap((name) =>
      [...textOf(name).matchAll(/^import (?!type ).* from '(?:.*\/build\/.*|.*\/type\.ts)';$/gm)].map(([line]) => `${name}: ${line}`),
    );
  expect(found).toEqual([]);
});

const used = files
  .filter((name) => /^[a-z].*\/type\.ts$/.test(name))
  .map((name) => ({ name: name.split('/')[0], form: /^ {2}form: (\w+),$/m.exec(textOf(name))?.[1] }));
const typesOf = (form: string): (string | undefined)[] =>
  used
    .filter((one) => one.form === form)
    .map(({ name }) => name)
    .sort();

test('the table of members names the activities of every form', () => {
  const text = readFileSync(join(root, 'docs/types.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([a-z]+)` \| ([a-z, -]+) \| `prompt`.* \|$/gm)];
  expect(rows.length).toBeGreaterThan(15);
  for (const [, form = '', cell = ''] of rows)
    expect(cell.split(', ').sort(), `docs/types.md: the types in the row of “${form}”`).toEqual(typesOf(form));
});

test("the contributor's table of forms names every form, with the types that use it", () => {
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const rows = [...text.matchAll(/^ *\| .+ \| `([a-z]+)` \| (.+) \|$/gm)].map(([, form = '', cell = '']) => ({
    form,
    types: [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name).sort(),
  }));
  const forms = readdirSync(join(root, 'build/stages/check/forms')).map((name) => name.replace('.ts', ''));
  expect(rows.map(({ form }) => form).sort()).toEqual(forms.sort());
  for (const { form, types } of rows) expect(types, `CONTRIBUTING.md: the types in the row of “${form}”`).toEqual(typesOf(form));
});
