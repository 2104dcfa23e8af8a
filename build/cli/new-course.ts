import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { slashed } from '../files/folder.ts';
import { writeWhole } from '../host/node/write-whole.ts';
import type { CommandContext } from './context.ts';
import { schemaPath } from './json-schemas.ts';
import { newPackage } from './package-scripts.ts';
import { bankText, cohortText, courseText, sessionText } from './skeletons.ts';
import { fill, strings } from './strings.ts';

/** Address of a schema, relative to a file of the project. */
function schemaAddress(context: CommandContext, folder: string, name: 'course' | 'cohort'): string {
  return slashed(relative(folder, join(context.root, 'docs/schemas', schemaPath(name, context.language))));
}

/**
 * Makes `modules/<id>/`: a course with one session, one bank and one cohort, and a `package.json` if the project has none.
 * @returns the paths of the new files, or the reason why there are none
 */
export function newCourse(id: string, title: string, context: CommandContext): readonly string[] | string {
  const { language } = context;
  const folder = join(context.modules, id);
  if (existsSync(folder)) return fill(strings[language].exists, { name: id, path: relative(process.cwd(), folder) });
  const french = language === 'fr';
  const module = french ? 'seance-1' : 'session-1';
  const bank = 'banks/questions.md';
  const cohort = french ? 'cohorts/promotion-1.yaml' : 'cohorts/cohort-1.yaml';
  const files: Readonly<Record<string, string>> = {
    'course.yaml': courseText({ id, title, module, schema: schemaAddress(context, folder, 'course') }, language),
    [`${module}.md`]: sessionText({ id: module, title: french ? 'Séance 1' : 'Session 1', bank }, language),
    [bank]: bankText(language),
    [cohort]: cohortText(schemaAddress(context, join(folder, 'cohorts'), 'cohort'), language),
  };
  const own = newPackage(context);
  const all = Object.entries(files).map(([name, text]) => [join(folder, name), text] as const);
  if (own !== null) all.push([join(context.project, 'package.json'), own]);
  return writeAll(all, folder);
}

/** Makes the `course.yaml` of a course without sessions. */
export function emptyCourse(
  course: { readonly id: string; readonly title: string; readonly folder: string },
  context: CommandContext,
): string {
  const schema = schemaAddress(context, course.folder, 'course');
  return courseText({ ...course, module: '', schema }, context.language);
}

/** Writes new files; if one can't be written, none is left. @param folder new folder of all but the last one, removed in that case */
function writeAll(files: readonly (readonly [path: string, text: string])[], folder: string): string[] {
  try {
    return files.map(([path, text]) => {
      mkdirSync(dirname(path), { recursive: true });
      writeWhole(path, text);
      return path;
    });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
