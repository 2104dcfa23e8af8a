import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleOf, types } from '../helpers/examples-project.ts';
import { expandSnippet } from '../helpers/expand-snippet.ts';
import { riddles } from '../helpers/own-type.ts';
import { makeProject, runCartable } from '../helpers/run-cartable.ts';

type Written = Readonly<Record<string, { scope: string; prefix: string; description: string; body: string[] }>>;

const read = (project: string): Written => JSON.parse(readFileSync(join(project, '.vscode/cartable.code-snippets'), 'utf8'));
const tram = {
  'modules/tram/course.yaml': 'id: tram\ntitle: Tram\nlang: en\nmodules: [one]\n',
  'modules/tram/one.md': '---\nid: one\ntitle: One\n---\n\n# One {#one-page}\n',
};

test('without a course, every type has a snippet in the language of the messages', async () => {
  const project = makeProject({});
  const { code, out } = await runCartable(['snippets', '--lang', 'en'], project);
  expect([code, out]).toEqual([0, `${types.length} snippets in ${join('.vscode', 'cartable.code-snippets')}\n`]);
  const written = read(project);
  expect(Object.keys(written)).toEqual(types.map((type) => `${type} · en`).sort());
  expect(written['choice · en']).toMatchObject({ scope: 'markdown', prefix: ':::choice', description: 'Multiple choice' });
  for (const type of types) expect(expandSnippet(written[`${type} · en`]?.body.join('\n') ?? '')).toBe(exampleOf(type, 'en').trimEnd());
});

test('with courses, it is in their languages, with the types of the project', async () => {
  const project = makeProject({ ...riddles, ...tram });
  const { code, out } = await runCartable(['snippets'], project);
  expect([code, out]).toEqual([0, expect.stringContaining(`${(types.length + 1) * 2} extraits`)]);
  const names = Object.keys(read(project));
  expect(names).toEqual([
    ...[...types, 'devinette'].sort().map((type) => `${type} · en`),
    ...[...types, 'devinette'].sort().map((type) => `${type} · fr`),
  ]);
  for (const [language, label] of [
    ['fr', 'Question à choix'],
    ['en', 'Multiple choice'],
  ] as const) {
    const snippet = read(project)[`choice · ${language}`];
    expect([snippet?.description, expandSnippet(snippet?.body.join('\n') ?? '')]).toEqual([label, exampleOf('choice', language).trimEnd()]);
  }
  expect(read(project)['devinette · fr']?.body.join('\n')).toContain(':::devinette{#');
});

test('a second call replaces its own file, and no other', async () => {
  const project = makeProject({
    ...tram,
    'modules/vide/course.yaml': 'id: [\n',
    '.vscode/cartable.code-snippets': 'old',
    '.vscode/settings.json': '{ /* mine */ }',
  });
  await runCartable(['snippets'], project);
  // The language of its only course that can be read.
  expect(Object.keys(read(project))).toEqual(types.map((type) => `${type} · en`).sort());
  expect(readFileSync(join(project, '.vscode/settings.json'), 'utf8')).toBe('{ /* mine */ }');
  expect(existsSync(join(project, 'docs'))).toBe(false);
});

test.each([
  [{ '.vscode': 'a file' }, '.vscode'],
  [{ '.vscode/cartable.code-snippets/mine.md': 'mine' }, join('.vscode', 'cartable.code-snippets')],
])('where it can’t write, it says so, and nothing changes: %j', async (files, named) => {
  const project = makeProject(files);
  const { code, out, err } = await runCartable(['snippets', '--lang', 'en'], project);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/could not be written|can’t be written|cannot be written/);
  expect(err).toContain(named);
  for (const [path, text] of Object.entries(files)) expect(readFileSync(join(project, path), 'utf8')).toBe(text);
});
