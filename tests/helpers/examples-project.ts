import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typeNames } from '../../build/program/registry.ts';

export const root = join(import.meta.dirname, '../..');

/** Names of the types under test: every folder of `templates/`. */
export const types = typeNames(root);

/** The text of a type's example. */
export function exampleOf(type: string): string {
  return readFileSync(join(root, 'templates', type, 'example.md'), 'utf8');
}

/**
 * Writes a project with one course of one module, a page a type, from the examples.
 * @returns the project's folder
 */
export function examplesProject(lang: 'fr' | 'en' = 'fr', only: readonly string[] = types): string {
  const project = mkdtempSync(join(tmpdir(), 'cartable-examples-'));
  const course = join(project, 'modules/galerie');
  mkdirSync(course, { recursive: true });
  writeFileSync(join(course, 'course.yaml'), `id: galerie\ntitle: Galerie\nlang: ${lang}\nmodules: [types]\n`);
  const pages = only.map((type) => `# ${type} {#page-${type}}\n\n${exampleOf(type)}`);
  writeFileSync(join(course, 'types.md'), `---\nid: types\ntitle: Tous les types\ncompletion: visited\n---\n\n${pages.join('\n\n')}\n`);
  for (const type of only) {
    const assets = join(root, 'templates', type, 'assets');
    if (existsSync(assets)) cpSync(assets, join(course, 'assets'), { recursive: true });
  }
  return project;
}
