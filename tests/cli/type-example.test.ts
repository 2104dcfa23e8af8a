import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { typeExample } from '../../build/cli/type-example.ts';
import { engine } from '../helpers/engine.ts';
import { exampleOf, languages, root } from '../helpers/examples-project.ts';
import { makeProject } from '../helpers/run-cartable.ts';

const project = makeProject({ 'types/devinette/example.md': 'ici', 'types/pesee/example.md': 'ici', 'types/pesee/example.en.md': 'here' });
const own = {
  folders: new Map([
    ['devinette', ''],
    ['pesee', ''],
  ]),
  broken: new Set<string>(),
  problems: [],
};
const context = { root, project, engine: { ...engine, own } } as unknown as CommandContext;

test.each(languages)('of Cartable, in %s', (lang) => {
  const { folder, file, path } = typeExample('choice', lang, context);
  expect(readFileSync(file, 'utf8')).toBe(exampleOf('choice', lang));
  expect([existsSync(join(folder, 'type.ts')), path]).toEqual([true, `templates/choice/example${lang === 'en' ? '.en' : ''}.md`]);
});

test('of the project; in French if there is no English one', () => {
  expect(readFileSync(typeExample('pesee', 'en', context).file, 'utf8')).toBe('here');
  expect(typeExample('devinette', 'en', context)).toEqual({
    folder: join(project, 'types/devinette'),
    path: 'types/devinette/example.md',
    file: join(project, 'types/devinette/example.md'),
  });
});
