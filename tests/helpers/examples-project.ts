import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examplePeople } from '../../build/cli/example-people.ts';
import { LOCK_FILE } from '../../build/model/lock.ts';
import { typeNames } from '../../build/toolchain/registry.ts';
import { FIRST_LOCK } from './first-lock.ts';

export const root = join(import.meta.dirname, '../..');

/** Names of the types under test: every folder of `templates/`. */
export const types = typeNames(root);

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** The text of a type's example. */
export function exampleOf(type: string, lang: Language = 'fr'): string {
  return readFileSync(join(root, 'templates', type, lang === 'fr' ? 'example.md' : 'example.en.md'), 'utf8');
}

/**
 * Writes a project with one course of one module, one page for each type, from the examples of a language.
 * @returns the project's folder
 */
export function examplesProject(lang: Language = 'fr', only: readonly string[] = types): string {
  const project = mkdtempSync(join(tmpdir(), 'cartable-examples-'));
  const course = join(project, 'modules/galerie');
  mkdirSync(course, { recursive: true });
  writeFileSync(join(course, 'course.yaml'), `id: galerie\ntitle: Galerie\nlang: ${lang}\npace: page\nmodules: [types]\n${examplePeople}`);
  writeFileSync(join(course, LOCK_FILE), FIRST_LOCK);
  const pages = only.map((type) => `# ${type} {#page-${type}}\n\n${exampleOf(type, lang)}`);
  writeFileSync(
    join(course, 'types.md'),
    `---\nid: types\ntitle: ${lang === 'fr' ? 'Tous les types' : 'All types'}\ncompletion: visited\n---\n\n${pages.join('\n\n')}\n`,
  );
  for (const type of only) {
    const assets = join(root, 'templates', type, 'assets');
    if (existsSync(assets)) cpSync(assets, join(course, 'assets'), { recursive: true });
  }
  return project;
}
