import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { activityTypes } from '../activities.ts';
import { buildAll } from '../pipeline.ts';
import { requestOf, showDiagnostics } from './build.ts';
import type { CommandContext } from './context.ts';
import { say, words } from './words.ts';

const COURSE = `id: galerie
title: Cartable
lang: fr
modules: [types]
`;

const FRONT = `---
id: types
title: Tous les types
completion: visited
---
`;

/**
 * Makes a course of one module, a page a type, from the examples. Each stands in a file of its own, so that a diagnostic names
 * the type.
 * @returns names of the types
 */
function writeCourse(folder: string, context: CommandContext): string[] {
  const types = [...activityTypes().values()].sort((a, b) => a.strings.fr.label?.localeCompare(b.strings.fr.label ?? '', 'fr') ?? 0);
  mkdirSync(folder, { recursive: true });
  const pages = types.map(({ name, strings }) => {
    const from = join(context.root, 'templates', name);
    mkdirSync(join(folder, 'templates', name), { recursive: true });
    writeFileSync(join(folder, 'templates', name, 'example.md'), readFileSync(join(from, 'example.md')));
    if (existsSync(join(from, 'assets'))) cpSync(join(from, 'assets'), join(folder, 'assets'), { recursive: true });
    return `# ${strings.fr.label} {#page-${name}}\n\n::include{file="templates/${name}/example.md"}\n`;
  });
  writeFileSync(join(folder, 'course.yaml'), COURSE);
  writeFileSync(join(folder, 'types.md'), `${FRONT}\n${pages.join('\n')}`);
  return types.map((type) => type.name);
}

/** `cartable gallery`: the examples of all types as one module in `dist/gallery/`. Exit codes: 0 built, 1 an example is wrong. */
export async function runGallery(context: CommandContext): Promise<number> {
  const modules = join(context.project, '.cartable/gallery/modules');
  const out = join(context.project, 'dist/gallery');
  // Written afresh, its lock with it: nobody's answers rest on the gallery.
  rmSync(modules, { recursive: true, force: true });
  rmSync(join(out, 'build.json'), { force: true });
  const types = writeCourse(join(modules, 'galerie'), context);
  const request = requestOf([], { target: ['scorm12', 'web'], course: false, out }, { ...context, modules });
  const { diagnostics } = await buildAll(request);
  if (showDiagnostics(diagnostics, false, context)) return 1;
  context.print(say(words[context.language].galleryBuilt, { n: types.length, out: relative(process.cwd(), out) }));
  return 0;
}
