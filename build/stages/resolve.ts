import type { Activity } from '../../src/model/activity.ts';
import type { Competency, Elsewhere, Shared } from '../../src/model/course.ts';
import type { ActivityType } from '../activity-type.ts';
import type { BuiltModule, BuiltPage, Course } from '../built.ts';
import type { CohortFile, CourseFile } from '../course-file.ts';
import { minutesOf } from '../course-file.ts';
import { Diagnostics, type Position } from '../diagnostics.ts';
import type { ModuleNumbers } from '../lock.ts';
import { mapItems, mapMembers } from '../map-members.ts';
import { typography } from '../markdown/typography.ts';
import { namedParts } from '../resolve/named-parts.ts';
import { createReplacer, type Replace } from '../resolve/replace.ts';
import { slimOptions } from '../resolve/slim-options.ts';
import type { Node, ValidActivity, ValidModule, ValidPage } from '../source.ts';
import { activitiesIn } from '../validate/completion.ts';
import { isNodes } from '../validate/inner-nodes.ts';

/** A cohort as far as resolve needs it. */
export interface Cohort {
  readonly name: string;
  readonly file: CohortFile;
}

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

/** What `resolveModule` needs besides the module. */
export interface ResolveContext {
  readonly file: CourseFile;
  readonly course: Course;
  readonly cohort: Cohort | null;
  readonly types: ReadonlyMap<string, ActivityType>;
  readonly numbers: ModuleNumbers;
  readonly diagnostics: Diagnostics;
  /** The module's pages may come again at the next save. */
  readonly lasting?: boolean;
  /** The module is resolved for several cohorts in turn: a page that says the same to all is made once. */
  readonly several?: boolean;
  /** Absent where no module of the course names an activity of another. */
  readonly sharing?: Sharing;
}

/** What the modules of a course show of each other. */
export interface Sharing {
  /** Ids of the module's activities that others name. */
  readonly named: readonly string[];
  /** The course's modules, by id. */
  readonly modules: ReadonlyMap<string, { readonly module: ValidModule; readonly numbers: ModuleNumbers }>;
}

/** A page as one cohort sees it, and its activities. */
interface ResolvedPage {
  readonly page: BuiltPage;
  readonly activities: readonly Activity[];
}

/** What was made of pages that may come again, by the cohort and the pages that it sees. */
const lastingPages = new WeakMap<ValidPage, Map<CohortFile | CourseFile, { readonly shown: string; readonly resolved: ResolvedPage }>>();

/** Pages that say the same to all cohorts, by the numbers that their activities have. */
const commonPages = new WeakMap<ValidPage, { readonly numbers: ModuleNumbers; readonly resolved: ResolvedPage }>();

class Resolver {
  readonly activities: Activity[] = [];
  /** Something asked for the cohort since this was set to false. */
  private isBound = false;
  private readonly unscored = new Set<string>();
  private readonly tags: readonly string[];
  private readonly variables: Readonly<Record<string, string>>;
  private readonly pages: ReadonlySet<string>;
  private readonly context: ResolveContext;

  constructor(module: ValidModule, context: ResolveContext) {
    this.context = context;
    this.tags = context.cohort?.file.tags ?? [];
    this.variables = { ...context.file.variables, ...context.cohort?.file.variables };
    this.pages = new Set(module.pages.filter((page) => this.shown(page.only)).map((page) => page.id));
  }

  shown(only: readonly string[] | undefined): boolean {
    if (only === undefined) return true;
    this.isBound = true;
    return only.some((tag) => this.tags.includes(tag));
  }

  replacer(tokens: readonly string[], at: Position): Replace {
    return createReplacer({
      variables: this.variables,
      tokens,
      at,
      lang: this.context.course.lang,
      pages: this.pages,
      diagnostics: this.context.diagnostics,
      bound: () => {
        this.isBound = true;
      },
    });
  }

  /** A page with its activities; the one of the last time, where nothing that it rests on has changed. */
  page(page: ValidPage): BuiltPage {
    const { lasting, several, cohort, file, diagnostics } = this.context;
    if (!lasting) return several ? this.commonPage(page) : this.freshPage(page);
    const shown = [...this.pages].join(' ');
    const known = lastingPages.get(page) ?? new Map();
    const before = known.get(cohort?.file ?? file);
    if (before?.shown === shown) {
      this.activities.push(...before.resolved.activities);
      return before.resolved.page;
    }
    const [first, said] = [this.activities.length, diagnostics.list.length];
    const fresh: BuiltPage = { ...this.freshPage(page), lasting: true };
    if (diagnostics.list.length > said) return fresh;
    known.set(cohort?.file ?? file, { shown, resolved: { page: fresh, activities: this.activities.slice(first) } });
    lastingPages.set(page, known);
    return fresh;
  }

  /** A page that an earlier cohort may have left, if it says the same to all. */
  private commonPage(page: ValidPage): BuiltPage {
    const { numbers, diagnostics } = this.context;
    const known = commonPages.get(page);
    if (known?.numbers === numbers) {
      this.activities.push(...known.resolved.activities);
      return known.resolved.page;
    }
    const [first, said] = [this.activities.length, diagnostics.list.length];
    this.isBound = false;
    const fresh: BuiltPage = { ...this.freshPage(page), common: true };
    if (this.isBound || diagnostics.list.length > said) return fresh;
    commonPages.set(page, { numbers, resolved: { page: fresh, activities: this.activities.slice(first) } });
    return fresh;
  }

  private freshPage(page: ValidPage): BuiltPage {
    const replace = this.replacer([], page.at);
    const { diagnostics, cohort } = this.context;
    const title = replace(page.title);
    const nodes = this.nodes(page.nodes, page.id, replace);
    if (nodes.length === 0 && page.nodes.length > 0)
      diagnostics.warning('empty-page', page.at, { page: title, cohort: cohort?.name ?? '' });
    return { id: page.id, title, nodes };
  }

  nodes(nodes: readonly Node[], page: string, replace: Replace, quiz?: string): Node[] {
    return nodes.flatMap((node): Node[] => {
      if (node.kind === 'prose') return [{ kind: 'prose', html: replace(node.html) }];
      if (!this.shown(node.kind === 'block' ? node.only : node.activity.only)) return [];
      if (node.kind === 'block') return [{ ...node, options: this.map(node.options, page, replace) as typeof node.options }];
      return [{ kind: 'activity', activity: this.activity(node.activity, page, quiz) }];
    });
  }

  /** Copies a value, replacing markers in its strings and resolving inner nodes. */
  private map(value: unknown, page: string, replace: Replace, quiz?: string): unknown {
    if (typeof value === 'string') return replace(value);
    if (Array.isArray(value)) return mapItems(value, (one) => this.map(one, page, replace, quiz));
    if (typeof value !== 'object' || value === null) return value;
    return mapMembers(value, (key, inner) =>
      isNodes(key, inner) ? this.nodes(inner, page, replace, quiz) : this.map(inner, page, replace, quiz),
    );
  }

  private activity(activity: ValidActivity, page: string, quiz?: string): ValidActivity {
    const { numbers, types } = this.context;
    const id = numbers.names?.get(activity.id) ?? activity.id;
    const replace = this.replacer(numbers.tokens.get(activity.id) ?? [], activity.at);
    const composed = Array.isArray(activity.options.questions);
    // Questions of an unscored quiz are unscored with it.
    const points = quiz !== undefined && this.unscored.has(quiz) ? 0 : activity.points;
    if (composed && points === 0) this.unscored.add(id);
    const place = this.activities.push({} as Activity) - 1;
    const options = this.map(activity.options, page, replace, composed ? id : undefined) as Record<string, unknown>;
    const title = replace(activity.title);
    const heading = activity.heading === undefined ? {} : { heading: replace(activity.heading) };
    const after = activity.after === undefined ? {} : { after: replace(activity.after) };
    const slim = slimOptions(options, numbers.activities);
    this.activities[place] = {
      id,
      n: numbers.activities.get(activity.id) ?? 0,
      type: activity.type,
      page,
      ...(quiz !== undefined && { quiz }),
      title,
      ...heading,
      points,
      attempts: activity.attempts || (quiz === undefined ? 0 : 1),
      competencies: activity.competencies,
      required: activity.required,
      seenBy: activity.seenBy,
      options: slim,
      slots: activity.seenBy === 'me' ? [] : (types.get(activity.type)?.scoring?.slots(options) ?? []),
      ...after,
    };
    return { ...activity, id, points, title, ...heading, ...after, options };
  }
}

function competenciesOf(module: ValidModule, course: Course): Competency[] {
  const used = new Set([
    ...module.competencies,
    ...module.pages.flatMap((page) => activitiesIn(page.nodes).flatMap((activity) => activity.competencies)),
  ]);
  return course.competencies.filter((competency) => used.has(competency.id));
}

function titleOf(module: ValidModule, { cohort, course }: ResolveContext): string {
  const title = cohort?.file.modules[module.id]?.title;
  return title === undefined ? module.title : typography(title, course.lang);
}

/** An activity of another module as this cohort sees it there; undefined where it doesn't. What is wrong there is said there. */
function seenElsewhere(id: string, module: ValidModule, context: ResolveContext): Activity | undefined {
  const resolver = new Resolver(module, { ...context, diagnostics: new Diagnostics(), lasting: false });
  for (const page of module.pages) {
    if (resolver.shown(page.only) && activitiesIn(page.nodes).some((one) => one.id === id)) resolver.page(page);
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
  const change = cohort?.file.modules[module.id] ?? {};
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
      pages: pages.map((page) => ({ id: page.id, n: numbers.pages.get(page.id) ?? 0, title: page.title })),
      activities: [...resolver.activities].sort((a, b) => a.n - b.n),
      ...(sharing && { shared: sharedOf(module, context, sharing) }),
    },
  };
}
