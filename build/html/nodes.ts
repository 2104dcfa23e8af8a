import { isNodes } from '../model/inner-nodes.ts';
import { mapItems, mapMembers } from '../model/map-members.ts';
import type { Node, ValidActivity } from '../model/source.ts';
import type { ActivityType } from '../types/activity-type.ts';
import { lastHeading, shiftHeadings } from './headings.ts';

/** Input of rendering besides the nodes. */
export interface RenderContext {
  readonly lang: 'fr' | 'en';
  readonly types: ReadonlyMap<string, ActivityType>;
  readonly frame: (data: object, activity: ValidActivity) => string;
  /** Strings of the handout; present when rendering for paper. */
  readonly paper?: Readonly<Record<string, string>>;
  readonly strings: Readonly<Record<string, string>>;
  readonly competencies: ReadonlyMap<string, string>;
  /** Names of the types met. */
  readonly used: Set<string>;
  /** Level of headings in the feedback of each activity met. */
  readonly levels: Map<string, number>;
}

/**
 * Renders nodes in order.
 * @param level level of the nearest heading above
 * @param shift added to the levels of headings in prose
 */
export function renderNodes(nodes: readonly Node[], level: number, shift: number, context: RenderContext): string {
  return renderPieces(nodes, level, shift, context).join('\n');
}

/** Renders nodes as `renderNodes` does, one text for each. */
export function renderPieces(nodes: readonly Node[], level: number, shift: number, context: RenderContext): string[] {
  let current = level;
  return nodes.map((node) => {
    if (node.kind === 'prose') {
      const html = shiftHeadings(node.html, shift);
      current = lastHeading(html) ?? current;
      return html;
    }
    return node.kind === 'activity'
      ? renderActivity(node.activity, Math.min(6, current + 1), context)
      : renderBlock(node, Math.min(6, current + 1), context);
  });
}

/** Renders a type's template for screen or paper. */
function fill(type: ActivityType, data: object, { paper }: RenderContext): string {
  return paper && type.print ? type.print({ ...data, paper }) : type.template(data);
}

/** Members with any HTML that an author may write, headings too; others are text or short phrases. */
const OWN_HTML = new Set(['prompt', 'html']);

/**
 * Options for a template: inner nodes are rendered to `content`, and headings continue the levels above them.
 * @param level level of the nearest heading above them
 */
function templateOptions(value: unknown, level: number, context: RenderContext): unknown {
  if (Array.isArray(value)) return mapItems(value, (one) => templateOptions(one, level, context));
  if (typeof value !== 'object' || value === null) return value;
  let content: string | undefined;
  const shown = mapMembers(value, (key, inner) => {
    if (OWN_HTML.has(key) && typeof inner === 'string') return shiftHeadings(inner, level - 2);
    if (!isNodes(key, inner)) return templateOptions(inner, level, context);
    content = renderNodes(inner, level, level - 2, context);
    return undefined;
  });
  return content === undefined ? shown : { ...shown, content };
}

function renderBlock(node: Extract<Node, { kind: 'block' }>, level: number, context: RenderContext): string {
  const type = context.types.get(node.type);
  if (!type) return '';
  context.used.add(node.type);
  const options = templateOptions(node.options, type.titled ? level : level - 1, context);
  return fill(type, { options, t: type.strings[context.lang], lang: context.lang, level }, context);
}

/**
 * Returns the instruction: `instruction.multiple` if `multiple` is set, `instruction.list` if `mode` is `list`, else `instruction`.
 * @param before prefix of the keys: `print.` for paper
 */
function instructionOf(
  strings: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>>,
  before = '',
): string | undefined {
  const start = `${before}instruction.`;
  const key = Object.keys(strings).find((one) => {
    const variant = one.startsWith(start) ? one.slice(start.length) : undefined;
    return variant !== undefined && (options[variant] === true || options.mode === variant);
  });
  return strings[key ?? `${before}instruction`];
}

function renderActivity(activity: ValidActivity, level: number, context: RenderContext): string {
  const type = context.types.get(activity.type);
  if (!type) return '';
  context.used.add(activity.type);
  const t = type.strings[context.lang];
  const isTitled = activity.heading !== undefined;
  // On paper the number of a question is its heading, and inner activities have none: their own headings follow directly.
  const inner = isTitled || context.paper ? Math.min(6, level + 1) : level;
  context.levels.set(activity.id, inner);
  const screen = type.titled ? inner : inner - 1;
  const around = context.paper ? level - (isTitled || activity.options.questions ? 0 : 1) : screen;
  const isFree = typeof type.scored === 'function' && !type.scored(activity.options);
  // A question that is judged later must not promise a check now.
  const later = activity.options.review === 'end' && t['check.questions'];
  const within = later ? { ...context, strings: { ...context.strings, check: later } } : context;
  const options = templateOptions(activity.options, around, within) as Record<string, unknown>;
  // It precedes the headings that such a type writes.
  const prompt = type.titled && !context.paper ? shiftHeadings(String(activity.options.prompt ?? ''), inner - 3) : options.prompt;
  const body = fill(type, { id: activity.id, options, t, lang: context.lang, level: inner }, context);
  const data = {
    id: activity.id,
    type: activity.type,
    heading: activity.heading,
    level,
    label: t.label,
    instruction: (context.paper && instructionOf(t, options, 'print.')) ?? instructionOf(t, options),
    prompt,
    body,
    button: typeof type.button === 'function' ? type.button(options) : (type.button ?? true),
    buttonText: (isFree && t['check.free']) || (t.check ?? context.strings.check),
    points: activity.points,
    attempts: activity.attempts,
    required: activity.required,
    competencies: activity.competencies.map((id) => context.competencies.get(id) ?? id),
    t: context.strings,
  };
  return context.frame(data, activity);
}
