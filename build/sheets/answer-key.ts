import type { Activity, Html, Scoring } from '../../src/model/course/activity.ts';
import type { AcceptedLine } from '../../src/model/judging/accepted.ts';
import type { Pattern, Slot } from '../../src/model/record/interaction.ts';
import { typography } from '../text/typography.ts';
import { rightWords, weightWords } from './answer-words.ts';
import { answersOf, type PartNames, partNames } from './part-names.ts';
import type { SheetStrings } from './sheet-strings.ts';

/** A line of a key: a part of the question, its expected answer, and its feedback. */
export interface KeyRow {
  readonly name: string;
  /** `partly`: it is worth something without being right. */
  readonly mark?: 'right' | 'partly' | 'wrong' | 'needed';
  /** Share of the score. */
  readonly weight?: string;
  readonly value?: string;
  /** Other accepted answers, in a sentence. */
  readonly also?: string;
  readonly feedback?: Html;
}

export interface KeyGroup {
  /** Title of the rows, if they don't answer the whole question. */
  readonly title?: string;
  /** The order of the rows is the answer. */
  readonly ordered?: true;
  /** The rows are the blanks of a text, in its order. */
  readonly numbered?: true;
  readonly rows: readonly KeyRow[];
}

/** Input for the key of one question. */
interface Reading {
  readonly activity: Activity;
  readonly slots: readonly Slot[];
  readonly names: PartNames;
  readonly scoring: Scoring | undefined;
  readonly strings: SheetStrings;
}

function row(name: string, feedback: Html | undefined, more: Partial<KeyRow> = {}): KeyRow {
  return { name, ...more, ...(feedback !== undefined && { feedback }) };
}

function isOf<Type extends Pattern['type']>(type: Type) {
  return (pattern: Pattern): pattern is Extract<Pattern, { type: Type }> => pattern.type === type;
}

/** Lists the choices; with ticks if some are right, and with their weights. */
function choiceGroup(slot: Slot, { names, slots, strings }: Reading): KeyGroup {
  const right = new Set(slot.right.filter(isOf('choice')).flatMap(({ tokens }) => tokens));
  const rows = [...answersOf(names, slot, slots)].map(([token, name]) => {
    const weight = names.weight.get(token);
    const mark = right.has(token) ? 'right' : (weight ?? 0) > 0 ? 'partly' : 'wrong';
    const worth = weight === undefined ? {} : { weight: weightWords(weight, strings) };
    return row(name, names.feedback.get(token), { ...(right.size > 0 && { mark }), ...worth });
  });
  return { ...(slot.part !== undefined && { title: slot.text }), rows };
}

function matchingGroup({ right: [first] }: Slot, { names }: Reading): KeyGroup {
  const places = new Map<string, string[]>();
  for (const [token, place] of first && isOf('matching')(first) ? first.pairs : []) {
    places.set(token, [...(places.get(token) ?? []), names.far.get(place) ?? place]);
  }
  const rows = [...places].map(([token, list]) =>
    row(names.near.get(token) ?? token, names.feedback.get(token), { value: list.join(', ') }),
  );
  return { rows };
}

function sequenceGroup({ right: [first] }: Slot, { names }: Reading): KeyGroup {
  const tokens = first && isOf('sequencing')(first) ? first.tokens : [];
  return { ordered: true, rows: tokens.map((token) => row(names.near.get(token) ?? token, names.feedback.get(token))) };
}

/** Lists answers that were foreseen and are explained, or worth less than everything; with what accepted ones are worth. */
function foreseenRows({ options }: Activity, names: PartNames, strings: SheetStrings): KeyRow[] {
  const { choices = [] } = options as { readonly choices?: readonly (AcceptedLine & { readonly token: string })[] };
  return choices.flatMap((line) => {
    const { token, right, weight = 100 } = line;
    const feedback = names.feedback.get(token);
    if (feedback === undefined && line.weight === undefined) return [];
    return [row(names.near.get(token) ?? '', feedback, right ? { weight: weightWords(weight, strings) } : {})];
  });
}

/** Lists the answer to type as its author wrote it, other accepted answers, then expected mistakes with their feedback. */
function typedGroup(slot: Slot, { activity, names, strings }: Reading): KeyGroup {
  const [value, ...others] = new Set(rightWords({ activity, names }, slot, strings).map((text) => typography(text, strings.lang)));
  const { part } = slot;
  if (!value) return { rows: [] };
  const also = others.length > 0 ? { also: strings.format('guide.also', { list: others.join(', ') }) } : {};
  // A blank's number is clearer than the words around it, because the text is printed above.
  const numbered = part !== undefined && slot.text.includes('[?]');
  const name = part === undefined || numbered ? '' : names.near.get(part) || slot.text || activity.title;
  const own = part === undefined ? undefined : names.feedback.get(part);
  const rows = [row(name, own, { value, ...also }), ...(part === undefined ? foreseenRows(activity, names, strings) : [])];
  return numbered ? { numbered, rows } : { rows };
}

/** Lists the required steps; else a path without mistakes, which excludes no other; else the feedback of each step. */
function stepsGroup(slot: Slot, { activity, names, slots, scoring, strings }: Reading): KeyGroup {
  const needed = new Set(slot.right.filter(isOf('performance')).flatMap(({ steps }) => steps.map(([token]) => token)));
  const way = scoring?.solve?.(activity.options);
  const tokens = Array.isArray(way) ? way.filter((token): token is string => typeof token === 'string') : [];
  if (needed.size > 0 || tokens.length === 0) {
    const all = [...answersOf(names, slot, slots)];
    return { rows: all.map(([token, name]) => row(name, names.feedback.get(token), needed.has(token) ? { mark: 'needed' } : {})) };
  }
  return { title: strings.format('guide.way'), ordered: true, rows: tokens.map((token) => row(names.near.get(token) ?? token, undefined)) };
}

function groupOf(slot: Slot, reading: Reading): KeyGroup {
  switch (slot.type) {
    case 'choice':
      return choiceGroup(slot, reading);
    case 'matching':
      return matchingGroup(slot, reading);
    case 'sequencing':
      return sequenceGroup(slot, reading);
    case 'performance':
      return stepsGroup(slot, reading);
    case 'true-false':
    case 'fill-in':
    case 'numeric':
      return typedGroup(slot, reading);
    default:
      return { rows: [] };
  }
}

/**
 * Lists the expected answers of an activity with their feedback, read from its slots. Without slots (`seen-by=me`) they come from
 * its type.
 */
export function answerKey(activity: Activity, scoring: Scoring | undefined, strings: SheetStrings): KeyGroup[] {
  const slots = activity.slots.length > 0 ? activity.slots : (scoring?.slots(activity.options) ?? []);
  const reading = { activity, slots, names: partNames(activity.options as object, strings.lang), scoring, strings };
  const groups: KeyGroup[] = [];
  for (const slot of slots) {
    const group = groupOf(slot, reading);
    const last = groups.at(-1);
    if (group.rows.length === 0) continue;
    const isAlike = last && !last.ordered && !group.ordered && last.title === undefined && group.title === undefined;
    if (isAlike && last.numbered === group.numbered) groups[groups.length - 1] = { ...last, rows: [...last.rows, ...group.rows] };
    else groups.push(group);
  }
  return groups;
}

/** Formats the same in one line, without feedback and other accepted answers; '' if nothing is right or wrong. */
export function keyInShort(groups: readonly KeyGroup[]): string {
  return groups
    .flatMap(({ rows, ordered, title }) => {
      if (ordered) return [`${title === undefined ? '' : `${title} `}${rows.map(({ name }) => name).join(' → ')}`];
      const judged = rows.filter(({ mark, value }) => mark === 'right' || mark === 'needed' || value !== undefined);
      return judged.map(({ name, value }) => (value === undefined ? name : name === '' ? value : `${name} → ${value}`));
    })
    .join(' | ');
}
