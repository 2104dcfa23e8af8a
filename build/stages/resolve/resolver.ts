import type { Activity } from '../../../src/model/course/activity.ts';
import type { Diagnostics, Position } from '../../diagnostics/diagnostics.ts';
import type { BuiltPage, Course } from '../../model/built.ts';
import type { Cohort } from '../../model/course.ts';
import type { CourseFile } from '../../model/course-file.ts';
import { isFor, isNodes } from '../../model/inner-nodes.ts';
import type { ModuleNumbers } from '../../model/lock.ts';
import { mapItems, mapMembers } from '../../model/map-members.ts';
import { minutesIn } from '../../model/note-minutes.ts';
import { ownValue } from '../../model/own-value.ts';
import type { Medium, Node, ValidActivity, ValidModule, ValidPage } from '../../model/source.ts';
import type { ActivityType } from '../../types/activity-type.ts';
import { NoteScope } from './page-notes.ts';
import { createReplacer, type Replace } from './replace.ts';
import { slimOptions } from './slim-options.ts';

/** Context of `resolveModule`. */
export interface ResolveContext {
  readonly file: CourseFile;
  readonly course: Course;
  readonly cohort: Cohort | null;
  readonly types: ReadonlyMap<string, ActivityType>;
  readonly numbers: ModuleNumbers;
  readonly diagnostics: Diagnostics;
  /** Absent if no module of the course names an activity of another. */
  readonly sharing?: Sharing;
}

/** Data that the modules of a course share. */
export interface Sharing {
  /** Ids of the module's activities that others name. */
  readonly named: readonly string[];
  /** The course's modules, by id. */
  readonly modules: ReadonlyMap<string, { readonly module: ValidModule; readonly numbers: ModuleNumbers }>;
}

/** Context of a copied value. */
interface Inside {
  readonly page: string;
  /** Fills markers in the texts of inner nodes. */
  readonly fill: Replace;
  readonly scope: NoteScope;
  readonly quiz?: string;
}

/** Resolves one module for one cohort and one medium, page by page. */
export class Resolver {
  readonly activities: Activity[] = [];
  private readonly unscored = new Set<string>();
  private readonly tags: readonly string[];
  private readonly variables: Readonly<Record<string, string>>;
  private readonly pages: ReadonlySet<string>;
  private readonly notes: ValidModule['notes'];
  private readonly context: ResolveContext;
  private readonly medium: Medium;

  constructor(module: ValidModule, context: ResolveContext, medium: Medium = 'screen') {
    this.context = context;
    this.medium = medium;
    this.notes = module.notes;
    this.tags = context.cohort?.file.tags ?? [];
    this.variables = { ...context.file.variables, ...context.cohort?.file.variables };
    this.pages = new Set(module.pages.filter((page) => this.shown(page.only)).map((page) => page.id));
  }

  shown(only: readonly string[] | undefined): boolean {
    return only === undefined || only.some((tag) => this.tags.includes(tag));
  }

  private hides(node: Node): boolean {
    if (!isFor(node, this.context.cohort?.name ?? '')) return true;
    if (node.kind === 'prose') return false;
    if (node.kind === 'activity') return !this.shown(node.activity.only);
    return !this.shown(node.only) || (node.medium ?? this.medium) !== this.medium;
  }

  replacer(tokens: readonly string[], at: Position): Replace {
    return createReplacer({
      variables: this.variables,
      tokens,
      at,
      lang: this.context.course.lang,
      pages: this.pages,
      diagnostics: this.context.diagnostics,
    });
  }

  /** Resolves a page; its activities are added to `activities`. */
  page(page: ValidPage): BuiltPage {
    const replace = this.replacer([], page.at);
    const { diagnostics, cohort } = this.context;
    const title = replace(page.title);
    const nodes = this.nodes(page.nodes, page.id, replace, new NoteScope(page.id, this.context.course.lang));
    if (nodes.length === 0 && page.nodes.length > 0 && this.medium === 'screen')
      diagnostics.warning('empty-page', page.at, { page: title, cohort: cohort?.name ?? '' });
    return {
      id: page.id,
      title,
      ...(page.icon !== undefined && { icon: page.icon }),
      minutes: minutesIn(ownValue(this.notes, page.id) ?? []),
      ...(page.further && { further: page.further }),
      nodes,
    };
  }

  /** Resolves a run of nodes, and appends the list of their footnotes. */
  private nodes(nodes: readonly Node[], page: string, fill: Replace, scope: NoteScope, quiz?: string): Node[] {
    const notes = scope.text();
    const inside: Inside = { page, fill, scope, ...(quiz !== undefined && { quiz }) };
    const resolved = nodes.flatMap((node): Node[] => {
      if (this.hides(node)) return [];
      if (node.kind === 'prose') return [{ kind: 'prose', html: notes.take(fill(node.html)) }];
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
    // Questions of an unscored quiz are unscored too.
    const points = quiz !== undefined && this.unscored.has(quiz) ? 0 : activity.points;
    if (composed && points === 0) this.unscored.add(id);
    const place = this.activities.push({} as Activity) - 1;
    const scope = new NoteScope(id, this.context.course.lang);
    const inside: Inside = { page, fill: replace, scope, ...(composed && { quiz: id }) };
    const options = this.map(activity.options, (text) => scope.whole(replace(text)), inside) as Record<string, unknown>;
    const title = replace(activity.title);
    const heading = activity.heading === undefined ? {} : { heading: replace(activity.heading) };
    const after = activity.after === undefined ? {} : { after: scope.whole(replace(activity.after)) };
    const cases = activity.cases?.map((one) => ({ ...one, after: scope.whole(replace(one.after)) }));
    const afterwards = { ...after, ...(cases && { cases }) };
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
      ...afterwards,
    };
    return { ...activity, id, points, title, ...heading, ...afterwards, options };
  }
}
