import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { examplePeople } from '../../build/cli/example-people.ts';
import { galleryFor, runGallery } from '../../build/cli/gallery.ts';
import { fill, strings } from '../../build/cli/strings.ts';
import { commandContext } from '../helpers/command-context.ts';
import { engine } from '../helpers/engine.ts';
import { root } from '../helpers/examples-project.ts';
import { riddles } from '../helpers/own-type.ts';
import { makeProject } from '../helpers/run-cartable.ts';

/** Makes the context of a project whose Cartable has only some types. */
function open(project: string, language: 'fr' | 'en' = 'fr', more: Partial<CommandContext> = {}) {
  const types = new Map([...engine.types].filter(([name]) => ['beside', 'callout', 'choice'].includes(name)));
  return commandContext(project, { language, engine: { ...engine, types }, ...more });
}
const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

test.each([
  ['fr', 'galerie', 'Tous les types', ['callout Encadré', 'beside Image à côté d’un texte', 'choice Question à choix'], 'example.md'],
  ['en', 'gallery', 'All types', ['callout Callout', 'choice Multiple choice', 'beside Picture beside a text'], 'example.en.md'],
] as const)('the course of the preview in %s has a page for each type, by its label', (language, name, title, pages, example) => {
  const project = makeProject({ [`.cartable/preview-gallery/${name}/vieux.md`]: 'vieux' });
  const { context } = open(project, language);
  const course = galleryFor(context);
  expect(course).toBe(join(project, '.cartable/preview-gallery', name));
  expect(read(course, 'course.yaml')).toBe(
    `id: ${name}\ntitle: Cartable\nlang: ${language}\npace: page\nmodules: [types]\n${examplePeople}`,
  );
  const parts = pages.map((page) => {
    const [type = '', ...label] = page.split(' ');
    return `# ${label.join(' ')} {#page-${type}}\n\n::include{file="templates/${type}/${example}"}\n`;
  });
  expect(read(course, 'types.md')).toBe(`---\nid: types\ntitle: ${title}\ncompletion: visited\n---\n\n${parts.join('\n')}`);
  for (const page of pages) {
    const file = `templates/${page.split(' ')[0]}/${example}`;
    expect(read(course, file)).toBe(read(root, file));
  }
  expect(readdirSync(join(course, 'assets'))).toEqual(expect.arrayContaining(readdirSync(join(root, 'templates/beside/assets'))));
  expect(readdirSync(course).sort()).toEqual(['assets', 'course.lock.yaml', 'course.yaml', 'templates', 'types.md']);
  expect(read(course, 'course.lock.yaml')).toContain('galle');
});

test('the built one is made again each time, whatever was there, and counts its types', async () => {
  const project = makeProject({ '.cartable/gallery/modules/vieux/course.yaml': 'id: [\n', 'dist/gallery/build.json': '{' });
  const { context, printed, complaints } = open(project);
  const out = join(project, 'dist/gallery');
  const built = fill(strings.fr.galleryBuilt, { n: 3, out: relative(process.cwd(), out) });
  expect([await runGallery(context), printed]).toEqual([0, [built]]);
  expect(readdirSync(join(out, 'galerie')).filter((name) => name.endsWith('.zip'))).toEqual(['types.scorm12.zip', 'types.web.zip']);
  expect(existsSync(join(project, '.cartable/gallery/modules/vieux'))).toBe(false);
  // The lock of the last build would be restored.
  writeFileSync(join(out, 'galerie/course.lock.yaml'), 'vieux');
  expect([await runGallery(context), printed, complaints]).toEqual([0, [built, built], []]);
});

test('the example of a type of the project is in it, and a mistake in it is shown with its file', async () => {
  const project = makeProject({ ...riddles, 'types/devinette/example.md': '::devinettes\n' });
  const devinette = { ...engine.types.get('callout'), name: 'devinette', strings: { fr: {}, en: {} } };
  const own = { folders: new Map([['devinette', '']]), broken: new Set<string>(), problems: [] };
  const wrong = { ...engine, own, types: new Map([['devinette', devinette]]) } as unknown as CommandContext['engine'];
  const { context, printed, complaints } = open(project, 'fr', { engine: wrong });
  expect([await runGallery(context), printed]).toEqual([1, []]);
  expect(complaints[0]).toMatch(/types\/devinette\/example\.md:1:1 erreur/);
  expect(read(project, '.cartable/gallery/modules/galerie/types.md')).toContain('# devinette {#page-devinette}');
});
