import type { Html } from '../../../src/model/course/activity.ts';
import type { Position } from '../../diagnostics/diagnostics.ts';
import { NEAR_MISSES } from '../../diagnostics/near-misses.ts';
import { meantType } from '../../diagnostics/nearest.ts';
import { tokenMarker } from '../../model/markers.ts';
import type { Block, Directive, Node, PartText } from '../../model/source.ts';
import type { ActivityType, FormContext } from '../../types/activity-type.ts';
import { checkCompetency } from './check-competency.ts';
import { checkFootnotes } from './check-footnotes.ts';
import { checkHeadings } from './check-headings.ts';
import { checkBodyMarks, type MarkKind, marksLeft } from './check-marks.ts';
import { checkOnly, onlyIn } from './check-only.ts';
import { checkQuestion } from './check-question.ts';
import { checkQuotes } from './check-quotes.ts';
import { checkUnread, refuseAttributes } from './check-unread.ts';
import type { CourseContext } from './context.ts';
import { doubtful } from './doubtful.ts';
import { composed } from './forms/composed.ts';
import { activityOf, bodyOf, checkValues, type Opened } from './opened-directive.ts';
import { personOf, pictogramOf } from './people.ts';
import { checkAfter, readAfter } from './read-after.ts';
import { readFiles } from './read-files.ts';
import { readOptions } from './read-options.ts';

/** Largest number of parts of an activity, because each has a number in the lock and room in saved state. */
const MOST_PARTS = 200;

/** Context of a run of blocks: a page, or a directive that may contain some types. */
export interface Place {
  readonly outer?: string;
  readonly contains: readonly string[] | 'any';
  /** Its page goes further: by default its activities are optional and unscored. */
  readonly further?: true;
  /** Kinds of boxes and blanks to report; absent: all. */
  readonly marks?: readonly MarkKind[];
  /** Collects the HTML of `:::trainer` notes. */
  readonly notes: Html[];
}

/** Makes a reader for runs of blocks in one context; adjacent prose is one node. */
export function nodeReader(place: Place, context: CourseContext): FormContext['nodes'] {
  return function readNodes(blocks) {
    const nodes: Node[] = [];
    checkHeadings(blocks, place.outer ? 2 : 1, context.diagnostics);
    for (const block of blocks) {
      if (block.kind !== 'directive') {
        addProse(nodes, block, place, context);
        continue;
      }
      const opened = openDirective(block.directive, place, context);
      if (block.cohorts && (opened ? opened.type.kind === 'activity' : block.directive.name === 'trainer'))
        context.diagnostics.error('replaced-not-text', block.at, { name: block.directive.name });
      if (!opened) continue;
      const body = openBody(opened, place, context);
      // The form is called directly from here, to keep the stack of calls short in a quiz.
      const members = opened.type.form.read(body.blocks, body.form);
      const node = nodeOf(opened, { ...opened.options.own, ...members }, body, context);
      nodes.push(block.cohorts && node.kind === 'block' ? { ...node, cohorts: block.cohorts } : node);
    }
    return nodes;
  };
}

/** Adds a block of text to the nodes before it. */
function addProse(nodes: Node[], block: Exclude<Block, { kind: 'directive' }>, place: Place, context: CourseContext): void {
  checkUnread(block, context, place.marks);
  if (place.outer && block.kind === 'heading' && block.level === 1) context.diagnostics.error('heading-in-activity', block.at);
  const last = nodes.at(-1);
  const html = block.html();
  const { cohorts } = block;
  if (last?.kind === 'prose' && last.cohorts === cohorts) nodes[nodes.length - 1] = { ...last, html: `${last.html}\n${html}` };
  else nodes.push({ kind: 'prose', html, ...(cohorts && { cohorts }) });
}

/** Reports a directive where only text may stand. One without a name was reported before; an unknown name gets the likeliest one as advice. */
function refuse({ name, at }: Directive, outer: string, { types, broken, diagnostics }: CourseContext): void {
  if (name === 'band') {
    diagnostics.error('band-outside-quiz', at);
    return;
  }
  const isKnown = types.has(name) || broken.has(name) || name === 'after' || name === 'trainer';
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

/** Records an unreadable directive: ids that seem missing may be in it. */
function leaveUnread(directive: Directive, context: CourseContext): null {
  const { attributes, at } = directive;
  context.unread.push(directive);
  if (attributes.id !== undefined) context.ids.take(attributes.id, at, context.diagnostics);
  return null;
}

/** Reads the name and the attributes of a directive. Null if there is nothing to show: a trainer's note, or an error. */
function openDirective(directive: Directive, place: Place, context: CourseContext): Opened | null {
  const { diagnostics, types, broken } = context;
  const { name, at } = directive;
  if (directive.isUnclosed || name === '') return leaveUnread(directive, context);
  if (name === 'trainer') {
    refuseAttributes(directive.attributes, context);
    place.notes.push(html(directive.body, name, context));
    return null;
  }
  const type = types.get(name);
  if (!type) {
    if (name === 'after') diagnostics.error('inner-activity', at, { name, outer: place.outer ?? '#' });
    else if (name === 'band') diagnostics.error('band-outside-quiz', at);
    else if (!broken.has(name)) diagnostics.error('unknown-directive', at, { name, ...meantType(name, types) });
    return leaveUnread(directive, context);
  }
  if (place.contains !== 'any' && !place.contains.includes(name)) {
    diagnostics.error('inner-activity', at, { name, outer: place.outer ?? '' });
  }
  const options = readOptions(directive, type, diagnostics);
  if (!options) return leaveUnread(directive, context);
  return { directive, type, options: { ...options, own: readFiles(options.own, type, directive, context) } };
}

/** True if a near miss was reported on one of its lines: parts that seem missing are a consequence, and not reported. */
export function hasNearMiss({ at, lastLine }: Directive, { diagnostics }: CourseContext): boolean {
  return diagnostics.hasReported(NEAR_MISSES, at, lastLine);
}

/** A body being read by its form. */
interface OpenBody {
  readonly form: FormContext;
  /** The blocks for the form. */
  readonly blocks: readonly Block[];
  /** The directives `:::after`. */
  readonly after: readonly Directive[];
  /** Its page goes further. */
  readonly isFurther: boolean;
  /** In document order, at most `MOST_PARTS`. */
  readonly parts: PartText[];
  /** Positions of parts, by marker. */
  readonly places: ReadonlyMap<string, Position>;
  readonly ownLinks: Position[];
  /** Number of parts, including those above the limit. */
  readonly count: () => number;
  /** Tests whether the form used an option that was reported: its own diagnostics may be consequences. */
  readonly isAsked: () => boolean;
  /** Numbers of diagnostics and unread directives before the body was read. */
  readonly before: { readonly reported: number; readonly unread: number };
}

/** Makes the checks that need no form. */
function checkBody({ directive, type, options }: Opened, { body, after }: ReturnType<typeof bodyOf>, context: CourseContext): void {
  const { only } = options.common;
  const { attributes, at } = directive;
  if (only) checkOnly(only, type.kind, attributes.entries.find(({ key }) => key === 'only')?.at ?? at, context);
  checkAfter(after, context);
  checkBodyMarks(body, type, context);
  if (type.kind === 'activity' && type.contains !== 'any' && !hasNearMiss(directive, context)) checkQuotes(body, context);
}

/** Tests whether a body belongs to a page that goes further. The questions of a quiz are as that quiz. */
function furtherIn({ further }: Place, { form }: ActivityType): Pick<Place, 'further'> {
  return further && form !== composed ? { further } : {};
}

/** Prepares a body for its form. */
function openBody(opened: Opened, place: Place, context: CourseContext): OpenBody {
  const { directive, type, options } = opened;
  const { name, at } = directive;
  const before = { reported: context.diagnostics.list.length, unread: context.unread.length };
  const { body: blocks, after } = bodyOf(opened);
  checkBody(opened, { body: blocks, after }, context);
  const { options: own, isAsked } = doubtful(options.own, options.broken, hasNearMiss(directive, context));
  const marks = marksLeft(type);
  const parts: PartText[] = [];
  const places = new Map<string, Position>();
  const ownLinks: Position[] = [];
  let count = 0;
  const form: FormContext = {
    at,
    name,
    lang: context.course.lang,
    options: own,
    nodes: nodeReader({ outer: name, contains: type.contains ?? [], marks, notes: place.notes, ...furtherIn(place, type) }, context),
    html: (some) => html(some, name, context, marks),
    bank: (path) => context.bank(path, at),
    competency: (id, where) => checkCompetency(id, where, context),
    part(part, where) {
      count += 1;
      // Refused parts get the last marker, so that the lock spends no time on them.
      const token = tokenMarker(count > MOST_PARTS ? MOST_PARTS : parts.push(part) - 1);
      if (where) places.set(token, where);
      return token;
    },
    person: (who, where, expression) => personOf(who, expression, where, context),
    pictogram: (icon, where) => pictogramOf(icon, where, context),
    ownLink: (link) => void ownLinks.push(link.at),
    error(code, where, values) {
      if (!isAsked()) context.diagnostics.error(code, where, values);
    },
  };
  return { form, blocks, after, isFurther: place.further === true, parts, places, ownLinks, count: () => count, isAsked, before };
}

/** Checks a directive after its form has read the body. @param values options with the form's members */
function nodeOf(opened: Opened, values: Record<string, unknown>, open: OpenBody, context: CourseContext): Node {
  const { directive, type, options } = opened;
  const { diagnostics, unread } = context;
  const { at, name } = directive;
  if (open.count() > MOST_PARTS) diagnostics.error('too-many-parts', at, { name, has: open.count(), limit: MOST_PARTS });
  // An unreadable question may be the one that seems missing.
  if (!open.isAsked() && unread.length === open.before.unread) checkValues(opened, values, (token) => open.places.get(token), context);
  const only = onlyIn(options.common.only);
  if (type.kind === 'block') return { kind: 'block', type: name, options: values, ...only };
  checkFootnotes(values, diagnostics);
  const isSound = !hasNearMiss(directive, context) && !diagnostics.failedSince(open.before.reported);
  if (isSound) checkQuestion(directive, type, values.prompt, options.common.title, context);
  const activity = activityOf(opened, values, open, context);
  const judged = { values, points: activity.points, isSound };
  return {
    kind: 'activity',
    activity: {
      ...activity,
      ...only,
      options: values,
      ...readAfter(open.after, opened, judged, (blocks) => html(blocks, 'after', context), context),
      parts: open.parts,
      ...(open.ownLinks.length > 0 && { ownLinks: open.ownLinks }),
    },
  };
}
