import type { Answer, DataModel, Rules } from './data-model.ts';
import { type Address, type Records, readAddress } from './records.ts';
import { type ResponseFormats, responses2004 } from './responses-2004.ts';
import { children2004, collections2004, rules2004 } from './rules-2004.ts';
import type { Settings } from './types.ts';
import { refuse, type Verdict } from './verdict.ts';

/** Error codes of RTE 3.1.7. */
const getFailure = 301;
const setFailure = 351;
const undefinedElement = 401;
const notInitialized = 403;
const readOnly = 404;
const writeOnly = 405;
const dependency = 408;

const pattern = 'cmi.interactions.n.correct_responses.n.pattern';
const response = 'cmi.interactions.n.learner_response';

interface Tables {
  rules: Rules;
  responses: Record<string, ResponseFormats>;
  moodle: boolean;
}

/** SCORM 2004 RTE 4.2: elements, keywords, order of records; error codes as ADL's 4th Edition API gives them. */
export function dataModel2004(settings: Settings): DataModel {
  const tables: Tables = { rules: rules2004(settings), responses: responses2004(settings), moodle: settings.moodle };
  return {
    get: (element, records) => keyword(element, tables.rules, records) ?? read(element, tables.rules, records),
    set: (element, value, records) => {
      const verdict = judge(element, value, tables, records);
      const many = readAddress(element).steps.some((step) => step.index >= guaranteed(step.collection));
      return many && verdict.error === 0 ? { ...verdict, overlong: true } : verdict;
    },
  };
}

function guaranteed(collection: string): number {
  return collections2004[readAddress(collection).pattern] ?? Number.POSITIVE_INFINITY;
}

const failure = (error: number): Answer => ({ error, value: '' });

/** `_version`, `_children`, `_count` (RTE 4.1.1.1); undefined if the element ends with none of these. */
function keyword(element: string, rules: Rules, records: Records): Answer | undefined {
  if (element === 'cmi._version') return { error: 0, value: '1.0' };
  const [, parent = '', word] = /^(.*)\.(_children|_count|_version)$/.exec(element) ?? [];
  if (word === undefined) return undefined;
  const address = readAddress(parent);
  if (!isKnown(address.pattern, rules)) return failure(undefinedElement);
  if (beyond(address, records, 0)) return failure(getFailure);
  if (word === '_count' && address.pattern in collections2004) {
    return { error: 0, value: String(records.count(parent)) };
  }
  const list = word === '_children' ? children2004[address.pattern] : undefined;
  return list === undefined ? failure(getFailure) : { error: 0, value: list };
}

function isKnown(known: string, rules: Rules): boolean {
  return known in rules || known in children2004 || known in collections2004;
}

function beyond(address: Address, records: Records, room: number): boolean {
  return address.steps.some(({ collection, index }) => index >= records.count(collection) + room);
}

function read(element: string, rules: Rules, records: Records): Answer {
  if (element === '') return failure(getFailure);
  const address = readAddress(element);
  const rule = rules[address.pattern];
  if (rule === undefined) return failure(undefinedElement);
  if (rule.access === 'write') return failure(writeOnly);
  if (beyond(address, records, 0)) return failure(getFailure);
  const value = records.value(element);
  return value === undefined ? failure(notInitialized) : { error: 0, value };
}

function judge(element: string, value: string, tables: Tables, records: Records): Verdict {
  if (element === '') return refuse(setFailure);
  const [, parent = '', word] = /^(.*)\.(_children|_count|_version)$/.exec(element) ?? [];
  if (word !== undefined) {
    return refuse(parent === 'cmi' || isKnown(readAddress(parent).pattern, tables.rules) ? readOnly : undefinedElement);
  }
  const address = readAddress(element);
  const rule = tables.rules[address.pattern];
  if (rule === undefined) return refuse(undefinedElement);
  if (rule.access === 'read') return refuse(readOnly);
  const misplaced = placeError(address, records) ?? idError(address, value, records);
  if (misplaced !== undefined) return refuse(misplaced);
  if (address.pattern === pattern || address.pattern === response) return judgeAnswer(address, value, tables, records);
  const verdict = rule.format(value);
  return verdict.error === 0 && repeatsId(address, value, records) ? refuse(setFailure) : verdict;
}

/** Indexes leave no gap (351); a record is begun by its key: id, pattern, or any part of a comment (408 else). */
function placeError(address: Address, records: Records): number | undefined {
  for (const [depth, { collection, index }] of address.steps.entries()) {
    const count = records.count(collection);
    if (index > count) return setFailure;
    const last = depth === address.steps.length - 1;
    const begins = last && /^(?:cmi\.comments_from_learner\.n\..*|.*\.n\.(?:id|pattern))$/.test(address.pattern);
    if (index === count && !begins) return dependency;
  }
  return undefined;
}

/** An objective's id is written once (RTE 4.2.17); ADL says so even of an ill-formed new one. */
function idError(address: Address, value: string, records: Records): number | undefined {
  if (address.pattern !== 'cmi.objectives.n.id') return undefined;
  const known = records.value(address.element);
  return known !== undefined && known !== value ? setFailure : undefined;
}

/** Ids of objectives are unique in their list (RTE 4.2.9, 4.2.17); those of interactions are not. */
function repeatsId(address: Address, value: string, records: Records): boolean {
  return /objectives\.n\.id$/.test(address.pattern) && repeats(address, 'id', value, records);
}

function repeats(address: Address, leaf: string, value: string, records: Records): boolean {
  const { collection, index } = address.steps.at(-1) ?? { collection: '', index: 0 };
  for (let other = 0; other < records.count(collection); other++) {
    if (other !== index && records.value(`${collection}.${other}.${leaf}`) === value) return true;
  }
  return false;
}

/** learner_response and pattern: their format depends on the type, which comes first (RTE 4.2.9). */
function judgeAnswer(address: Address, value: string, tables: Tables, records: Records): Verdict {
  const interaction = address.steps[0];
  const type = `${interaction?.collection}.${interaction?.index}.type`;
  const formats = tables.responses[records.value(type) ?? ''];
  if (formats === undefined) return refuse(dependency);
  if (address.pattern === response) return formats.response(value);
  // moodle.md 24: after a relaunch the type is set again before the patterns (which code Moodle gives: not measured).
  if (tables.moodle && !records.isFresh(type)) return refuse(dependency);
  const nth = address.steps[1]?.index ?? 0;
  if (formats.most === 1 && nth > 0) return refuse(setFailure);
  const verdict = formats.pattern(value);
  if (verdict.error === 0 && repeats(address, 'pattern', value, records)) return refuse(setFailure);
  return nth < formats.most ? verdict : { ...verdict, overlong: true };
}
