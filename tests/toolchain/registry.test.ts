import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { precompile } from '../../build/toolchain/precompile.ts';
import { papersSource, registrySource, typeNames, virtualModules } from '../../build/toolchain/registry.ts';
import { root } from '../helpers/examples-project.ts';

const source = registrySource(root);
const papers = papersSource(root);

test('types are the folders that have a definition and a template', () => {
  const folders = readdirSync(join(root, 'templates')).filter(
    (name) => !name.startsWith('_') && existsSync(join(root, 'templates', name, 'type.ts')),
  );
  expect(typeNames(root)).toEqual(folders.sort());
  expect(typeNames(root)).not.toContain('_shell');
});

test('types and sheets are modules of their own names', () => {
  expect([...virtualModules]).toEqual([
    ['virtual:cartable-types', registrySource],
    ['virtual:cartable-papers', papersSource],
  ]);
});

test('a folder without a definition or a template, one that is no type, and a file are none', () => {
  const place = mkdtempSync(join(tmpdir(), 'cartable-types-'));
  for (const [name, ...files] of [
    ['tram', 'type.ts', 'template.hbs'],
    ['_new', 'type.ts', 'template.hbs'],
    ['gare', 'type.ts'],
    ['quai', 'template.hbs'],
  ]) {
    mkdirSync(join(place, `templates/${name}`), { recursive: true });
    for (const file of files) writeFileSync(join(place, `templates/${name}`, file), '');
  }
  writeFileSync(join(place, 'templates/strings.json'), '');
  expect(typeNames(place)).toEqual(['tram']);
});

test('an icon may be known by another name; one that is unknown stops the build', () => {
  const place = mkdtempSync(join(tmpdir(), 'cartable-icons-'));
  const write = (path: string, data: unknown): void => {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), typeof data === 'string' ? data : JSON.stringify(data));
  };
  for (const name of ['page', 'activity']) write(`templates/_shell/${name}.hbs`, '');
  const bodies = { eye: { body: '<path d="e"/>' }, search: { body: '<path d="s"/>' } };
  write('node_modules/@iconify-json/lucide/icons.json', {
    icons: bodies,
    aliases: { loupe: { parent: 'search' }, eye: { parent: 'search' } },
  });
  write('templates/_shell/icons.json', ['loupe', 'eye']);
  expect(registrySource(place)).toContain(`export const icons = ${JSON.stringify({ loupe: '<path d="s"/>', eye: '<path d="e"/>' })};`);
  write('templates/_shell/icons.json', ['tram']);
  expect(() => registrySource(place)).toThrow('templates/_shell/icons.json: lucide has no icon "tram"');
});

test('the source has an entry for each type, with what its folder has', () => {
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
    const [, at = ''] = /definition: definition(\d+),/.exec(entry) ?? [];
    const file = (path: string): string => JSON.stringify(join(root, 'templates', name, path));
    expect(source).toContain(`import { definition as definition${at} } from ${file('type.ts')};\n`);
    expect(source).toContain(`import strings${at} from ${file('strings.json')};`);
    expect(entry).toContain(`strings: strings${at},`);
    const template = (path: string): string => precompile(readFileSync(join(root, 'templates', name, path), 'utf8'));
    expect(entry).toContain(`template: ${template('template.hbs')},`);
    expect(entry).toContain(`print: ${has('print.hbs') ? template('print.hbs') : 'null'} }`);
    if (!has('scoring.ts')) continue;
    expect(source).toContain(`import * as scoring${at} from ${file('scoring.ts')};`);
    expect(entry).toContain(`scoring: scoring${at},`);
  }
});

const jsonIn = (pattern: RegExp): Record<string, string> => JSON.parse(pattern.exec(source)?.[1] ?? '{}');

test('the shell has its strings in both languages, and the templates of its pages', () => {
  for (const [name, lang] of [
    ['Fr', 'fr'],
    ['En', 'en'],
  ])
    expect(source).toContain(`import shell${name} from ${JSON.stringify(join(root, `src/strings/${lang}.json`))};`);
  expect(source).toContain('export const shellStrings = { fr: shellFr, en: shellEn };');
  const [page = '', activity = ''] = ['page', 'activity'].map((name) =>
    precompile(readFileSync(join(root, `templates/_shell/${name}.hbs`), 'utf8')),
  );
  expect(source).toContain(`export const shell = { page: ${page}, activity: ${activity} };`);
});

test('pages and sheets are there by name; reports run no script but their own', () => {
  const sheets = readdirSync(join(root, 'build/sheets')).filter((name) => name.endsWith('.hbs'));
  for (const name of sheets)
    expect(papers).toContain(`${name.replace('.hbs', '')}: ${precompile(readFileSync(join(root, 'build/sheets', name), 'utf8'))}`);
  for (const folder of ['build/results/pages', 'build/verify/page'])
    for (const name of readdirSync(join(root, folder)).filter((file) => file.endsWith('.hbs')))
      expect(papers).toMatch(new RegExp(`templates: \\{ .*\\b${name.replace('.hbs', '')}: `, 's'));
  const {
    css = '',
    script = '',
    policy = '',
    verdictCss = '',
  } = JSON.parse(`{${/, ("css":.*\})\s*;\n$/s.exec(papers)?.[1] ?? '}'}`) as Record<string, string>;
  const digest = createHash('sha256').update(script).digest('base64');
  expect(policy).toBe(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`);
  expect([verdictCss.length > 100, verdictCss === css, /^\s|\s$/.test(verdictCss)]).toEqual([true, false, false]);
  expect([script.length > 100, /^\s|\s$/.test(script), css.length > 100, css.includes('\n\n')]).toEqual([true, false, true, false]);
});

test('icons are drawn, the half circle of contrast is filled', () => {
  const icons = Object.entries(jsonIn(/export const icons = (\{.*\});/));
  expect([icons.length > 20, icons.filter(([, body]) => !body.startsWith('<'))]).toEqual([true, []]);
  expect(icons.filter(([, body]) => body.includes('<path fill="currentColor"')).map(([name]) => name)).toEqual(['contrast']);
});
