import { describe, expect, test } from 'vitest';
import type { ModuleContent } from '../../../src/model/course/course.ts';
import { settle } from '../../../src/model/judging/progress.ts';
import { recordOf, type Visit } from '../../../src/model/record/record.ts';
import { encodeState } from '../../../src/model/state/codec.ts';
import { withPlaces } from '../../../src/model/state/places.ts';
import { type LearnerState, newState } from '../../../src/model/state/state.ts';
import { activity, bakery, bakeryCourse, bakeryTypes as types } from '../../helpers/bakery.ts';
import { savedState } from '../../helpers/saved-state.ts';

const quiet: Visit = { session: 0, answered: new Map(), textLimit: 255, text: 'saved' };
const in12 = { text: 255, registerFirst: true };
const in2004 = { text: 3999, registerFirst: false };

function reported(content: ModuleContent, more: Partial<LearnerState>, limits = in12, visit: Partial<Visit> = {}) {
  const state = withPlaces(content, types, settle(content, types, { ...newState('t'), ...more }), limits);
  return {
    state,
    record: recordOf(content, types, state, { ...quiet, text: encodeState(state, content), textLimit: limits.text, ...visit }),
  };
}

describe('record', () => {
  test('of a learner who has not begun: no score, nothing answered, the first page', () => {
    const { state, record } = reported(bakery(), {});
    expect(record).toEqual({
      status: 'incomplete',
      belowPass: false,
      progress: 0,
      location: 'fournil',
      state: record.state,
      objectives: [
        { id: 'c1', title: 'Pétrir', status: 'incomplete' },
        { id: 'c2', title: 'Vendre', status: 'incomplete' },
      ],
      interactions: [],
      session: 0,
    });
    expect([savedState(record.state), 'score' in record]).toEqual([state, false]);
    const course = recordOf(bakeryCourse(), types, newState('t'), quiet).objectives;
    expect(course.map(({ id }) => id)).toEqual(['nuit', 'matin', 'c1', 'c2']);
  });

  test('of a module that asks for nothing has no progress before it is completed', () => {
    const content = bakery({ completion: 'score', pass: 50, activities: [] });
    expect(reported(content, {}).record).toMatchObject({ status: 'incomplete', progress: 0 });
  });

  test('of a state that has not been settled has the status and score of that state', () => {
    const content = bakery({ activities: [activity(3, 'visite', 'tour', { required: false })] });
    expect(recordOf(content, types, { ...newState('t'), score: 0 }, quiet)).toMatchObject({ status: 'incomplete', progress: 0, score: 0 });
  });

  test('has the result of each competency', () => {
    const activities = [activity(0, 'levain', 'pick', { competencies: ['c1'] })];
    const { record } = reported(bakery({ activities }), { activities: { 0: { answer: ['b'], tries: 1 } } });
    expect(record).toMatchObject({ score: 0 });
    expect(record.objectives).toEqual([
      { id: 'c1', title: 'Pétrir', score: 0, status: 'completed' },
      { id: 'c2', title: 'Vendre', status: 'incomplete' },
    ]);
  });

  test('follows from saved state alone: a state that was read back gives the same record', () => {
    const { state, record } = reported(bakery({ pass: 50 }), {
      activities: {
        0: { answer: ['b'], tries: 1 },
        2: { answer: 'Farine', tries: 2 },
        5: { tries: 0, draft: { live: [6, 8], kept: [] } },
        6: { answer: ['a'], tries: 1 },
      },
      page: 1,
      seen: [0, 1],
    });
    const again = savedState(record.state);
    expect(again).toEqual(state);
    expect(recordOf(bakery({ pass: 50 }), types, again as LearnerState, { ...quiet, text: record.state })).toEqual(record);
    expect(record).toMatchObject({ location: 'vente', score: 20, belowPass: true, progress: 0.4 });
  });

  test('progress is 1 with completed or passed, and only then', () => {
    const activities = [activity(0, 'levain', 'pick')];
    const wrong = { activities: { 0: { answer: ['b'], tries: 1 } } };
    const right = { activities: { 0: { answer: ['a'], tries: 1 } } };
    expect(reported(bakery({ activities }), wrong).record).toMatchObject({ status: 'completed', progress: 1 });
    expect(reported(bakery({ activities, pass: 50 }), wrong).record).toMatchObject({
      status: 'incomplete',
      progress: 0.5,
      belowPass: true,
    });
    expect(reported(bakery({ activities, pass: 50 }), right).record).toMatchObject({ status: 'passed', progress: 1, belowPass: false });
    expect(reported(bakery(), { status: 'completed' }).record).toMatchObject({ status: 'completed', progress: 1 });
  });

  test('is not below a pass mark that is reached, even if pages are left', () => {
    const { record } = reported(bakery({ completion: 'visited+score', pass: 50 }), { score: 50, seen: [0] });
    expect(record).toMatchObject({ status: 'incomplete', belowPass: false, score: 50 });
    expect(record.progress).toBeCloseTo(2 / 3);
  });

  test('a page is found by its number; a removed one is replaced by the first', () => {
    expect(reported(bakery(), { page: 9 }).record.location).toBe('fournil');
    const pages = [
      { id: 'vente', n: 1, title: 'La vente' },
      { id: 'fournil', n: 0, title: 'Le fournil' },
    ];
    expect([1, 0, 9].map((page) => reported(bakery({ pages }), { page }).record.location)).toEqual(['vente', 'fournil', 'vente']);
    expect(reported(bakery({ pages: [], activities: [] }), {}).record.location).toBe('');
  });
});

describe('interactions', () => {
  test('have their question: the text of a part, or the title of an activity with a single question', () => {
    const content = bakery();
    const [first] = content.activities;
    const asked = {
      ...content,
      activities: content.activities.map((one) =>
        one === first ? { ...one, title: 'Quel levain ?', slots: one.slots.map((slot) => ({ ...slot, text: '' })) } : one,
      ),
    };
    expect(reported(asked, { activities: { 0: { answer: ['a'], tries: 1 } } }).record.interactions[0]?.slot.text).toBe('Quel levain ?');
  });

  const answers = { 4: { answer: 'pour moi seule', tries: 1 }, 2: { answer: 'Farine', tries: 1 }, 0: { answer: ['b'], tries: 1 } };

  test('in 1.2 every slot has its place from the start, in lock order; notes for oneself have none', () => {
    const { state, record } = reported(bakery(), { activities: answers });
    expect(state.places).toEqual([0, 1, 2, 6, 7, 8].map((n) => [n, 0, 1]));
    expect(record.interactions.map(({ id, place }) => `${place} ${id}`)).toEqual(['0 levain', '2 recette']);
    expect(record.interactions[0]).toEqual({
      id: 'levain',
      slot: bakery().activities[0]?.slots[0],
      response: { type: 'choice', tokens: ['b'] },
      result: 'incorrect',
      place: 0,
      piece: 1,
      weight: 1,
      latency: 0,
      time: 0,
      competencies: ['c1'],
    });
  });

  test('elsewhere a slot has the next place when it is first answered, and keeps it', () => {
    const first = reported(bakery(), { activities: { 2: answers[2] } }, in2004).state;
    expect(first.places).toEqual([[2, 0, 1]]);
    const { record } = reported(bakery(), { ...first, activities: answers }, in2004);
    expect(record.interactions.map(({ id, place }) => `${place} ${id}`)).toEqual(['0 recette', '1 levain']);
  });

  test('slots of a later build are appended, those of removed activities keep their place', () => {
    const [levain, ...others] = bakery().activities;
    const { state } = reported(bakery({ activities: others }), {
      places: [
        [0, 0, 1],
        [1, 0, 1],
      ],
    });
    expect(levain?.id).toBe('levain');
    expect(state.places).toEqual([0, 1, 2, 6, 7, 8].map((n) => [n, 0, 1]));
  });

  test('parts of an activity are identified by their token', () => {
    const parts = ['a', 'c', 'ab'];
    const slots = parts.map((part) => ({ part, type: 'true-false' as const, right: [], text: part }));
    const content = bakery({ activities: [activity(3, 'vrai-faux', 'series', { slots })] });
    const series = {
      ...types,
      series: {
        score: () => ({ ratio: 1, parts: {} }),
        report: () =>
          ['ab', 'a', 'gone'].map((part) => ({ part, response: { type: 'true-false' as const, value: true }, result: 'correct' as const })),
      },
    };
    const state = withPlaces(content, series, { ...newState('t'), activities: { 3: { answer: true, tries: 1 } } }, in12);
    expect(state.places).toEqual([
      [3, 1, 1],
      [3, 3, 1],
      [3, 28, 1],
    ]);
    const { interactions } = recordOf(content, series, state, quiet);
    expect(interactions.map(({ id, place }) => `${place} ${id}`)).toEqual(['0 vrai-faux.a', '2 vrai-faux.ab']);
    expect(interactions.map(({ slot }) => slot.text)).toEqual(['a', 'ab']);
  });

  test('a long text goes in numbered parts, whole, further ones at the end of the list', () => {
    const text = 'La pâte lève, on la rabat. '.repeat(30).trim();
    const { state, record } = reported(bakery(), { activities: { 0: answers[0], 2: { answer: text, tries: 1 } } });
    const parts = record.interactions.filter(({ id }) => id === 'recette');
    expect(parts.map(({ place, piece }) => [place, piece])).toEqual([
      [2, 1],
      [6, 2],
      [7, 3],
      [8, 4],
    ]);
    expect(parts.map(({ response }) => (response.type === 'long-fill-in' ? response.text : '')).join('')).toBe(text);
    expect(state.places.slice(6)).toEqual([2, 3, 4].map((piece) => [2, 0, piece]));
    const in2004Parts = reported(bakery(), { activities: { 2: { answer: text, tries: 1 } } }, in2004).record.interactions;
    expect(in2004Parts.map(({ piece, response }) => [piece, response])).toEqual([[1, { type: 'long-fill-in', text }]]);
  });

  test('a text that got shorter leaves no old tail', () => {
    const long = reported(bakery(), { activities: { 2: { answer: 'mot '.repeat(150), tries: 1 } } }).state;
    const { record } = reported(bakery(), { ...long, activities: { 2: { answer: 'court', tries: 2 } } });
    expect(record.interactions.map(({ piece, response }) => [piece, response])).toEqual([
      [1, { type: 'long-fill-in', text: 'court' }],
      [2, { type: 'long-fill-in', text: '' }],
      [3, { type: 'long-fill-in', text: '' }],
    ]);
  });

  test('time and latency are known of the answers of this visit only', () => {
    const answered = new Map([[0, { time: 1_790_000_000_000, latency: 12.5 }]]);
    const { record } = reported(bakery(), { activities: answers }, in12, { answered, session: 33 });
    expect(record.interactions.map(({ time, latency }) => [time, latency])).toEqual([
      [1_790_000_000_000, 12.5],
      [0, 0],
    ]);
    expect(record.session).toBe(33);
    // They are known by the number of the activity, not by the place of its answer.
    const late = new Map([[2, { time: 1_790_000_000_000, latency: 12.5 }]]);
    const [first] = reported(bakery(), { activities: { 2: answers[2] } }, in2004, { answered: late }).record.interactions;
    expect([first?.place, first?.time, first?.latency]).toEqual([0, 1_790_000_000_000, 12.5]);
  });

  test('an answer without a place is not sent', () => {
    const state = { ...newState('t'), activities: answers, places: [[2, 0, 1] as const] };
    expect(recordOf(bakery(), types, state, quiet).interactions.map(({ id, place }) => [id, place])).toEqual([['recette', 0]]);
  });

  test('only submitted answers are sent', () => {
    expect(reported(bakery(), { activities: { 0: { tries: 0, draft: ['a'] } } }).record.interactions).toEqual([]);
  });
});
