import type { ActivityType, FormContext } from '../activity-type.ts';
import type { Position } from '../diagnostics.ts';
import { tokenMarker } from '../markdown/markers.ts';
import { NEAR_MISSES } from '../markdown/near-misses.ts';
import { typography } from '../markdown/typography.ts';
import type { Code } from '../messages/codes.ts';
import { meantType } from '../nearest.ts';
import type { Block, Directive, InnerLink, Node, PartText, ValidActivity } from '../source.ts';
import { titleOf } from './activity-title.ts';
import { checkCompetency } from './check-competency.ts';
import { checkFootnotes } from './check-footnotes.ts';
import { checkHeadings } from './check-headings.ts';
import { checkBodyMarks, type MarkKind, marksLeft } from './check-marks.ts';
import { checkOnly } from './check-only.ts';
import { checkQuestion } from './check-question.ts';
import { checkUnread, refuseAttributes } from './check-unread.ts';
import type { CourseContext } from './context.ts';
import { doubtful } from './doubtful.ts';
import { readFiles } from './read-files.ts';
import { type ReadOptions, readOptions } from './read-options.ts';
import { takeId } from './take-id.ts';

/** Most parts of an activity: more is no question for a learner, and each has its number in the lock and its place in saved state. */
const MOST_PARTS = 200;

/** Where a run of blocks stands: on a page, or in a directive that may hold some types. */
export interface Place {
  readonly outer?: string;
  readonly contains: readonly string[] | 'any';
  /** Kinds of boxes and blanks to report; absent: all. */
  readonly marks?: readonly MarkKind[];
  /** Takes the HTML of a `:::trainer` note. */
  note(html: string): void;
}

/** The nodes of a run of blocks; adjoining prose is one node. */
export function readNodes(blocks: readonly Block[], place: Place, context: CourseContext): Node[] {
  const nodes: Node[] = [];
  checkHeadings(blocks, place.outer ? 2 : 1, context.diagnostics);
  for (const block of blocks) {
    if (block.kind === 'directive') {
      const node = readDirective(block.directive, place, context);
      if (node) nodes.push(node);
      continue;
    }
    checkUnread(block, context, place.marks);
    if (place.outer && block.kind === 'heading' && block.level === 1) context.diagnostics.error('heading-in-activity', block.at);
    const last = nodes.at(-1);
    const html = block.html();
    if (last?.kind === 'prose') nodes[nodes.length - 1] = { kind: 'prose', html: `${last.html}\n${html}` };
    else nodes.push({ kind: 'prose', html });
  }
  return nodes;
}

/** Reports a directive where only texts stand. One without a name was reported; what has another name than any may be meant to stand here. */
function refuse({ name, at }: Directive, outer: string, { types, diagnostics }: CourseContext): void {
  const isKnown = types.has(name) || name === 'after' || name === 'trainer';
  if (isKnown) diagnostics.error('inner-activity', at, { name, outer });
  else if (name !== '') diagnostics.error('unknown-directive', at, { name, ...meantType(name, types) });
}

function html(blocks: readonly Block[], outer: string, context: CourseContext, marks?: readonly MarkKind[]): string {
  checkHeadings(blocks, 2, context.diagnostics);
  return blocks
    .map((block) => {
      if (block.kind === 'heading' && block.level === 1) context.diagnostics.error('heading-in-activity', block.at);
      if (block.kind === 'directive') {
        refuse(block.directive, outer, context);
        return '';
      }
      checkUnread(block, context, marks);
      return block.html();
    })
    .join('\n');
}

/** Notes what could not be read: what is missed elsewhere may stand in it. */
function leaveUnread(directive: Directive, context: CourseContext): null {
  const { attributes, at } = directive;
  context.unread.push(directive);
  if (attributes.id !== undefined) context.ids.take(attributes.id, at, context.diagnostics);
  return null;
}

function readDirective(directive: Directive, place: Place, context: CourseContext): Node | null {
  const { diagnostics, types } = context;
  const { name, at } = directive;
  if (directive.isUnclosed || name === '') return leaveUnread(directive, context);
  if (name === 'trainer') {
    refuseAttributes(directive.attributes, context);
    place.note(html(directive.body, name, context));
    return null;
  }
  const type = types.get(name);
  if (!type) {
    if (name === 'after') diagnostics.error('inner-activity', at, { name, outer: place.outer ?? '#' });
    else diagnostics.error('unknown-directive', at, { name, ...meantType(name, types) });
    return leaveUnread(directive, context);
  }
  if (place.contains !== 'any' && !place.contains.includes(name)) {
    diagnostics.error('inner-activity', at, { name, outer: place.outer ?? '' });
  }
  const options = readOptions(directive, type, diagnostics);
  if (!options) return leaveUnread(directive, context);
  const own = readFiles(options.own, type, directive, context);
  return readTyped(directive, type, { ...options, own }, place, context);
}

/** Was a line of it meant as something else? What it lacks then was said. */
export function hasNearMiss({ at, lastLine }: Directive, { diagnostics }: CourseContext): boolean {
  return diagnostics.hasSaid(NEAR_MISSES, at, lastLine);
}

function strayQuotes(blocks: readonly Block[], context: CourseContext): void {
  for (const block of blocks) {
    if (block.kind === 'quote') context.diagnostics.error('stray-quote', block.at);
    if (block.kind === 'list') for (const item of block.items) strayQuotes(item.children, context);
  }
}

/** What a body is read with. */
function formContext(
  directive: Directive,
  type: ActivityType,
  place: Place,
  context: CourseContext,
): Omit<FormContext, 'options' | 'error' | 'part' | 'ownLink'> {
  const { name, at } = directive;
  const marks = marksLeft(type);
  return {
    at,
    name,
    lang: context.course.lang,
    nodes: (blocks) => readNodes(blocks, { outer: name, contains: type.contains ?? [], marks, note: place.note }, context),
    html: (blocks) => html(blocks, name, context, marks),
    bank: (path) => context.bank(path, at),
    competency: (id, where) => checkCompetency(id, where, context),
  };
}

/** Reads the body by its form; parts are registered in document order. */
function readBody(
  directive: Directive,
  type: ActivityType,
  { own, broken }: ReadOptions,
  body: readonly Block[],
  place: Place,
  context: CourseContext,
) {
  const parts: PartText[] = [];
  let has = 0;
  const links: InnerLink[] = [];
  const { name, at } = directive;
  const { diagnostics } = context;
  const { options, isAsked } = doubtful(own, broken, hasNearMiss(directive, context));
  const unread = context.unread.length;
  const error = (code: Code, where: Position, values?: Record<string, string | number>): void => {
    if (!isAsked()) diagnostics.error(code, where, values);
  };
  const form: FormContext = {
    ...formContext(directive, type, place, context),
    options,
    part(part) {
      has += 1;
      // What is refused is not worth the time that the lock would take over it.
      return tokenMarker(has > MOST_PARTS ? MOST_PARTS : parts.push(part) - 1);
    },
    ownLink: (link) => void links.push(link),
    error,
  };
  const read = type.form === 'none' ? undefined : context.forms.get(type.form);
  if (type.form === 'none' && body[0]) error('inner-activity', body[0].at, { name: '…', outer: name });
  const values = { ...own, ...read?.(body, form) };
  if (has > MOST_PARTS) diagnostics.error('too-many-parts', at, { name, has, limit: MOST_PARTS });
  // A question that could not be read may be the very one that is missed.
  if (!isAsked() && context.unread.length === unread) checkValues(type, values, broken, at, context);
  return { values, parts, ...(links.length > 0 && { ownLinks: links.map((link) => link.at) }) };
}

function checkValues(
  type: ActivityType,
  values: Record<string, unknown>,
  broken: ReadonlySet<string>,
  at: Position,
  { diagnostics }: CourseContext,
): void {
  const { options, isAsked } = doubtful(values, broken);
  type.check?.(options, {
    at,
    error: (code, more, where) => {
      if (!isAsked()) diagnostics.error(code, where ?? at, more);
    },
    warning: (code, more, where) => {
      if (!isAsked()) diagnostics.warning(code, where ?? at, more);
    },
  });
}

function readTyped(directive: Directive, type: ActivityType, options: ReadOptions, place: Place, context: CourseContext): Node {
  const { at, name } = directive;
  const { length: before } = context.diagnostics.list;
  const tags = options.common.only as readonly string[] | undefined;
  const only = tags === undefined ? {} : { only: tags };
  if (tags) checkOnly(tags, directive.attributes.entries.find(({ key }) => key === 'only')?.at ?? at, context);
  const after = directive.body.flatMap((block) => {
    if (block.kind !== 'directive' || block.directive.name !== 'after') return [];
    refuseAttributes(block.directive.attributes, context);
    return block.directive.body;
  });
  const body =
    type.kind === 'activity'
      ? directive.body.filter((block) => !(block.kind === 'directive' && block.directive.name === 'after'))
      : directive.body;
  checkBodyMarks(body, type, context);
  if (type.kind === 'activity' && type.contains !== 'any' && !hasNearMiss(directive, context)) strayQuotes(body, context);
  const { values, ...read } = readBody(directive, type, options, body, place, context);
  if (type.kind === 'activity') checkFootnotes(values, context.diagnostics);
  if (type.kind === 'block') return { kind: 'block', type: name, options: values, ...only };
  const isWrong = hasNearMiss(directive, context) || context.diagnostics.failedSince(before);
  if (!isWrong) checkQuestion(directive, type, values.prompt, options.common.title, context);
  const title = titleOf({ directive, type, options, body }, context.course.lang);
  const id = takeId({ id: directive.attributes.id, at, name, words: title, fallback: name }, context);
  const scored = typeof type.scored === 'function' ? type.scored(values) : (type.scored ?? false);
  const { common } = options;
  for (const competency of common.competency ?? []) checkCompetency(competency, at, context);
  const activity: ValidActivity = {
    id,
    type: name,
    at,
    ...(common.title !== undefined && { heading: typography(common.title, context.course.lang) }),
    title,
    points: scored === false ? 0 : (common.points ?? (scored === 'asked' ? 0 : 1)),
    attempts: common.attempts ?? 0,
    competencies: common.competency ?? [],
    required: common.required ?? true,
    seenBy: values.seenBy === 'me' ? 'me' : 'trainer',
    ...only,
    options: values,
    ...(after.length > 0 && { after: html(after, 'after', context) }),
    ...read,
  };
  return { kind: 'activity', activity };
}
