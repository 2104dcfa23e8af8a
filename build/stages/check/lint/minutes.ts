import type { Diagnostics, Position } from '../../../diagnostics/diagnostics.ts';
import { wordsIn } from '../../../html/steps.ts';
import { innerNodes, isFor } from '../../../model/inner-nodes.ts';
import { minutesIn } from '../../../model/note-minutes.ts';
import { ownValue } from '../../../model/own-value.ts';
import type { Node, ValidActivity, ValidModule, ValidPage } from '../../../model/source.ts';
import type { ActivityType, Form } from '../../../types/activity-type.ts';
import { cards } from '../forms/cards.ts';
import { choices } from '../forms/choices.ts';
import { scenes } from '../forms/scenes.ts';

/** Words a minute on a screen, with notes taken. */
const READ = 160;
/** Words a minute that an adult writes without a model, thinking included. */
const WRITTEN = 15;
/** Minutes of a field without a number of words. */
const FIELD = 1;
/** Minutes of an activity besides its parts: instruction, button, feedback. */
const ACTIVITY = 0.5;
/** Minutes of a part: to decide on it, and to place, match, rank or fill it in. */
const PART = 10 / 60;
/** The same where a touch is enough. */
const TOUCH = 5 / 60;
const TOUCHED: readonly (Form | undefined)[] = [choices, cards];
/** Share of a story that a learner meets. */
const WAY = 0.5;

type Types = ReadonlyMap<string, ActivityType>;
type Options = Readonly<Record<string, unknown>>;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Counts the words of the HTML in some values: members `html`, and cells. */
function wordsAt(value: unknown): number {
  if (typeof value === 'string') return wordsIn(value);
  if (Array.isArray(value)) return sum(value.map(wordsAt));
  if (typeof value !== 'object' || value === null) return 0;
  return wordsAt((value as Options).html ?? '');
}

function wordsOfBlock({ html, rows, speeches }: Options): number {
  return sum([html, rows, speeches].map(wordsAt));
}

/** Counts the words of an activity and of what it contains; its own text may be its parts. */
function wordsOfActivity({ title, parts, options, after = '' }: ValidActivity): number {
  const { prompt = title, html } = options;
  const own = Math.max(wordsAt(html), sum(parts.map(({ text }) => wordsIn(text))));
  return wordsAt(prompt) + own + wordsIn(after);
}

/** Estimates the time to write, and the time for the other parts. */
function timeOfParts({ parts, options, type }: ValidActivity, types: Types): number {
  const fields = (options.fields ?? []) as readonly { readonly minWords?: number }[];
  const others = Math.max(0, parts.length - fields.length);
  const each = TOUCHED.includes(types.get(type)?.form) ? TOUCH : PART;
  return sum(fields.map(({ minWords }) => (minWords ? minWords / WRITTEN : FIELD))) + others * each;
}

function timeOfActivity(activity: ValidActivity, types: Types): number {
  const { type, options } = activity;
  const known = types.get(type);
  const inner = innerNodes({ kind: 'activity', activity });
  const asks = known?.scoring?.draw?.(null, options).asks ?? inner.length;
  const inside = sum(inner.map((node) => timeOf(node, types))) * (options.questions && inner.length > 0 ? asks / inner.length : 1);
  const own = wordsOfActivity(activity) / READ + timeOfParts(activity, types);
  return ACTIVITY + (own + inside) * (known?.form === scenes ? WAY : 1);
}

/** Estimates the minutes of a node for every learner: what is optional, on paper or for some cohorts takes none. */
function timeOf(node: Node, types: Types): number {
  if (!isFor(node, '')) return 0;
  if (node.kind === 'prose') return wordsIn(node.html) / READ;
  if (node.kind === 'activity') return node.activity.required && !node.activity.only ? timeOfActivity(node.activity, types) : 0;
  if (node.only || node.medium === 'paper') return 0;
  return wordsOfBlock(node.options) / READ + sum(innerNodes(node).map((inner) => timeOf(inner, types)));
}

function timeOfPage({ nodes, only }: ValidPage, types: Types): number {
  return only ? 0 : sum(nodes.map((node) => timeOf(node, types)));
}

/**
 * Reports a session, or a page by its note, that is said to take less time than reading, answering and writing do.
 * @param at position of the session's duration
 */
export function reportShortTimes(
  { pages, notes, minutes, title }: ValidModule,
  types: Types,
  at: Position,
  diagnostics: Diagnostics,
): void {
  const route = pages.filter(({ further }) => !further);
  const whole = Math.floor(sum(route.map((page) => timeOfPage(page, types))));
  if (minutes > 0 && minutes < whole) diagnostics.notice('short-duration', at, { title, minutes, estimate: whole });
  for (const page of route) {
    const noted = minutesIn(ownValue(notes, page.id) ?? []);
    const estimate = Math.floor(timeOfPage(page, types));
    if (noted > 0 && noted < estimate) diagnostics.notice('short-page-time', page.at, { page: page.title, minutes: noted, estimate });
  }
}
