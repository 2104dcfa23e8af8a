import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { icons, reports, sheets, shell } from 'virtual:cartable-types';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { registrySource, typeNames } from '../../build/toolchain/registry.ts';
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

test('pages, sheets and reports are there by name; reports run no script but their own', () => {
  expect([Object.keys(shell).sort(), Object.keys(sheets).length > 3, Object.keys(reports.templates).length > 1]).toEqual([
    ['activity', 'page'],
    true,
    true,
  ]);
  const digest = createHash('sha256').update(reports.script).digest('base64');
  expect(reports.policy).toContain(`script-src 'sha256-${digest}'`);
  expect(reports.policy).toMatch(/^default-src 'none'/);
  expect([reports.script.length > 100, /^\s|\s$/.test(reports.script), reports.css.includes('\n\n')]).toEqual([true, false, false]);
});

test('icons are drawn, the half circle of contrast is filled', () => {
  expect(Object.values(icons).filter((body) => !body.startsWith('<'))).toEqual([]);
  expect(
    Object.entries(icons)
      .filter(([, body]) => body.includes('<path fill="currentColor"'))
      .map(([name]) => name),
  ).toEqual(['contrast']);
});
