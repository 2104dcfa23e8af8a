import { aroundFields, fieldBytes, leavingLimit } from '../model/standards/limits-leaving.ts';
import type { LmsCalls } from './lms-call.ts';
import { lengthOf } from './records.ts';
import type { Writer } from './writer.ts';

/** Fields of a record, by list. */
const FIELDS = {
  interactions: ['id', 'type', 'timestamp', 'weighting', 'learner_response', 'result', 'latency', 'description'],
  objectives: ['id', 'description', 'completion_status', 'success_status', 'score.raw', 'score.min', 'score.max', 'score.scaled'],
} as const;

/** Field of a record, by list inside an interaction. */
const INNER = { objectives: 'id', correct_responses: 'pattern' } as const;

/** Reads the elements of both lists that the LMS kept from earlier visits, up to the limit: its page sends them all again. */
function readOthers(calls: LmsCalls, held: Writer['held']): Map<string, string> {
  const found = new Map<string, string>();
  let bytes = 0;

  function read(at: string, names: readonly string[]): void {
    for (const element of names.map((name) => at + name)) {
      const value = held.has(element) ? '' : calls.get(element);
      if (!value) continue;
      found.set(element, value);
      bytes += fieldBytes(element, value);
    }
  }

  function readList(list: string, names: readonly string[], inner: (at: string) => void = () => undefined): void {
    const length = lengthOf(calls, list) ?? 0;
    // Above the limit an exact figure isn't needed, and each call takes time.
    for (let index = 0; index < length && bytes <= leavingLimit; index++) {
      read(`${list}${index}.`, names);
      inner(`${list}${index}.`);
    }
  }

  readList('cmi.objectives.', FIELDS.objectives);
  readList('cmi.interactions.', FIELDS.interactions, (at) => {
    for (const [name, element] of Object.entries(INNER)) readList(`${at}${name}.`, [element]);
  });
  return found;
}

/** Makes a function that estimates the bytes that Moodle's page sends when its tab is closed, including earlier visits. */
export function createEstimate(calls: LmsCalls, held: Writer['held']): () => number {
  let others: ReadonlyMap<string, string> | undefined;
  return () => {
    others ??= readOthers(calls, held);
    return [...new Map([...others, ...held])].reduce((bytes, field) => bytes + fieldBytes(...field), aroundFields);
  };
}
