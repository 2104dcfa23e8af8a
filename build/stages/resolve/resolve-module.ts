import type { Activity } from '../../../src/model/course/activity.ts';
import type { Competency, RecalledActivity, Shared } from '../../../src/model/course/course.ts';
import { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { BuiltModule, Course } from '../../model/built.ts';
import type { Cohort } from '../../model/course.ts';
import type { CourseFile } from '../../model/course-file.ts';
import { minutesOf } from '../../model/course-file.ts';
import type { After } from '../../model/cover.ts';
import { activitiesOn, hasMedium } from '../../model/inner-nodes.ts';
import { ownValue } from '../../model/own-value.ts';
import type { ValidModule } from '../../model/source.ts';
import { typography } from '../../text/typography.ts';
import { namedParts } from './named-parts.ts';
import { type ResolveContext, Resolver, type Sharing } from './resolver.ts';

export const DEFAULT_ACCENT = '#1D4ED8';

/** Resolves the course for one cohort; null = the base build. */
export function resolveCourse(course: CourseFile, cohort: Cohort | null): Course {
  const theme = { ...course.theme, ...cohort?.file.theme };
  return {
    id: course.id,
    title: typography(course.title, course.lang),
    lang: course.lang,
    organisation: typography(course.organisation, course.lang),
    profile: course.profile,
    theme: { name: theme.name, accent: theme.accent ?? DEFAULT_ACCENT, ...(theme.logo !== undefined && { logo: theme.logo }) },
    competencies: course.competencies.map(({ id, title }) => ({ id, title: typography(title, course.lang) })),
    targets: course.targets,
  };
}

/** Resolves a course for one cohort, with the cohort's name and title. */
export function resolveCohort(file: CourseFile, cohort: Cohort | null) {
  const named = cohort ? { name: cohort.name, title: typography(cohort.file.title, file.lang) } : undefined;
  return { course: resolveCourse(file, cohort), cohort: named };
}

function competenciesOf(module: ValidModule, course: Course): Competency[] {
  const used = new Set([
    ...module.competencies,
    ...module.pages.flatMap((page) => activitiesOn(page).flatMap((activity) => activity.competencies)),
  ]);
  return course.competencies.filter((competency) => used.has(competency.id));
}

function titleOf(module: ValidModule, { cohort, course }: ResolveContext): string {
  const title = ownValue(cohort?.file.modules ?? {}, module.id)?.title;
  return title === undefined ? module.title : typography(title, course.lang);
}

/** Resolves an activity of another module for this cohort; undefined if the cohort doesn't have it. Its errors are reported there. */
function seenElsewhere(id: string, module: ValidModule, context: ResolveContext): Activity | undefined {
  const resolver = new Resolver(module, { ...context, diagnostics: new Diagnostics() });
  for (const page of module.pages) {
    if (resolver.shown(page.only) && activitiesOn(page).some((one) => one.id === id)) resolver.page(page);
  }
  return resolver.activities.find((one) => one.id === id);
}

/** Collects data on activities of other modules that the module names, without those that this cohort doesn't have. */
function sharedOf({ outside = [] }: ValidModule, context: ResolveContext, { named, modules }: Sharing): Shared {
  const places = new Map(outside.map((place) => [place.id, place]));
  const elsewhere = [...places.values()].flatMap((place): RecalledActivity[] => {
    const other = modules.get(place.module);
    const found = other && seenElsewhere(place.id, other.module, { ...context, numbers: other.numbers });
    if (!found) return [];
    const { id, type, title, heading, options } = found;
    const by = [...new Set(outside.filter((one) => one.id === id).map((one) => one.by))];
    // Levels and values must be looked up; texts are shown unchanged, with the names of their parts.
    const needed = context.types.get(type)?.gives === 'words' ? namedParts(options as object) : options;
    return [{ id, type, title: heading ?? title, options: needed, module: titleOf(other.module, context), by }];
  });
  return { named, elsewhere };
}

function minutesFor(module: ValidModule, { cohort }: Pick<ResolveContext, 'cohort'>): number {
  const duration = ownValue(cohort?.file.modules ?? {}, module.id)?.duration;
  return duration === undefined ? module.minutes : minutesOf(duration);
}

/** Returns what the module before shows of a module; undefined if the cohort has no page of it. */
export function headOf(module: ValidModule, context: ResolveContext): After | undefined {
  const resolver = new Resolver(module, context);
  if (!module.pages.some(({ only }) => resolver.shown(only))) return undefined;
  const { lead, people } = module.cover;
  const head = { title: titleOf(module, context), minutes: minutesFor(module, context) };
  return { ...head, ...(lead !== undefined && { lead }), ...(people && { people }) };
}

/** Resolves a module for one cohort: fills in variables and tokens, leaves out parts for other cohorts. */
export function resolveModule(module: ValidModule, context: ResolveContext): BuiltModule {
  const { course, cohort, numbers, sharing } = context;
  const change = ownValue(cohort?.file.modules ?? {}, module.id) ?? {};
  const resolver = new Resolver(module, context);
  const paper = new Resolver(module, context, 'paper');
  const pages = module.pages
    .filter((page) => resolver.shown(page.only))
    .map((page) => ({ ...resolver.page(page), ...(hasMedium(page.nodes) && { paper: paper.page(page).nodes }) }));
  const pass = change.pass ?? module.pass;
  return {
    pages,
    pace: module.pace,
    cover: module.cover,
    certificate: module.certificate || resolver.activities.some(({ options }) => (options as { certificate?: true }).certificate),
    content: {
      course: course.id,
      courseTitle: course.title,
      ...(course.organisation !== '' && { organisation: course.organisation }),
      id: module.id,
      title: titleOf(module, context),
      lang: course.lang,
      minutes: minutesFor(module, context),
      completion: change.completion ?? module.completion,
      ...(pass !== undefined && { pass }),
      onFail: change['on-fail'] ?? module.onFail,
      ...(module.bands.length > 0 && { bands: module.bands }),
      competencies: competenciesOf(module, course),
      line: numbers.line,
      ...(numbers.old && { old: numbers.old }),
      pages: pages.map(({ id, title, further }) => ({ id, n: numbers.pages.get(id) ?? 0, title, ...(further && { further }) })),
      activities: [...resolver.activities].sort((a, b) => a.n - b.n),
      ...(sharing && { shared: sharedOf(module, context, sharing) }),
    },
  };
}
