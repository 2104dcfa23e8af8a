import type { RawAnswer, RawDetails, Table } from '../model.ts';
import { decodeEntities } from './decode.ts';
import { readDuration } from './moment.ts';

/** An element of the data model: `cmi.interactions_0.id` in 1.2, `cmi.interactions.0.id` in 2004. */
const ELEMENT = /^cmi\.[a-z_]/;
const ITEM = /^cmi\.(interactions|objectives)[._](\d+)\.(.+)$/;

const STATUSES: readonly string[] = ['passed', 'failed', 'completed', 'incomplete'];

type Item = Readonly<Record<string, string>>;

/** Elements by list, number and name. */
function itemsOf(pairs: readonly (readonly [string, string])[], list: string): [number, Item][] {
  const items = new Map<number, Record<string, string>>();
  for (const [element, value] of pairs) {
    const [, name, number, rest = ''] = ITEM.exec(element) ?? [];
    if (name !== list) continue;
    const item = items.get(Number(number)) ?? {};
    item[rest] = value;
    items.set(Number(number), item);
  }
  return [...items].sort(([a], [b]) => a - b);
}

function statusOf(values: ReadonlyMap<string, string>): RawDetails['status'] {
  const success = values.get('cmi.success_status');
  const found = [values.get('cmi.core.lesson_status'), success === 'unknown' ? '' : success, values.get('cmi.completion_status')];
  return found.find((status): status is NonNullable<RawDetails['status']> => STATUSES.includes(status ?? ''));
}

function numberIn(text: string | undefined): number | undefined {
  const value = Number.parseFloat(text ?? '');
  return Number.isFinite(value) ? value : undefined;
}

function answerOf(place: number, item: Item): RawAnswer[] {
  const { id = '', result } = item;
  const response = item.student_response ?? item.learner_response ?? '';
  return id === '' ? [] : [{ place, id, response: decodeEntities(response), ...(result !== undefined && { result }) }];
}

function objectiveOf(item: Item): RawDetails['objectives'] {
  const { id = '' } = item;
  const status = item.status ?? item.success_status;
  const score = numberIn(item['score.raw']);
  return id === '' ? [] : [{ id, ...(status !== undefined && { status }), ...(score !== undefined && { score }) }];
}

function fromPairs(pairs: readonly (readonly [string, string])[], file: string): RawDetails {
  const values = new Map(pairs);
  const status = statusOf(values);
  const score = numberIn(values.get('cmi.core.score.raw') ?? values.get('cmi.score.raw'));
  const seconds = readDuration(values.get('cmi.core.total_time') ?? values.get('cmi.total_time') ?? '');
  const learner = values.get('cmi.core.student_name') ?? values.get('cmi.learner_name');
  return {
    file,
    ...(status && { status }),
    ...(score !== undefined && { score }),
    ...(seconds !== undefined && { seconds }),
    ...(learner && { learner: decodeEntities(learner) }),
    answers: itemsOf(pairs, 'interactions').flatMap(([place, item]) => answerOf(place, item)),
    objectives: itemsOf(pairs, 'objectives').flatMap(([, item]) => objectiveOf(item)),
  };
}

/** Reads the « Track details » of one attempt, in both standards; undefined if the table is another one. */
export function readDetails(table: Table, file: string): RawDetails | undefined {
  const pairs = table.flatMap(([element = '', value = '']): [string, string][] =>
    ELEMENT.test(element.trim()) ? [[element.trim(), value]] : [],
  );
  return pairs.length > 0 && pairs.length >= table.length / 2 ? fromPairs(pairs, file) : undefined;
}

/** Collects the objects with an element and its value. The names of their keys depend on the language, and lose their accents. */
function pairsIn(value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.flatMap(pairsIn);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value);
  const [element, of] = inner;
  if (typeof element === 'string' && ELEMENT.test(element) && (typeof of === 'string' || typeof of === 'number'))
    return [[element, String(of)]];
  return inner.flatMap(pairsIn);
}

/** Reads them as JSON: as downloaded, or the answer of `mod_scorm_get_scorm_sco_tracks`. */
export function readJsonDetails(text: string, file: string): RawDetails | undefined {
  try {
    const pairs = pairsIn(JSON.parse(text));
    return pairs.length > 0 ? fromPairs(pairs, file) : undefined;
  } catch {
    return undefined;
  }
}
