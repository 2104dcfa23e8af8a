import type { Activity, Answer } from '../../../src/model/course/activity.ts';
import type { ModuleContent } from '../../../src/model/course/course.ts';
import type { Interaction, Slot } from '../../../src/model/record/interaction.ts';
import { formats2004 } from '../../../src/model/standards/formats-2004.ts';
import { limits2004 } from '../../../src/model/standards/limits.ts';
import { aroundFields, beaconLimit, fieldBytes, givesWay } from '../../../src/model/standards/limits-leaving.ts';
import { slotId } from '../../../src/model/state/places.ts';
import type { Diagnostics, Position } from '../../diagnostics/diagnostics.ts';
import { type Bytes, type Leaving, type ScoSize, total } from '../../model/sco-size.ts';
import type { ActivityType } from '../../types/activity-type.ts';
import { measureState } from './saved-state.ts';

type Types = ReadonlyMap<string, ActivityType>;

/** Bytes of a character in UTF-8: French prose has 1.03, and a line break becomes four. */
const PER_CHARACTER = 1.06;

const INTERACTION = 'cmi.interactions.100.';
const OBJECTIVE = 'cmi.objectives.100.';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

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

/** Counts the largest questions that a quiz can ask in its rounds; all questions if rounds have no limit. */
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

/** Counts everything except the text of saved state. */
function bytesBesidesState(content: ModuleContent, types: Types): Bytes {
  const { activities, chapters = [], competencies } = content;
  const quizzes = new Set(activities.flatMap(({ quiz }) => quiz ?? []));
  return added([
    { kept: moduleBytes(content) },
    ...activities.filter(({ quiz }) => quiz === undefined).map((activity) => activityBytes(activity, types)),
    ...activities.filter(({ id }) => quizzes.has(id)).map((quiz) => quizBytes(quiz, content, types)),
    ...[...chapters, ...competencies].map(objectiveBytes),
  ]);
}

/** Measures a module, or a course that is one SCO. */
export function measureSco(content: ModuleContent, types: Types): ScoSize {
  return { state: measureState(content, types), besides: bytesBesidesState(content, types) };
}

/** Warns if closing the tab may lose the end of a visit, although all optional elements are left out. */
export function checkLeaving({ chapters }: ModuleContent, { bytes }: Leaving, at: Position, diagnostics: Diagnostics): void {
  const code = chapters ? 'leaving-course-too-large' : 'leaving-page-too-large';
  if (bytes > beaconLimit) diagnostics.warning(code, at, { size: Math.ceil(bytes / 1024), limit: beaconLimit / 1024 });
}
