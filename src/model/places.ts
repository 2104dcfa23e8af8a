import type { Activity } from './activity.ts';
import type { ModuleContent } from './course.ts';
import type { Interaction, Slot } from './interaction.ts';
import { reportOfAnswer, type Types } from './judging.ts';
import { pieces } from './limits.ts';
import type { LearnerState, Place } from './state.ts';
import { tokenPosition } from './token.ts';

/** What the places depend on in a standard. */
interface PlaceLimits {
  /** Characters of one text response. */
  readonly text: number;
  /** Every slot has its place from the first launch, answered or not. */
  readonly registerFirst: boolean;
}

/** One response that has, or needs, a place in the LMS's list. */
interface Told {
  readonly activity: Activity;
  readonly slot: Slot;
  readonly interaction: Interaction;
  /** From 1: part of a text that is longer than a response may be. */
  readonly piece: number;
}

/** `<activity>` or `<activity>.<part>`. */
export function slotId({ id }: Activity, { part }: Slot): string {
  return part === undefined ? id : `${id}.${part}`;
}

function placeOf({ n }: Activity, part: string | undefined, piece: number): Place {
  return [n, part === undefined ? 0 : tokenPosition(part) + 1, piece];
}

/** The list's indexes by what stands there. */
export function indexOfPlaces(
  places: readonly Place[],
): (activity: Activity, part: string | undefined, piece: number) => number | undefined {
  const indexes = new Map(places.map((place, index) => [String(place), index]));
  return (activity, part, piece) => indexes.get(String(placeOf(activity, part, piece)));
}

/** What a learner writes for the notebook only is told to no one. */
function isTold({ seenBy }: Activity): boolean {
  return seenBy !== 'me';
}

/** Every slot that the LMS may be told of, in lock order. */
export function slotsOf(content: ModuleContent): { readonly activity: Activity; readonly slot: Slot }[] {
  return content.activities.filter(isTold).flatMap((activity) => activity.slots.map((slot) => ({ activity, slot })));
}

/** A text that is longer than a response may be, in parts; `has` says which parts the LMS has had before. */
function inPieces(interaction: Interaction, limit: number, has: (piece: number) => boolean): Interaction[] {
  const { response } = interaction;
  if (response.type !== 'fill-in' && response.type !== 'long-fill-in') return [interaction];
  const texts = pieces(response.text, limit);
  // Of a text that has become shorter, no old end may be left standing.
  while (has(texts.length + 1)) texts.push('');
  return texts.map((text) => ({ ...interaction, response: { ...response, text } }));
}

/** All responses that follow from the submitted answers, in lock order. */
export function responsesOf(content: ModuleContent, types: Types, state: LearnerState, limit: number): Told[] {
  const indexOf = indexOfPlaces(state.places);
  return content.activities.filter(isTold).flatMap((activity) => {
    const answer = state.activities[activity.n]?.answer ?? null;
    if (answer === null) return [];
    return reportOfAnswer(types, activity, answer).flatMap((whole) => {
      const slot = activity.slots.find(({ part }) => part === whole.part);
      const has = (piece: number): boolean => indexOf(activity, whole.part, piece) !== undefined;
      return slot ? inPieces(whole, limit, has).map((interaction, index) => ({ activity, slot, interaction, piece: index + 1 })) : [];
    });
  });
}

/** The state with a place for whatever needs one. Places only grow: an LMS's list has no gaps and forgets nothing. */
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
