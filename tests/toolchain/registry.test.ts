import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { papersSource, registrySource, typeNames } from '../../build/toolchain/registry.ts';
import { root } from '../helpers/examples-project.ts';

test('types are the folders that have a definition and a template', () => {
  const folders = readdirSync(join(root, 'templates')).filter(
    (name) => !name.startsWith('_') && existsSync(join(root, 'templates', name, 'type.ts')),
  );
  expect(typeNames(root)).toEqual(folders.sort());
  expect(typeNames(root)).not.toContain('_shell');
});

test('the source has an entry for each type, with what its folder has', () => {
  const source = registrySource(root);
  expect(() => transformSync(source)).not.toThrow();
  const entryOf = (name: string): string =>
    new RegExp(`\\{ name: "${name}",.*?(?=\\n?\\{ name: "|\\];\\nexport const shell)`, 's').exec(source)?.[0] ?? '';
  for (const name of typeNames(root)) {
    const has = (file: string) => existsSync(join(root, 'templates', name, file));
    const entry = entryOf(name);
    expect([name, /scoring: null/.test(entry), /print: null/.test(entry), /hasRuntime: true/.test(entry)]).toEqual([
      name,
      !has('scoring.ts'),
      !has('print.hbs'),
      has('runtime.ts'),
    ]);
  }
});

const source = registrySource(root);
const jsonIn = (pattern: RegExp): Record<string, string> => JSON.parse(pattern.exec(source)?.[1] ?? '{}');

test('pages and sheets are there by name; reports run no script but their own', () => {
  expect(source).toMatch(/export const shell = \{ page: .*, activity: /s);
  expect(papersSource(root)).toMatch(/export const sheets = \{ (?:\w+: .*){4,}/s);
  for (const folder of ['build/results/pages', 'build/verify/page'])
    for (const name of readdirSync(join(root, folder)).filter((file) => file.endsWith('.hbs')))
      expect(papersSource(root)).toMatch(new RegExp(`templates: \\{ .*\\b${name.replace('.hbs', '')}: `, 's'));
  const {
    css = '',
    script = '',
    policy = '',
  } = JSON.parse(`{${/, ("css":.*\})\s*;\n$/s.exec(papersSource(root))?.[1] ?? '}'}`) as Record<string, string>;
  const digest = createHash('sha256').update(script).digest('base64');
  expect(policy).toContain(`script-src 'sha256-${digest}'`);
  expect(policy).toMatch(/^default-src 'none'/);
  expect([script.length > 100, /^\s|\s$/.test(script), css.length > 100, css.includes('\n\n')]).toEqual([true, false, true, false]);
});

test('icons are drawn, the half circle of contrast is filled', () => {
  const icons = Object.entries(jsonIn(/export const icons = (\{.*\});/));
  expect([icons.length > 20, icons.filter(([, body]) => !body.startsWith('<'))]).toEqual([true, []]);
  expect(icons.filter(([, body]) => body.includes('<path fill="currentColor"')).map(([name]) => name)).toEqual(['contrast']);
});
