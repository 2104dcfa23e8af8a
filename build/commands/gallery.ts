import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { activityTypes } from '../activities.ts';
import type { ActivityType } from '../activity-type.ts';
import { builtLockPath } from '../built-lock.ts';
import { writeLock } from '../lock.ts';
import type { Language } from '../messages/format.ts';
import { buildAll } from '../pipeline.ts';
import { LOCK_FILE } from '../read-lock.ts';
import { requestOf, showDiagnostics } from './build.ts';
import type { CommandContext } from './context.ts';
import { say, words } from './words.ts';
import { workFolder } from './work-folder.ts';

/** Each language has a course of its own: under one id, a browser would mix what it keeps of both. */
const NAMES = {
  fr: { course: 'galerie', title: 'Tous les types' },
  en: { course: 'gallery', title: 'All types' },
} as const;

/** The line of every gallery: the same examples make the same packages. */
const LINE = 'galle';

const courseText = (language: Language): string => `id: ${NAMES[language].course}
title: Cartable
lang: ${language}
modules: [types]
`;

const frontOf = (language: Language): string => `---
id: types
title: ${NAMES[language].title}
completion: visited
---
`;

/** Name of a type's example. A type that has none in English is shown in French rather than left out. */
function exampleIn(folder: string, language: Language): string {
  const english = 'example.en.md';
  return language === 'en' && existsSync(join(folder, english)) ? english : 'example.md';
}

/**
 * Makes a course of one module, a page a type, from the examples. Each stands in a file of its own, so that a diagnostic names
 * the type.
 * @returns names of the types
 */
function writeCourse(folder: string, { root, language }: CommandContext): string[] {
  const label = ({ name, strings }: ActivityType): string => strings[language].label ?? name;
  const types = [...activityTypes().values()].sort((a, b) => label(a).localeCompare(label(b), language));
  mkdirSync(folder, { recursive: true });
  const pages = types.map((type) => {
    const from = join(root, 'templates', type.name);
    const example = `templates/${type.name}/${exampleIn(from, language)}`;
    mkdirSync(join(folder, 'templates', type.name), { recursive: true });
    writeFileSync(join(folder, example), readFileSync(join(root, example)));
    if (existsSync(join(from, 'assets'))) cpSync(join(from, 'assets'), join(folder, 'assets'), { recursive: true });
    return `# ${label(type)} {#page-${type.name}}\n\n::include{file="${example}"}\n`;
  });
  writeFileSync(join(folder, 'course.yaml'), courseText(language));
  writeFileSync(join(folder, LOCK_FILE), writeLock({ version: 2, line: LINE, modules: {} }));
  writeFileSync(join(folder, 'types.md'), `${frontOf(language)}\n${pages.join('\n')}`);
  return types.map((type) => type.name);
}

/** Writes the gallery for the preview, beside the one that is built, and gives the path of its course. */
export function galleryFor(context: CommandContext): string {
  const course = join(workFolder(context.project), 'preview-gallery', NAMES[context.language].course);
  rmSync(course, { recursive: true, force: true });
  writeCourse(course, context);
  return course;
}

/**
 * `cartable gallery`: the examples of all types as one module in `dist/gallery/`, in the language of the messages.
 * Exit codes: 0 built, 1 an example is wrong.
 */
export async function runGallery(context: CommandContext): Promise<number> {
  const modules = join(workFolder(context.project), 'gallery/modules');
  const out = join(context.project, 'dist/gallery');
  // Written afresh, its lock with it: nobody's answers rest on the gallery.
  rmSync(modules, { recursive: true, force: true });
  rmSync(join(out, 'build.json'), { force: true });
  rmSync(builtLockPath(out, NAMES[context.language].course), { force: true });
  const types = writeCourse(join(modules, NAMES[context.language].course), context);
  const request = requestOf([], { target: ['scorm12', 'web'], course: false, out }, { ...context, modules });
  const { diagnostics } = await buildAll(request);
  if (showDiagnostics(diagnostics, false, context)) return 1;
  context.print(say(words[context.language].galleryBuilt, { n: types.length, out: relative(process.cwd(), out) }));
  return 0;
}
