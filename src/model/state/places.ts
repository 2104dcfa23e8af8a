import type { Activity } from '../course/activity.ts';
import type { ModuleContent } from '../course/course.ts';
import { tokenPosition } from '../course/token.ts';
import { reportOfAnswer, type Types } from '../judging/judging.ts';
import type { Interaction, Slot } from '../record/interaction.ts';
import { pieces } from '../standards/limits.ts';
import type { LearnerState, Place } from './state.ts';

/** Limits of a standard that decide about places. */
interface PlaceLimits {
  /** Maximum length of a text response, in characters. */
  readonly text: number;
  /** True if every slot has a place from the first launch, answered or not. */
  readonly registerFirst: boolean;
}

/** Response that has, or needs, a place in the LMS's list. */
interface ReportedResponse {
  readonly activity: Activity;
  readonly slot: Slot;
  readonly interaction: Interaction;
  /** Number of the piece, from 1, if the text is too long for one response. */
  readonly piece: number;
}

/** Returns the id of a slot: `<activity>` or `<activity>.<part>`. */
export function slotId({ id }: Activity, { part }: Slot): string {
  return part === undefined ? id : `${id}.${part}`;
}

function placeOf({ n }: Activity, part: string | undefined, piece: number): Place {
  return [n, part === undefined ? 0 : tokenPosition(part) + 1, piece];
}

/** Makes a function that finds the index of an interaction in the LMS's list. */
export function indexOfPlaces(
  places: readonly Place[],
): (activity: Activity, part: string | undefined, piece: number) => number | undefined {
  const indexes = new Map(places.map((place, index) => [String(place), index]));
  return (activity, part, piece) => indexes.get(String(placeOf(activity, part, piece)));
}

/** Returns true if answers may be sent to the LMS; notes for the learner's own notebook never are. */
function isReported({ seenBy }: Activity): boolean {
  return seenBy !== 'me';
}

/** Returns the slots that may be sent to the LMS, in lock order. */
export function slotsOf(content: ModuleContent): { readonly activity: Activity; readonly slot: Slot }[] {
  return content.activities.filter(isReported).flatMap((activity) => activity.slots.map((slot) => ({ activity, slot })));
}

/** Splits a text that is too long for one response into pieces. `has` returns true for pieces sent before. */
function inPieces(interaction: Interaction, limit: number, has: (piece: number) => boolean): Interaction[] {
  const { response } = interaction;
  if (response.type !== 'fill-in' && response.type !== 'long-fill-in') return [interaction];
  const texts = pieces(response.text, limit);
  // If the text got shorter, send empty pieces to overwrite the old tail.
  while (has(texts.length + 1)) texts.push('');
  return texts.map((text) => ({ ...interaction, response: { ...response, text } }));
}

/** Returns the responses for all submitted answers, in lock order. */
export function responsesOf(content: ModuleContent, types: Types, state: LearnerState, limit: number): ReportedResponse[] {
  const indexOf = indexOfPlaces(state.places);
  return content.activities.filter(isReported).flatMap((activity) => {
    const answer = state.activities[activity.n]?.answer ?? null;
    if (answer === null) return [];
    return reportOfAnswer(types, activity, answer).flatMap((whole) => {
      const slot = activity.slots.find(({ part }) => part === whole.part);
      const has = (piece: number): boolean => indexOf(activity, whole.part, piece) !== undefined;
      return slot ? inPieces(whole, limit, has).map((interaction, index) => ({ activity, slot, interaction, piece: index + 1 })) : [];
    });
  });
}

/** Adds missing places to the state. Places are never removed: an LMS's list has no gaps, and keeps every entry. */
export function withPlaces(content: ModuleContent, types: Types, state: LearnerState, limits: PlaceLimits): LearnerState {
  const indexOf = indexOfPlaces(state.places);
  const needed = [
    ...(limits.registerFirst ? slotsOf(content).map(({ activity, slot }) => ({ activity, slot, piece: 1 })) : []),
    ...responsesOf(content, types, state, limits.text),
  ];
  const fresh = new Map<string, Place>();
  for (const { activity, slot, piece } of needed) {
    const place = placeOf(activity, slot.part, piece);
    if (indexOf(activity, slot.part, piece) === undefined) fresh.set(String(place), place);
  }
  return fresh.size === 0 ? state : { ...state, places: [...state.places, ...fresh.values()] };
}
