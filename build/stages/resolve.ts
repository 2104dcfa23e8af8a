import type { Activity } from '../../src/model/activity.ts';
import type { Competency, Elsewhere, Shared } from '../../src/model/course.ts';
import type { BuiltModule, Course } from '../built.ts';
import type { CourseFile } from '../course-file.ts';
import { minutesOf } from '../course-file.ts';
import { Diagnostics } from '../diagnostics.ts';
import { typography } from '../markdown/typography.ts';
import { ownValue } from '../own-value.ts';
import { namedParts } from '../resolve/named-parts.ts';
import { type Cohort, type ResolveContext, Resolver, type Sharing } from '../resolve/resolver.ts';
import type { ValidModule } from '../source.ts';
import { activitiesOn } from '../validate/completion.ts';

export const DEFAULT_ACCENT = '#1D4ED8';

/** The course as one cohort sees it; null = the base build. */
export function resolveCourse(course: CourseFile, cohort: Cohort | null): Course {
  const theme = { ...course.theme, ...cohort?.file.theme };
  return {
    id: course.id,
    title: typography(course.title, course.lang),
    lang: course.lang,
    organisation: typography(course.organisation, course.lang),
    profile: course.profile,
    theme: { accent: theme.accent ?? DEFAULT_ACCENT, ...(theme.logo !== undefined && { logo: theme.logo }) },
    competencies: course.competencies.map(({ id, title }) => ({ id, title: typography(title, course.lang) })),
    targets: course.targets,
  };
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

/** An activity of another module as this cohort sees it there; undefined where it doesn't. What is wrong there is said there. */
function seenElsewhere(id: string, module: ValidModule, context: ResolveContext): Activity | undefined {
  const resolver = new Resolver(module, { ...context, diagnostics: new Diagnostics(), lasting: false });
  for (const page of module.pages) {
    if (resolver.shown(page.only) && activitiesOn(page).some((one) => one.id === id)) resolver.page(page);
  }
  return resolver.activities.find((one) => one.id === id);
}

/** What the module must know of activities that it names in others; one that this cohort doesn't have is left out. */
function sharedOf({ outside = [] }: ValidModule, context: ResolveContext, { named, modules }: Sharing): Shared {
  const places = new Map(outside.map((place) => [place.id, place]));
  const elsewhere = [...places.values()].flatMap((place): Elsewhere[] => {
    const other = modules.get(place.module);
    const found = other && seenElsewhere(place.id, other.module, { ...context, numbers: other.numbers });
    if (!found) return [];
    const { id, type, title, heading, options } = found;
    const by = [...new Set(outside.filter((one) => one.id === id).map((one) => one.by))];
    // A level must be looked up; words are shown as they are, under the names of their parts.
    const needed = context.types.get(type)?.gives === 'levels' ? options : namedParts(options as object);
    return [{ id, type, title: heading ?? title, options: needed, module: titleOf(other.module, context), by }];
  });
  return { named, elsewhere };
}

/** A module as one cohort sees it: variables and tokens in place, parts of other cohorts left out. */
export function resolveModule(module: ValidModule, context: ResolveContext): BuiltModule {
  const { course, cohort, numbers, sharing } = context;
  const change = ownValue(cohort?.file.modules ?? {}, module.id) ?? {};
  const resolver = new Resolver(module, context);
  const pages = module.pages.filter((page) => resolver.shown(page.only)).map((page) => resolver.page(page));
  const pass = change.pass ?? module.pass;
  return {
    pages,
    content: {
      course: course.id,
      courseTitle: course.title,
      ...(course.organisation !== '' && { organisation: course.organisation }),
      id: module.id,
      title: titleOf(module, context),
      lang: course.lang,
      minutes: change.duration === undefined ? module.minutes : minutesOf(change.duration),
      completion: change.completion ?? module.completion,
      ...(pass !== undefined && { pass }),
      onFail: change['on-fail'] ?? module.onFail,
      competencies: competenciesOf(module, course),
      line: numbers.line,
      ...(numbers.old && { old: numbers.old }),
      pages: pages.map((page) => ({ id: page.id, n: numbers.pages.get(page.id) ?? 0, title: page.title })),
      activities: [...resolver.activities].sort((a, b) => a.n - b.n),
      ...(sharing && { shared: sharedOf(module, context, sharing) }),
    },
  };
}
