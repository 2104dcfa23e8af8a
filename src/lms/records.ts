import type { RecordedInteraction } from '../model/record/interaction.ts';
import type { Formats } from '../model/standards/formats.ts';
import type { Thrift } from '../model/standards/limits-leaving.ts';
import type { Driver } from './driver.ts';
import type { LmsCalls } from './lms-call.ts';
import type { Writer } from './writer.ts';

type Put = Writer['put'];

/** Maximum plausible count: our lists are far shorter, and a loop over a bogus count would never end. */
const LONGEST = 10_000;

/** Reads the length of a list in the LMS; undefined if unknown or impossible. */
export function lengthOf(calls: LmsCalls, list: string): number | undefined {
  const count = Number.parseInt(calls.get(`${list}_count`), 10);
  return count >= 0 && count <= LONGEST ? count : undefined;
}

/** List of interactions in the LMS. */
export interface Interactions {
  /** Number of interactions; -1 if unknown. */
  readonly count: number;
  /** Creates the records that don't exist yet. */
  readonly register: Driver['register'];
  write(interaction: RecordedInteraction): void;
}

/** Reads the length of the list, and writes each interaction at its index. @param thrift kinds of data to leave out */
export function openInteractions(calls: LmsCalls, put: Put, formats: Formats, thrift: readonly Thrift[]): Interactions {
  const list = 'cmi.interactions.';
  const known = lengthOf(calls, list);
  let count = known ?? 0;

  /** Creates a record: the id first, then the type (2004 RTE 4.2.9). Fills the indexes of removed questions, to leave no gap. */
  function begin(place: number, id: string, type: string): string {
    while (count < place) begin(count, `gone.${count}`, 'choice');
    count = Math.max(count, place + 1);
    put(`${list + place}.id`, id);
    put(`${list + place}.type`, type);
    return `${list + place}.`;
  }

  function putUnlessLeftOut(kind: Thrift, element: string, value: string): void {
    if (!thrift.includes(kind)) put(element, value);
  }

  function write({ slot, response, ...one }: RecordedInteraction): void {
    const first = one.piece === 1;
    const at = begin(one.place, first ? one.id : `${one.id}.${one.piece}`, formats.typeOf(slot, response));
    if (first) {
      for (const [index, id] of one.competencies.slice(0, 10).entries())
        putUnlessLeftOut('competencies', `${at}objectives.${index}.id`, id);
      // For an answer from an earlier visit, the LMS already has the time.
      if (one.time > 0) putUnlessLeftOut('timestamp', at + formats.time, formats.moment(one.time));
      for (const [index, pattern] of formats.patterns(slot).entries())
        putUnlessLeftOut('patterns', `${at}correct_responses.${index}.pattern`, pattern);
      putUnlessLeftOut('weighting', `${at}weighting`, formats.weight(one.weight));
    }
    put(at + formats.response, formats.answer(response));
    if (!first) return;
    put(`${at}result`, formats.result(one.result));
    if (one.time > 0) putUnlessLeftOut('latency', `${at}latency`, formats.span(one.latency));
    const description = formats.description?.(slot.text);
    if (description) putUnlessLeftOut('description', `${at}description`, description);
  }

  return {
    count: known ?? -1,
    register(slots) {
      for (const { place, id, slot } of slots) if (place >= count) begin(place, id, formats.typeOf(slot));
    },
    write,
  };
}

/**
 * Locates objectives: those created by the manifest or an earlier visit are found by id, others are appended.
 * @returns function from an objective's id to the prefix of its elements
 */
export function openObjectives(calls: LmsCalls, put: Put): (id: string) => string {
  const list = 'cmi.objectives.';
  const ids = Array.from({ length: lengthOf(calls, list) ?? 0 }, (_, index) => calls.get(`${list + index}.id`));
  return (id) => {
    let index = ids.indexOf(id);
    if (index < 0) {
      index = ids.push(id) - 1;
      put(`${list + index}.id`, id);
    }
    return `${list + index}.`;
  };
}
