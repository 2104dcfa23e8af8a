import type { Activity, Answer } from '../../src/model/activity.ts';
import type { ModuleContent } from '../../src/model/course.ts';
import { formats2004 } from '../../src/model/formats-2004.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';
import { limits2004 } from '../../src/model/limits.ts';
import type { ActivityType } from '../activity-type.ts';
import type { Diagnostics, Position } from '../diagnostics.ts';
import { measureState } from '../saved-state.ts';

/** Beyond it a build warns: a page that is being left can carry 64 KiB, and what is around the data needs room too (moodle.md 3). */
export const LEAVING_LIMIT = 48 * 1024;

/** Bytes of a character as a form is sent, as measured on French prose. */
const PER_CHARACTER = 1.6;

/** A name, a value, and the two marks between them. */
function pair(name: string, value: string): number {
  return encodeURIComponent(name).length + encodeURIComponent(value).length + 2;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function ofSlot(activity: Activity, slot: Slot, told: Interaction | undefined): number {
  const at = 'cmi.interactions.100.';
  const id = slot.part === undefined ? activity.id : `${activity.id}.${slot.part}`;
  return sum([
    pair(`${at}id`, id),
    pair(`${at}type`, formats2004.typeOf(slot)),
    ...activity.competencies.slice(0, 10).map((competency) => pair(`${at}objectives.0.id`, competency)),
    pair(`${at}timestamp`, formats2004.moment(0)),
    ...formats2004.patterns(slot).map((pattern) => pair(`${at}correct_responses.0.pattern`, pattern)),
    pair(`${at}weighting`, '100'),
    pair(`${at}learner_response`, told ? formats2004.answer(told.response) : ''),
    pair(`${at}result`, 'incorrect'),
    pair(`${at}latency`, formats2004.span(3599)),
    pair(`${at}description`, formats2004.description?.(slot.text) ?? ''),
  ]);
}

/** What a free text adds: all that its field takes, and an interaction more for each part that is too long for one. */
function ofText({ id, options, slots }: Activity): number {
  if (slots.length === 0) return 0;
  const { fields } = options as { fields?: readonly { maxCharacters?: number }[] };
  const characters = sum((fields ?? []).map((field) => field.maxCharacters ?? 0));
  const more = Math.max(0, Math.ceil(characters / limits2004.text) - 1);
  const at = 'cmi.interactions.100.';
  return (
    characters * PER_CHARACTER + more * (pair(`${at}id`, `${id}.2`) + pair(`${at}type`, 'long-fill-in') + pair(`${at}learner_response`, ''))
  );
}

function ofActivity(activity: Activity, types: ReadonlyMap<string, ActivityType>): number {
  const scoring = types.get(activity.type)?.scoring;
  const answer: Answer = scoring?.largest(activity.options) ?? null;
  const told = answer === null ? [] : (scoring?.report(activity.options, answer) ?? []);
  return (
    sum(
      activity.slots.map((slot) =>
        ofSlot(
          activity,
          slot,
          told.find(({ part }) => part === slot.part),
        ),
      ),
    ) + ofText(activity)
  );
}

function ofObjective(id: string, title: string): number {
  const at = 'cmi.objectives.100.';
  const scores = ['raw', 'min', 'max', 'scaled'].map((name) => pair(`${at}score.${name}`, '66.6667'));
  const statuses = pair(`${at}completion_status`, 'incomplete') + pair(`${at}success_status`, 'passed');
  return pair(`${at}id`, id) + pair(`${at}description`, formats2004.description?.(title) ?? '') + statuses + sum(scores);
}

/** By module: the answers are the same in both editions, in the course's own package and in the check. */
const weighed = new WeakMap<ModuleContent, number>();

/** All but saved state. */
function besidesState(content: ModuleContent, types: ReadonlyMap<string, ActivityType>): number {
  const known = weighed.get(content);
  if (known !== undefined) return known;
  // Status, score, place, exit and time, with their longest values.
  const rest = 800;
  const activities = content.activities.map((activity) => ofActivity(activity, types));
  const objectives = [...(content.chapters ?? []), ...content.competencies].map(({ id, title }) => ofObjective(id, title));
  const bytes = rest + pair('cmi.suspend_data', '') + sum(activities) + sum(objectives);
  weighed.set(content, bytes);
  return bytes;
}

/**
 * Bytes that a 2004 page carries when it is left with everything answered: a commit in 2004 brings the whole data model, as a
 * form is sent.
 * @param limit characters of saved state at most
 */
export function leavingBytes(content: ModuleContent, types: ReadonlyMap<string, ActivityType>, limit: number): number {
  const { marks, texts } = measureState(content, types);
  return Math.ceil(besidesState(content, types) + Math.min(marks + texts, limit));
}

/** Warns where leaving a page could lose what it carries. */
export function checkLeaving({ chapters }: ModuleContent, bytes: number, at: Position, diagnostics: Diagnostics): void {
  const code = chapters ? 'leaving-course-too-large' : 'leaving-page-too-large';
  if (bytes > LEAVING_LIMIT) diagnostics.warning(code, at, { size: Math.ceil(bytes / 1024), limit: LEAVING_LIMIT / 1024 });
}
