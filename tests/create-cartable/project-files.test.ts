import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createProgram } from '../../build/cli/program.ts';
import { projectFiles } from '../../create-cartable/src/project-files.js';
import { languages, root } from '../helpers/examples-project.ts';

const WORKFLOW = '.github/workflows/cartable.yml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

const read = (lang: 'fr' | 'en', path: string): string => projectFiles(lang, '^1.0.0').get(path) ?? '';
const stepsIn = (lang: 'fr' | 'en'): Step[] => parse(read(lang, WORKFLOW)).jobs.courses.steps;

describe.each(languages)('in %s', (lang) => {
  test('the package is private, depends on Cartable alone and calls commands that exist', () => {
    const { private: locked, dependencies, scripts } = JSON.parse(read(lang, 'package.json'));
    expect([locked, dependencies]).toEqual([true, { cartable: '^1.0.0' }]);
    const program = createProgram({ language: lang, version: '0', output: {}, run: async () => {} });
    const known = new Map(program.commands.map((command) => [command.name(), command.options.map(({ long }) => long)]));
    for (const script of Object.values<string>(scripts)) {
      const [name, command = '', ...options] = script.split(' ');
      expect([name, known.get(command)]).toEqual(['cartable', expect.arrayContaining(options)]);
    }
    for (const [, name = ''] of read(lang, 'README.md').matchAll(/npm run (\w+)/g)) expect(Object.keys(scripts)).toContain(name);
  });

  test('nothing that is made or private goes into the repository, but the tarball and the lock do', () => {
    expect(read(lang, '.gitignore').trim().split('\n')).toEqual(['node_modules/', 'dist/', '.cartable/']);
    expect(read(lang, '.gitattributes')).toMatch(/^course\.lock\.yaml -merge$/m);
  });

  test('the editor’s files can be read', () => {
    expect(JSON.parse(read(lang, '.vscode/extensions.json')).recommendations).toEqual(['redhat.vscode-yaml']);
    expect(JSON.parse(read(lang, '.vscode/settings.json'))['[markdown]']['editor.tabCompletion']).toBe('onlySnippets');
  });

  test('the workflow only reads, with actions of fixed major versions', () => {
    expect(parse(read(lang, WORKFLOW)).permissions).toEqual({ contents: 'read' });
    const uses = stepsIn(lang).flatMap((step) => step.uses ?? []);
    expect(uses).toHaveLength(4);
    for (const action of uses) expect(action).toMatch(/^actions\/[a-z-]+@v\d+$/);
    // What is installed runs code of others: it finds no token, and no text of an event is part of a command.
    expect(stepsIn(lang)[0]?.with).toEqual({ 'persist-credentials': false });
    for (const { run = '' } of stepsIn(lang)) expect(run).not.toContain('${{');
  });

  test('the answers are kept in a private repository alone', () => {
    const keys = stepsIn(lang).filter((step) => /codebook|guide|salle|conducteur/.test(String(step.with?.path)));
    expect(keys.map((step) => step.if)).toEqual([expect.stringContaining('github.event.repository.private')]);
  });
});

test('both languages do the same', () => {
  const alike = (lang: 'fr' | 'en') =>
    stepsIn(lang).map(({ run, with: settings, ...step }) => ({
      ...step,
      run: run?.replace(` --lang ${lang}`, ''),
      with: { ...settings, name: '' },
    }));
  expect(alike('en')).toEqual(alike('fr'));
  expect([...projectFiles('en', '1').keys()]).toEqual([...projectFiles('fr', '1').keys()]);
});

test('every template is used', () => {
  const names = readdirSync(join(root, 'create-cartable/template'));
  const texts = languages.flatMap((lang) => [...projectFiles(lang, '1').values()]);
  // `package.json` has no template, and two texts.
  expect(new Set(texts).size).toBe(names.length + 2);
});
