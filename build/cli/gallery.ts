import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Language } from '../diagnostics/format.ts';
import { LOCK_FILE } from '../model/lock.ts';
import { build } from '../pipeline.ts';
import { builtLockPath } from '../stages/number/built-lock.ts';
import { writeLock } from '../stages/number/lock.ts';
import type { ActivityType } from '../types/activity-type.ts';
import { requestOf, showDiagnostics } from './build.ts';
import type { CommandContext } from './context.ts';
import { examplePeople } from './example-people.ts';
import { fill, strings } from './strings.ts';
import { typeExample } from './type-example.ts';
import { workFolder } from './work-folder.ts';

/** Each language has its own course: with one id, a browser would mix the stored data of both. */
const NAMES = {
  fr: { course: 'galerie', title: 'Tous les types' },
  en: { course: 'gallery', title: 'All types' },
} as const;

/** Line of every gallery's lock, so that the same examples make the same packages. */
const LINE = 'galle';

const courseText = (language: Language): string => `id: ${NAMES[language].course}
title: Cartable
lang: ${language}
pace: page
modules: [types]
${examplePeople}`;

const frontOf = (language: Language): string => `---
id: types
title: ${NAMES[language].title}
completion: visited
---
`;

/**
 * Makes a course of one module from the examples, one page for each type. Each is in a separate file, so that diagnostics name
 * the type.
 * @returns names of the types
 */
function writeCourse(folder: string, context: CommandContext): string[] {
  const { language, engine } = context;
  const label = ({ name, strings }: ActivityType): string => strings[language].label ?? name;
  const types = [...engine.types.values()].sort((a, b) => label(a).localeCompare(label(b), language));
  mkdirSync(folder, { recursive: true });
  const pages = types.map((type) => {
    const example = typeExample(type.name, language, context);
    const assets = join(example.folder, 'assets');
    mkdirSync(dirname(join(folder, example.path)), { recursive: true });
    writeFileSync(join(folder, example.path), readFileSync(example.file));
    if (existsSync(assets)) cpSync(assets, join(folder, 'assets'), { recursive: true });
    return `# ${label(type)} {#page-${type.name}}\n\n::include{file="${example.path}"}\n`;
  });
  writeFileSync(join(folder, 'course.yaml'), courseText(language));
  writeFileSync(join(folder, LOCK_FILE), writeLock({ version: 2, line: LINE, modules: {} }));
  writeFileSync(join(folder, 'types.md'), `${frontOf(language)}\n${pages.join('\n')}`);
  return types.map((type) => type.name);
}

/** Writes the gallery for the preview, separate from the built one. @returns path of its course */
export function galleryFor(context: CommandContext): string {
  const course = join(workFolder(context.project), 'preview-gallery', NAMES[context.language].course);
  rmSync(course, { recursive: true, force: true });
  writeCourse(course, context);
  return course;
}

/**
 * `cartable gallery`: builds the examples of all types as one module in `dist/gallery/`, in the language of the messages.
 * Exit codes: 0 built, 1 an example is wrong.
 */
export async function runGallery(context: CommandContext): Promise<number> {
  const modules = join(workFolder(context.project), 'gallery/modules');
  const out = join(context.project, 'dist/gallery');
  // The gallery is written again with its lock, because no learner's answers depend on it.
  rmSync(modules, { recursive: true, force: true });
  rmSync(join(out, 'build.json'), { force: true });
  rmSync(builtLockPath(out, NAMES[context.language].course), { force: true });
  const types = writeCourse(join(modules, NAMES[context.language].course), context);
  const request = requestOf([], { target: ['scorm12', 'web'], course: false, out }, { ...context, modules });
  const { diagnostics } = await build(request, context.engine);
  if (showDiagnostics(diagnostics, false, context)) return 1;
  context.print(fill(strings[context.language].galleryBuilt, { n: types.length, out: relative(process.cwd(), out) }));
  return 0;
}
