import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { jsonSchemas } from '../../build/cli/json-schemas.ts';
import { runSchemas } from '../../build/cli/schemas.ts';
import { fill, strings } from '../../build/cli/strings.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'docs/schemas');

interface Json {
  readonly properties?: Readonly<Record<string, Json>>;
  readonly items?: Json;
  readonly additionalProperties?: Json | boolean;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
}

function parsed(name: string): Json {
  return JSON.parse(jsonSchemas().get(name) ?? '{}');
}

test('the command writes them into the project, and names the files', async () => {
  const project = mkdtempSync(join(tmpdir(), 'cartable-schemas-'));
  const printed: string[] = [];
  const context = { project, language: 'fr', print: (text: string) => void printed.push(text) } as unknown as CommandContext;
  expect(await runSchemas(context)).toBe(0);
  const files = [...jsonSchemas()].map(([name, text]) => ({ path: join(project, 'docs/schemas', name), text }));
  for (const { path, text } of files) expect([path, readFileSync(path, 'utf8') === text]).toEqual([path, true]);
  expect(printed).toEqual([fill(strings.fr.schemasWritten, { files: files.map(({ path }) => relative(process.cwd(), path)).join(', ') })]);
});

/** Paths of the keys, at any depth, that an editor could say nothing about. */
function silent(schema: Json, path = ''): string[] {
  const keys = Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
    const here = `${path}.${key}`;
    return [...(inner.description && inner.examples?.length ? [] : [here]), ...silent(inner, here)];
  });
  const inner = [schema.items, schema.additionalProperties].filter((one): one is Json => typeof one === 'object');
  return [...keys, ...inner.flatMap((one) => silent(one, path))];
}

test('the schemas in docs/schemas are up to date: `npm run schemas` writes them', () => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  const written = Object.fromEntries(names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]));
  expect(written).toEqual(Object.fromEntries(jsonSchemas()));
});

test.each([...jsonSchemas().keys()])('%s has a description and an example for every key', (name) => {
  expect(silent(parsed(name))).toEqual([]);
});

test.each(['course.json', 'cohort.json', 'module.json', 'bank.json', 'report.json', 'diff.json', 'verdict.json'])(
  '%s asks for the same in both languages, each in its own words',
  (name) => {
    const withoutWords = (schema: Json): unknown =>
      JSON.parse(
        JSON.stringify(schema, (key, value) => {
          const isWords = typeof value === 'string' && (key === 'description' || key === 'title');
          return isWords || (key === 'examples' && Array.isArray(value)) ? undefined : value;
        }),
      );
    expect(withoutWords(parsed(`en/${name}`))).toEqual(withoutWords(parsed(name)));
    const output = (schema: Json): string[] =>
      [...JSON.stringify(schema).matchAll(/"description":"([^"]+)"/g)].map(([, text = '']) => text);
    expect(output(parsed(`en/${name}`)).filter((text) => output(parsed(name)).includes(text))).toEqual([]);
  },
);

test('a schema asks only for what has no default', () => {
  expect(parsed('course.json').required).toEqual(['id', 'title', 'modules']);
  expect(parsed('cohort.json').required).toEqual(['title']);
  expect(parsed('module.json').required).toEqual(['id', 'title']);
  expect(parsed('bank.json').required).toEqual(['title']);
});

test('the sources of the course name the schema that is theirs', () => {
  const course = join(root, 'modules/partenariats-reseaux');
  const cohorts = readdirSync(join(course, 'cohorts')).map((name) => join(course, 'cohorts', name));
  expect(cohorts.length).toBeGreaterThan(1);
  for (const path of [join(course, 'course.yaml'), ...cohorts]) {
    const [, address = ''] = /^# yaml-language-server: \$schema=(\S+)/.exec(readFileSync(path, 'utf8')) ?? [];
    const schema = resolve(dirname(path), address);
    expect(schema).toBe(join(folder, path.includes('cohorts') ? 'cohort.json' : 'course.json'));
    expect(existsSync(schema)).toBe(true);
  }
});
