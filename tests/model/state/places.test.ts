import { expect, it } from 'vitest';
import { indexOfPlaces, responsesOf, slotId, slotsOf, withPlaces } from '../../../src/model/state/places.ts';
import { type LearnerState, newState } from '../../../src/model/state/state.ts';
import { activity, bakery, bakeryTypes as types } from '../../helpers/bakery.ts';

const content = bakery({
  activities: [activity(0, 'levain', 'pick'), activity(1, 'recette', 'note'), activity(2, 'carnet', 'note', { seenBy: 'me' })],
});
const state = (activities: LearnerState['activities'], places: LearnerState['places'] = []): LearnerState => ({
  ...newState('t'),
  activities,
  places,
});
const noted = (text: string, n = 1) => ({ [n]: { answer: text, tries: 1 } });

it('gives a place to each slot at the first launch, where a standard needs it, but to no notebook', () => {
  expect(slotsOf(content).map(({ activity }) => activity.id)).toEqual(['levain', 'recette']);
  expect(withPlaces(content, types, state({}), { text: 10, registerFirst: true }).places).toEqual([
    [0, 0, 1],
    [1, 0, 1],
  ]);
  expect(withPlaces(content, types, state({ ...noted('a'), ...noted('b', 2) }), { text: 10, registerFirst: false }).places).toEqual([
    [1, 0, 1],
  ]);
});

it('gives the pieces of a long text places of their own, behind those that exist', () => {
  const first = withPlaces(content, types, state(noted('x'.repeat(25))), { text: 10, registerFirst: true });
  expect(first.places).toEqual([
    [0, 0, 1],
    [1, 0, 1],
    [1, 0, 2],
    [1, 0, 3],
  ]);
  expect(withPlaces(content, types, first, { text: 10, registerFirst: true })).toBe(first);
});

it('empties the pieces that a shorter text no longer needs', () => {
  const long = withPlaces(content, types, state(noted('x'.repeat(25))), { text: 10, registerFirst: true });
  const short = { ...long, activities: noted('court') };
  expect(
    responsesOf(content, types, short, 10).map(({ piece, interaction }) => [piece, (interaction.response as { text: string }).text]),
  ).toEqual([
    [1, 'court'],
    [2, ''],
    [3, ''],
  ]);
});

it('reports each submitted answer whole, unless it is a text that is too long, and no draft', () => {
  const responses = (activities: LearnerState['activities'], limit = 10) =>
    responsesOf(content, types, state(activities), limit).map(({ activity, slot, interaction, piece }) => [
      activity.id,
      slot === activity.slots[0],
      interaction.response,
      interaction.result,
      piece,
    ]);
  expect(responses({ 0: { answer: ['b'], tries: 1 }, ...noted('un deux trois') })).toEqual([
    ['levain', true, { type: 'choice', tokens: ['b'] }, 'incorrect', 1],
    ['recette', true, { type: 'long-fill-in', text: 'un deux ' }, 'neutral', 1],
    ['recette', true, { type: 'long-fill-in', text: 'trois' }, 'neutral', 2],
  ]);
  expect(responses({ 0: { draft: ['b'], tries: 0 }, 1: { answer: null, tries: 1 }, ...noted('secret', 2) })).toEqual([]);
  expect(responses(noted(''))).toEqual([['recette', true, { type: 'long-fill-in', text: '' }, 'neutral', 1]]);
});

it('finds a place by activity, part and piece', () => {
  const indexOf = indexOfPlaces([
    [0, 0, 1],
    [1, 2, 1],
    [1, 0, 2],
  ]);
  const [levain, recette] = content.activities as [never, never];
  expect([indexOf(levain, undefined, 1), indexOf(recette, 'b', 1), indexOf(recette, undefined, 2), indexOf(recette, undefined, 1)]).toEqual(
    [0, 1, 2, undefined],
  );
  expect([slotId(levain, {} as never), slotId(levain, { part: 'b' } as never)]).toEqual(['levain', 'levain.b']);
});

it('splits short texts, too, and empties what is left of a part', () => {
  const parted = ['a', 'b'].map((part) => ({ part, type: 'fill-in' as const, right: [], text: part }));
  const trous = activity(3, 'trous', 'cloze', { slots: parted });
  const cloze = {
    ...types,
    cloze: {
      score: () => ({ ratio: 1, parts: {} }),
      report: (_: unknown, answer: unknown) =>
        ['b', 'gone'].map((part) => ({ part, response: { type: 'fill-in' as const, text: answer as string }, result: 'correct' as const })),
    },
  };
  const own = bakery({ activities: [trous] });
  const limits = { text: 10, registerFirst: false };
  const long = withPlaces(own, cloze, state(noted('x'.repeat(25), 3)), limits);
  expect(long.places).toEqual([1, 2, 3].map((piece) => [3, 2, piece]));
  const short = responsesOf(own, cloze, { ...long, activities: noted('court', 3) }, 10);
  expect(short.map(({ slot, piece, interaction }) => [slot.part, piece, interaction.response])).toEqual([
    ['b', 1, { type: 'fill-in', text: 'court' }],
    ['b', 2, { type: 'fill-in', text: '' }],
    ['b', 3, { type: 'fill-in', text: '' }],
  ]);
});

it('puts new places behind those that exist', () => {
  const before = state({}, [[1, 0, 1]]);
  expect(withPlaces(content, types, before, { text: 10, registerFirst: true }).places).toEqual([
    [1, 0, 1],
    [0, 0, 1],
  ]);
});
