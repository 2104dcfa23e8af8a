import type { Answer, DataModel, Rule, Rules } from './data-model.ts';
import * as formats from './formats-12.ts';
import { type Address, type Records, readAddress } from './records.ts';
import type { Settings } from './types.ts';
import { type Format, refuse, type Verdict } from './verdict.ts';

/** Error codes of RTE 3.3.2. */
const invalidArgument = 201;
const noChildren = 202;
const notAnArray = 203;
const notImplemented = 401;
const isKeyword = 402;
const readOnly = 403;
const writeOnly = 404;

/** `_children` in ADL's order (RTE 3.4.4). */
const children: Record<string, string> = {
  'cmi.core': 'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time',
  'cmi.core.score': 'raw,min,max',
  'cmi.objectives': 'id,score,status',
  'cmi.objectives.n.score': 'raw,min,max',
  'cmi.student_data': 'mastery_score,max_time_allowed,time_limit_action',
  'cmi.student_preference': 'audio,language,speed,text',
  'cmi.interactions': 'id,objectives,time,type,correct_responses,weighting,student_response,result,latency',
};

const collections = ['cmi.objectives', 'cmi.interactions', 'cmi.interactions.n.objectives', 'cmi.interactions.n.correct_responses'];

const given: Rule = { access: 'read' };
const both = (format: Format): Rule => ({ access: 'both', format });
const writing = (format: Format): Rule => ({ access: 'write', format });

function coreRules(settings: Settings): Rules {
  return {
    'cmi.core.student_id': given,
    'cmi.core.student_name': given,
    'cmi.core.credit': given,
    'cmi.core.entry': given,
    'cmi.core.lesson_mode': given,
    'cmi.core.total_time': given,
    'cmi.core.lesson_location': both(formats.text12(settings.string)),
    'cmi.core.lesson_status': both(formats.lessonStatus12),
    'cmi.core.score.raw': both(formats.score12),
    'cmi.core.score.min': both(formats.score12),
    'cmi.core.score.max': both(formats.score12),
    'cmi.core.exit': writing(formats.exit12),
    'cmi.core.session_time': writing(formats.timespan12),
    'cmi.suspend_data': both(formats.text12(settings.suspendData)),
    'cmi.launch_data': given,
    'cmi.comments': both(formats.text12(formats.longString)),
    'cmi.comments_from_lms': given,
    'cmi.student_data.mastery_score': given,
    'cmi.student_data.max_time_allowed': given,
    'cmi.student_data.time_limit_action': given,
    'cmi.student_preference.audio': both(formats.integer12(-1, 100)),
    'cmi.student_preference.language': both(formats.text12(settings.string)),
    'cmi.student_preference.speed': both(formats.integer12(-100, 100)),
    'cmi.student_preference.text': both(formats.integer12(-1, 1)),
  };
}

function recordRules(settings: Settings): Rules {
  const identifier = formats.identifier12(settings);
  const feedback = formats.feedback12(settings);
  return {
    'cmi.objectives.n.id': both(identifier),
    'cmi.objectives.n.status': both(formats.objectiveStatus12),
    'cmi.objectives.n.score.raw': both(formats.score12),
    'cmi.objectives.n.score.min': both(formats.score12),
    'cmi.objectives.n.score.max': both(formats.score12),
    'cmi.interactions.n.id': writing(identifier),
    'cmi.interactions.n.objectives.n.id': writing(identifier),
    'cmi.interactions.n.time': writing(formats.time12),
    'cmi.interactions.n.type': writing(formats.interactionType12),
    'cmi.interactions.n.correct_responses.n.pattern': writing(feedback),
    'cmi.interactions.n.weighting': writing(formats.decimal12(-100, 100)),
    'cmi.interactions.n.student_response': writing(feedback),
    'cmi.interactions.n.result': writing(formats.result12),
    'cmi.interactions.n.latency': writing(formats.timespan12),
  };
}

/** SCORM 1.2 RTE 3.4: elements, keywords, order of records; error codes as ADL's sample gives them. */
export function dataModel12(settings: Settings): DataModel {
  const rules: Rules = { ...coreRules(settings), ...recordRules(settings) };
  return {
    get: (element, records) => keyword(element, rules, records) ?? read(element, rules, records),
    set: (element, value, records) => judge(element, value, rules, records),
  };
}

const answer = (value: string): Answer => ({ error: 0, value });
const failure = (error: number): Answer => ({ error, value: '' });

/** An unknown category is "not implemented", an unknown element of a known one an invalid argument. */
function unknownCode(pattern: string, rules: Rules): number {
  const [root, category] = pattern.split('.');
  if (root !== 'cmi' || category === undefined) return invalidArgument;
  const begin = `cmi.${category}.`;
  return Object.keys(rules).some((known) => known.startsWith(begin)) ? invalidArgument : notImplemented;
}

function isKnown(pattern: string, rules: Rules): boolean {
  return pattern in rules || pattern in children || collections.includes(pattern);
}

/** `_version`, `_children`, `_count` (RTE 3.4.2); undefined if the element ends with none of these. */
function keyword(element: string, rules: Rules, records: Records): Answer | undefined {
  if (element === 'cmi._version') return answer('3.4');
  const [, parent = '', word] = /^(.*)\.(_children|_count)$/.exec(element) ?? [];
  if (word === undefined) return undefined;
  const { pattern } = readAddress(parent);
  if (!isKnown(pattern, rules)) return failure(unknownCode(pattern, rules));
  if (word === '_count') return collections.includes(pattern) ? answer(String(records.count(parent))) : failure(notAnArray);
  const list = children[pattern];
  return list === undefined ? failure(noChildren) : answer(list);
}

function beyond(address: Address, records: Records, room: number): boolean {
  return address.steps.some(({ collection, index }) => index >= records.count(collection) + room);
}

function read(element: string, rules: Rules, records: Records): Answer {
  const address = readAddress(element);
  const rule = rules[address.pattern];
  if (rule === undefined) return failure(unknownCode(address.pattern, rules));
  if (rule.access === 'write') return failure(writeOnly);
  if (beyond(address, records, 0)) return failure(invalidArgument);
  return answer(records.value(element) ?? '');
}

function judge(element: string, value: string, rules: Rules, records: Records): Verdict {
  if (/(?:^|\.)(?:_version|_children|_count)$/.test(element)) return refuse(isKeyword);
  const address = readAddress(element);
  const rule = rules[address.pattern];
  if (rule === undefined) return refuse(unknownCode(address.pattern, rules));
  if (rule.access === 'read') return refuse(readOnly);
  // A record is begun by writing any of its elements at index _count; indexes leave no gap (RTE 3.4.2).
  if (beyond(address, records, 1)) return refuse(invalidArgument);
  return rule.format(value);
}
