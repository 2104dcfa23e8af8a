import type { Activity } from '../../src/model/activity.ts';
import type { ActivityType } from '../activity-type.ts';
import type { BuiltPage, Course } from '../built.ts';
import type { CohortFile, CourseFile } from '../course-file.ts';
import type { Diagnostics, Position } from '../diagnostics.ts';
import type { ModuleNumbers } from '../lock.ts';
import { mapItems, mapMembers } from '../map-members.ts';
import type { Node, ValidActivity, ValidModule, ValidPage } from '../source.ts';
import { isNodes } from '../validate/inner-nodes.ts';
import { NoteScope } from './page-notes.ts';
import { createReplacer, type Replace } from './replace.ts';
import { slimOptions } from './slim-options.ts';

/** A cohort as far as resolve needs it. */
export interface Cohort {
  readonly name: string;
  readonly file: CohortFile;
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

/** Context of a value that is copied. */
interface Inside {
  readonly page: string;
  /** Fills markers in the texts of inner nodes. */
  readonly fill: Replace;
  readonly scope: NoteScope;
  readonly quiz?: string;
}

/** What was made of pages that may come again, by the cohort and the pages that it sees. */
const lastingPages = new WeakMap<ValidPage, Map<CohortFile | CourseFile, { readonly shown: string; readonly resolved: ResolvedPage }>>();

/** Pages that say the same to all cohorts, by the numbers that their activities have. */
const commonPages = new WeakMap<ValidPage, { readonly numbers: ModuleNumbers; readonly resolved: ResolvedPage }>();

/** Puts one module's texts together for one cohort, page by page. */
export class Resolver {
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
    const { lasting, several, cohort, file } = this.context;
    if (!lasting) return several ? this.commonPage(page) : this.freshPage(page);
    const shown = [...this.pages].join(' ');
    const known = lastingPages.get(page) ?? new Map();
    const before = known.get(cohort?.file ?? file);
    if (before?.shown === shown) return this.again(before.resolved);
    const { resolved, isQuiet } = this.made(page, { lasting: true });
    if (isQuiet) lastingPages.set(page, known.set(cohort?.file ?? file, { shown, resolved }));
    return resolved.page;
  }

  /** A page that an earlier cohort may have left, if it says the same to all. */
  private commonPage(page: ValidPage): BuiltPage {
    const { numbers } = this.context;
    const known = commonPages.get(page);
    if (known?.numbers === numbers) return this.again(known.resolved);
    this.isBound = false;
    const { resolved, isQuiet } = this.made(page, { common: true });
    if (isQuiet && !this.isBound) commonPages.set(page, { numbers, resolved });
    return resolved.page;
  }

  private again({ page, activities }: ResolvedPage): BuiltPage {
    this.activities.push(...activities);
    return page;
  }

  /** A page made now, and whether there was nothing to say of it: one that was told of is made, and told of, each time. */
  private made(page: ValidPage, mark: Pick<BuiltPage, 'lasting' | 'common'>): { resolved: ResolvedPage; isQuiet: boolean } {
    const { list } = this.context.diagnostics;
    const [first, said] = [this.activities.length, list.length];
    const resolved = { page: { ...this.freshPage(page), ...mark }, activities: this.activities.slice(first) };
    return { resolved, isQuiet: list.length === said };
  }

  private freshPage(page: ValidPage): BuiltPage {
    const replace = this.replacer([], page.at);
    const { diagnostics, cohort } = this.context;
    const title = replace(page.title);
    const nodes = this.nodes(page.nodes, page.id, replace, new NoteScope(page.id, this.context.course.lang));
    if (nodes.length === 0 && page.nodes.length > 0)
      diagnostics.warning('empty-page', page.at, { page: title, cohort: cohort?.name ?? '' });
    return { id: page.id, title, nodes };
  }

  /** Resolves a run of nodes, and puts the list of their footnotes at its end. */
  private nodes(nodes: readonly Node[], page: string, fill: Replace, scope: NoteScope, quiz?: string): Node[] {
    const notes = scope.text();
    const inside: Inside = { page, fill, scope, ...(quiz !== undefined && { quiz }) };
    const resolved = nodes.flatMap((node): Node[] => {
      if (node.kind === 'prose') return [{ kind: 'prose', html: notes.take(fill(node.html)) }];
      if (!this.shown(node.kind === 'block' ? node.only : node.activity.only)) return [];
      if (node.kind === 'block') {
        const options = this.map(node.options, (text) => notes.take(fill(text)), inside);
        return [{ ...node, options: options as typeof node.options }];
      }
      return [{ kind: 'activity', activity: this.activity(node.activity, page, quiz) }];
    });
    const list = notes.list();
    return list === '' ? resolved : [...resolved, { kind: 'prose', html: list }];
  }

  /** Copies a value, replacing markers in its strings and resolving inner nodes. */
  private map(value: unknown, replace: Replace, inside: Inside): unknown {
    if (typeof value === 'string') return replace(value);
    if (Array.isArray(value)) return mapItems(value, (one) => this.map(one, replace, inside));
    if (typeof value !== 'object' || value === null) return value;
    const { page, fill, scope, quiz } = inside;
    return mapMembers(value, (key, inner) =>
      isNodes(key, inner) ? this.nodes(inner, page, fill, scope, quiz) : this.map(inner, replace, inside),
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
    const scope = new NoteScope(id, this.context.course.lang);
    const inside: Inside = { page, fill: replace, scope, ...(composed && { quiz: id }) };
    const options = this.map(activity.options, (text) => scope.whole(replace(text)), inside) as Record<string, unknown>;
    const title = replace(activity.title);
    const heading = activity.heading === undefined ? {} : { heading: replace(activity.heading) };
    const after = activity.after === undefined ? {} : { after: scope.whole(replace(activity.after)) };
    const slim = slimOptions(options, numbers.activities);
    this.activities[place] = {
      id,
      n: numbers.activities.get(activity.id) ?? 0,
      type: activity.type,
      ...(numbers.lineage.get(activity.id) ?? { origins: '' }),
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
