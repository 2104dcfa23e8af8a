import { basename, join } from 'node:path';
import { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { NumberedCourse } from '../model/course.ts';
import { courseTargets } from '../model/course-file.ts';
import type { BuildRequest } from '../model/request.ts';
import type { CheckedCourse, OpenedFolder } from '../model/run.ts';
import { namesIn } from '../model/selection.ts';
import { check, entriesOf, plansOf } from '../pipeline.ts';
import type { Version } from '../versions/model.ts';
import { entryFiles } from '../versions/read/entry-files.ts';
import { readVersion } from '../versions/read/read-version.ts';
import { sourcePlaces } from '../versions/read/source-places.ts';
import type { VersionStrings } from '../versions/strings.ts';
import { requestOf } from './build.ts';
import type { CommandContext } from './context.ts';

/** The version that the sources would give now; a sentence why there is none; or mistakes in the sources. */
export type SourceVersion = { readonly version: Version } | { readonly error: string } | { readonly diagnostics: Diagnostics };

/** Finds the target to compare: that of the old package, or the first one that the course has now. */
function targetFor({ source }: NumberedCourse, { target, whole }: Version): BuildRequest['targets'] {
  const { value } = source.course;
  const known = whole ? courseTargets(value) : value.targets;
  return known.includes(target) ? [target] : known.slice(0, 1);
}

/** Makes the package in memory and reads it like any other. */
function versionIn(checked: CheckedCourse, old: Version, request: BuildRequest, context: CommandContext): Version | undefined {
  const { course } = checked;
  const { shown } = context.engine.host;
  for (const plan of plansOf(checked, request, context.engine)) {
    if (plan.whole !== old.whole) continue;
    const [first] = plan.modules;
    const name = shown(plan.whole ? course.source.shown : join(course.source.shown, `${first?.content.id}.md`));
    return readVersion(name, entryFiles(entriesOf(plan, context.engine), context.engine.host.files), sourcePlaces(course, shown));
  }
  return undefined;
}

const sessionOf = ({ items }: Version): string => items[0]?.content.id ?? '';

/** Finds the names to request: those that were given, with the session of the old package if only its course was. */
function namesFor(asked: readonly string[], courses: readonly NumberedCourse[], old: Version): readonly string[] {
  const own = (course: string): string => (old.whole ? course : `${course}/${sessionOf(old)}`);
  const [name] = asked;
  if (name === undefined) return [own(old.course)];
  const isCourse = ({ source }: NumberedCourse): boolean => [source.course.value.id, basename(source.shown)].includes(name);
  return courses.some(isCourse) ? [own(name)] : asked;
}

const isOf = ({ source }: NumberedCourse, name: string): boolean => source.course.value.id === name.split('/')[0];

/** Explains why the old package's course isn't found. Names that the user gave are checked with the sources. */
function unknownCourse(
  asked: readonly string[],
  folders: readonly OpenedFolder[],
  old: Version,
  strings: VersionStrings,
): SourceVersion | undefined {
  const [broken] = folders.filter((folder) => folder.course === null);
  if (folders.length === 0) return { error: strings.format('error.noCourses') };
  if (broken) return { diagnostics: broken.reported };
  if (asked.length > 0) return undefined;
  const names = folders.flatMap(({ course }) => course?.source.course.value.id ?? []).join(', ');
  return { error: strings.format('error.noCourse', { course: old.course, names }) };
}

/** Explains that a course doesn't have the session of the old package. */
function missingSession(
  { source }: NumberedCourse,
  session: string | undefined,
  old: Version,
  strings: VersionStrings,
): SourceVersion | undefined {
  const { id, modules } = source.course.value;
  if (session === undefined || modules.includes(session)) return undefined;
  if (id !== old.course) return { error: strings.format('error.notNamed', { course: old.course, other: id }) };
  return { error: strings.format('error.noSession', { session, course: id }) };
}

/**
 * Builds the package that the sources give now, in memory: nothing is written.
 * @param asked course or session that the user named; empty: those of the old package
 * @param cohort name, or `base`
 */
export function sourceVersion(
  asked: readonly string[],
  old: Version,
  cohort: string,
  context: CommandContext,
  strings: VersionStrings,
): SourceVersion {
  const base = { ...requestOf(asked, { cohort: [cohort] }, context), checksOnly: true as const };
  // No course has an empty name: this look opens all of them and resolves none.
  const { folders } = check({ ...base, names: [''] }, context.engine);
  const courses = folders.flatMap(({ course }) => course ?? []);
  const names = namesFor(base.names, courses, old);
  const course = courses.find((one) => namesIn(one).includes(names[0] ?? '')) ?? courses.find((one) => isOf(one, names[0] ?? ''));
  const error = course ? undefined : unknownCourse(base.names, folders, old, strings);
  if (error) return error;
  const session = names[0]?.split('/')[1];
  const missing = course && missingSession(course, session, old, strings);
  if (missing) return missing;
  const request = { ...base, names, targets: course ? targetFor(course, old) : [old.target] };
  const run = check(request, context.engine);
  const errors = run.diagnostics.list.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { diagnostics: new Diagnostics(errors) };
  const version = run.requested.map((checked) => versionIn(checked, old, request, context)).find((one) => one !== undefined);
  return version ? { version } : { error: strings.format('error.noWhole', { course: course?.source.course.value.id ?? '' }) };
}
