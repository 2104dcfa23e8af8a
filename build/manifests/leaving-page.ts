import type { Activity, Answer } from '../../src/model/activity.ts';
import type { ModuleContent } from '../../src/model/course.ts';
import { formats2004 } from '../../src/model/formats-2004.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';
import { limits2004 } from '../../src/model/limits.ts';
import { aroundFields, beaconLimit, fieldBytes, givesWay, leavingLimit, type Thrift } from '../../src/model/limits-leaving.ts';
import { slotId } from '../../src/model/places.ts';
import type { ActivityType } from '../activity-type.ts';
import type { Diagnostics, Position } from '../diagnostics.ts';
import { measureState } from '../saved-state.ts';

type Types = ReadonlyMap<string, ActivityType>;

/** Estimate of what a 2004 page has to send when its tab is closed with everything answered. */
export interface Leaving {
  /** Bytes that remain. */
  readonly bytes: number;
  /** Kinds of data to leave out, so that the rest fits. */
  readonly thrift: readonly Thrift[];
}

/** Bytes by kind of data; `kept` is never left out. */
type Bytes = Readonly<Partial<Record<Thrift | 'kept', number>>>;

/** Bytes of a character in UTF-8: French prose has 1.03, and a line end becomes four. */
const PER_CHARACTER = 1.06;

const INTERACTION = 'cmi.interactions.100.';
const OBJECTIVE = 'cmi.objectives.100.';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const total = (bytes: Bytes): number => sum(Object.values(bytes));

function added(all: readonly Bytes[]): Bytes {
  const kinds = ['kept', ...givesWay] as const;
  return Object.fromEntries(kinds.map((kind) => [kind, sum(all.map((bytes) => bytes[kind] ?? 0))]));
}

function slotBytes(activity: Activity, slot: Slot, reported: Interaction | undefined): Bytes {
  const field = (name: string, value: string): number => fieldBytes(INTERACTION + name, value);
  const description = formats2004.description?.(slot.text || activity.title) ?? '';
  return {
    kept: sum([
      field('id', slotId(activity, slot)),
      field('type', formats2004.typeOf(slot)),
      field('learner_response', reported ? formats2004.answer(reported.response) : ''),
      field('result', 'incorrect'),
    ]),
    weighting: field('weighting', formats2004.weight(activity.points)),
    latency: field('latency', formats2004.span(3599.9)),
    timestamp: field('timestamp', formats2004.moment(0)),
    description: description === '' ? 0 : field('description', description),
    patterns: sum(formats2004.patterns(slot).map((pattern) => field('correct_responses.0.pattern', pattern))),
    competencies: sum(activity.competencies.slice(0, 10).map((competency) => field('objectives.0.id', competency))),
  };
}

/** Counts the bytes of full text fields, and of an additional interaction for each part that is too long for one. */
function textBytes({ id, options, slots }: Activity): number {
  if (slots.length === 0) return 0;
  const { fields } = options as { fields?: readonly { maxCharacters?: number }[] };
  const characters = sum((fields ?? []).map((field) => field.maxCharacters ?? 0));
  const more = Math.max(0, Math.ceil(characters / limits2004.text) - 1);
  const piece = [
    ['id', `${id}.2`],
    ['type', 'long-fill-in'],
    ['learner_response', ''],
  ] as const;
  return characters * PER_CHARACTER + more * sum(piece.map(([name, value]) => fieldBytes(INTERACTION + name, value)));
}

function activityBytes(activity: Activity, types: Types): Bytes {
  const scoring = types.get(activity.type)?.scoring;
  const answer: Answer = scoring?.largest(activity.options) ?? null;
  const reported = answer === null ? [] : (scoring?.report(activity.options, answer) ?? []);
  const slots = activity.slots.map((slot) =>
    slotBytes(
      activity,
      slot,
      reported.find(({ part }) => part === slot.part),
    ),
  );
  return added([...slots, { kept: textBytes(activity) }]);
}

/** Counts the largest questions that a quiz can ask in its rounds; all questions where tries have no limit. */
function quizBytes({ id, type, attempts, options }: Activity, content: ModuleContent, types: Types): Bytes {
  const questions = content.activities.filter(({ quiz }) => quiz === id).map((activity) => activityBytes(activity, types));
  const { asks = questions.length } = types.get(type)?.scoring?.draw?.(null, options) ?? {};
  const most = attempts > 0 ? asks * attempts : questions.length;
  return added(questions.sort((one, other) => total(other) - total(one)).slice(0, most));
}

function objectiveBytes({ id, title }: { readonly id: string; readonly title: string }): Bytes {
  const field = (name: string, value: string): number => fieldBytes(OBJECTIVE + name, value);
  const scores = ['raw', 'min', 'max', 'scaled'].map((name) => field(`score.${name}`, '66.6667'));
  return {
    kept: field('id', id) + field('completion_status', 'incomplete') + field('success_status', 'passed') + sum(scores),
    'objective-texts': field('description', formats2004.description?.(title) ?? ''),
  };
}

/** Counts single elements with their longest values, and saved state without its text. */
function moduleBytes({ pages }: ModuleContent): number {
  const scores = ['raw', 'min', 'max', 'scaled'].map((name) => fieldBytes(`cmi.score.${name}`, '66.6667'));
  const place = Math.max(0, ...pages.map(({ id }) => id.length));
  const others = ['completion_status', 'success_status', 'progress_measure', 'exit', 'session_time', 'suspend_data'];
  return sum([
    aroundFields,
    ...scores,
    fieldBytes('cmi.location', '') + place,
    ...others.map((name) => fieldBytes(`cmi.${name}`, '99:59:59.99')),
  ]);
}

/** Results by module: check, both editions and the course's own package ask for the same one. */
const weighed = new WeakMap<ModuleContent, Bytes>();

/** Counts everything but the text of saved state. */
function bytesBesidesState(content: ModuleContent, types: Types): Bytes {
  const known = weighed.get(content);
  if (known !== undefined) return known;
  const { activities, chapters = [], competencies } = content;
  const bytes = added([
    { kept: moduleBytes(content) },
    ...activities.filter(({ quiz }) => quiz === undefined).map((activity) => activityBytes(activity, types)),
    ...activities.map((activity) => quizBytes(activity, content, types)),
    ...[...chapters, ...competencies].map(objectiveBytes),
  ]);
  weighed.set(content, bytes);
  return bytes;
}

/**
 * Decides what a 2004 package leaves out, and estimates what remains.
 * @param limit characters of saved state at most
 */
export function leavingOf(content: ModuleContent, types: Types, limit: number): Leaving {
  const { marks, texts } = measureState(content, types);
  const parts = bytesBesidesState(content, types);
  let bytes = Math.ceil(total(parts) + Math.min(marks + texts, limit));
  const thrift: Thrift[] = [];
  for (const kind of givesWay) {
    const spared = parts[kind] ?? 0;
    if (bytes <= leavingLimit || spared === 0) continue;
    bytes -= spared;
    thrift.push(kind);
  }
  return { bytes, thrift };
}

/** Adds to a module what its 2004 package leaves out. */
export function thriftyContent(content: ModuleContent, { thrift }: Leaving): ModuleContent {
  return thrift.length > 0 ? { ...content, thrift } : content;
}

/** Warns where closing the tab may lose the end of a visit even though everything that may be left out is. */
export function checkLeaving({ chapters }: ModuleContent, { bytes }: Leaving, at: Position, diagnostics: Diagnostics): void {
  const code = chapters ? 'leaving-course-too-large' : 'leaving-page-too-large';
  if (bytes > beaconLimit) diagnostics.warning(code, at, { size: Math.ceil(bytes / 1024), limit: beaconLimit / 1024 });
}
