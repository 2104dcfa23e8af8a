import { describe, expect, test, vi } from 'vitest';
import {
  chapterColumns,
  chaptersIn,
  chaptersReached,
  inParts,
  joinChapters,
  type Part,
  partsOf,
  reachedOf,
  settleParts,
} from '../../../src/model/course/chapters.ts';
import type { Chapter, ModuleContent } from '../../../src/model/course/course.ts';
import { progressOf, settle } from '../../../src/model/judging/progress.ts';
import { recordOf } from '../../../src/model/record/record.ts';
import { decodeState, encodeState } from '../../../src/model/state/codec.ts';
import { joined } from '../../../src/model/state/join.ts';
import { withPlaces } from '../../../src/model/state/places.ts';
import { type ActivityState, type LearnerState, newState } from '../../../src/model/state/state.ts';
import { activity, bakery, bakeryCourse, bakeryTypes as types } from '../../helpers/bakery.ts';

type Answers = Readonly<Record<number, ActivityState>>;

const once = (answer: ActivityState['answer'] & {}, more: Partial<ActivityState> = {}): ActivityState => ({ answer, tries: 1, ...more });

/** All of the night, all of it right: 3 of the whole's 5 points. */
const night: Answers = { 0: once(['a']), 1: once(['a', 'b']), 2: once('Farine') };
/** A round of the quiz at the counter: two of its questions. */
const asks = (tries = 1): Answers => ({ 5: once({ live: [6, 7], kept: [] }, { tries }) });
const [right, wrong]: [Answers, Answers] = [
  { ...asks(), 6: once(['a']), 7: once(['a']) },
  { ...asks(2), 6: once(['b']), 7: once(['b']) },
];

function settled(content: ModuleContent, activities: Answers, before: Partial<LearnerState> = {}): LearnerState {
  return settle(content, types, { ...newState('t'), ...before, activities });
}

function standing(content: ModuleContent, activities: Answers, before: Partial<LearnerState> = {}): unknown {
  const { score, status, chapters } = settled(content, activities, before);
  return [status, score, chapters?.[0], chapters?.[1]];
}

const graded: Partial<Chapter> = { pass: 60 };
const strict: Partial<Chapter> = { pass: 60, onFail: 'failed' };

describe('a course that is one SCO', () => {
  test('is completed once each chapter is', () => {
    const content = bakeryCourse();
    expect(standing(content, night)).toEqual(['incomplete', 60, { score: 100, status: 'completed' }, { status: 'incomplete' }]);
    expect(standing(content, right)).toEqual(['incomplete', 40, { status: 'incomplete' }, { score: 100, status: 'completed' }]);
    expect(standing(content, { ...night, ...right })).toEqual([
      'completed',
      100,
      { score: 100, status: 'completed' },
      { score: 100, status: 'completed' },
    ]);
  });

  test('is passed once each chapter that has a pass mark reached it, whatever the score of the whole', () => {
    const content = bakeryCourse({}, graded);
    expect(standing(content, { ...night, ...wrong })).toEqual([
      'incomplete',
      60,
      { score: 100, status: 'completed' },
      { score: 0, status: 'incomplete' },
    ]);
    const poor = { 0: once(['b']), 1: once(['c']), 2: once('Farine') };
    expect(standing(content, { ...poor, ...right })).toEqual([
      'passed',
      40,
      { score: 0, status: 'completed' },
      { score: 100, status: 'passed' },
    ]);
  });

  test('keeps the rule of each chapter', () => {
    const content = bakeryCourse({ completion: 'visited' });
    expect(standing(content, right, { seen: [0] })).toMatchObject(['completed', 40, { status: 'completed' }, { status: 'completed' }]);
    const demanding = bakeryCourse({ completion: 'visited+score', pass: 100 });
    expect(standing(demanding, right, { seen: [0, 1] })).toMatchObject([
      'incomplete',
      40,
      { status: 'incomplete' },
      { status: 'completed' },
    ]);
  });

  test('does not fail while a chapter is left to do: an LMS may close a failed attempt', () => {
    const content = bakeryCourse({}, strict);
    expect(standing(content, wrong)).toEqual(['incomplete', 0, { status: 'incomplete' }, { score: 0, status: 'failed' }]);
    expect(standing(content, { ...night, ...wrong })).toEqual([
      'failed',
      60,
      { score: 100, status: 'completed' },
      { score: 0, status: 'failed' },
    ]);
    const before = settled(content, { ...night, ...wrong });
    expect(standing(content, { ...night, ...right }, before)).toMatchObject(['passed', 100, { status: 'completed' }, { status: 'passed' }]);
  });

  test('lowers neither score nor status of a chapter, nor of the whole when it grows', () => {
    const content = bakeryCourse({}, graded);
    const before = settled(content, { ...night, ...right });
    const activities = [...content.activities, activity(9, 'q-neuve', 'pick', { page: 'vente', points: 10 })];
    expect(standing({ ...content, activities }, { ...night, ...right }, before)).toEqual([
      'passed',
      100,
      { score: 100, status: 'completed' },
      { score: 100, status: 'passed' },
    ]);
  });

  test('finds what was done again where a chapter was added in front and others moved', () => {
    const content = bakeryCourse({}, graded);
    const before = settled(content, { ...night, ...right }, { seen: [0, 1] });
    const [oven, counter] = content.chapters as [Chapter, Chapter];
    const [fournil, vente] = content.pages as [ModuleContent['pages'][0], ModuleContent['pages'][0]];
    const added: Chapter = { ...oven, id: 'semaine', n: 2, title: 'La semaine', completion: 'visited' };
    const moved: ModuleContent = {
      ...content,
      chapters: [added, counter, oven],
      pages: [{ id: 'lundi', n: 2, title: 'Lundi' }, vente, fournil],
    };
    const { chapters, pages, status } = progressOf(moved, types, settled(moved, before.activities, before));
    expect(chapters.map(({ id, status }) => [id, status])).toEqual([
      ['semaine', 'incomplete'],
      ['matin', 'passed'],
      ['nuit', 'completed'],
    ]);
    expect([pages, status]).toEqual([{ lundi: 'new', vente: 'done', fournil: 'done' }, 'passed']);
  });

  test('counts the requirements of all chapters', () => {
    const content = bakeryCourse({ completion: 'visited' }, graded);
    const shown = progressOf(content, types, settled(content, right, { seen: [1] }));
    // The page of the night, the quiz of the morning and its pass mark.
    expect([shown.done, shown.total]).toEqual([2, 3]);
    expect(shown.left).toEqual(['levain', 'gestes', 'recette']);
  });

  test('gives a competency the points of all chapters, and its status where each that works on it is through', () => {
    const content = bakeryCourse({}, graded);
    const q = { ...asks(), 5: once({ live: [6, 8], kept: [] }) };
    const shown = (activities: Answers) => progressOf(content, types, settled(content, activities)).competencies;
    // The quiz is not drawn yet: two thirds of a question count.
    expect(shown(night).c1).toEqual({ score: 81.82, status: 'incomplete' });
    expect(shown({ ...night, ...q, 6: once(['a']), 8: once(['b']) })).toEqual({
      c1: { score: 75, status: 'incomplete' },
      c2: { score: 100, status: 'passed' },
    });
    expect(shown({ ...night, ...q, 6: once(['a']), 8: once(['a']) }).c1).toEqual({ score: 100, status: 'passed' });
  });
});

describe('its record', () => {
  const visit = { session: 0, answered: new Map(), textLimit: 255, text: '' };

  function reported(content: ModuleContent, activities: Answers) {
    const state = withPlaces(content, types, settled(content, activities), { text: 255, registerFirst: true });
    const text = encodeState(state, content);
    return { state, text, record: recordOf(content, types, state, { ...visit, text }) };
  }

  test('has an objective for each chapter, then for each competency, and one status and score', () => {
    const { record } = reported(bakeryCourse({}, graded), { ...night, ...right });
    expect([record.status, record.score, record.progress]).toEqual(['passed', 100, 1]);
    expect(record.objectives).toEqual([
      { id: 'nuit', title: 'Une nuit au fournil', score: 100, status: 'completed' },
      { id: 'matin', title: 'Un matin au comptoir', score: 100, status: 'passed' },
      { id: 'c1', title: 'Pétrir', score: 100, status: 'completed' },
      { id: 'c2', title: 'Vendre', score: 100, status: 'passed' },
    ]);
  });

  test('is below the pass mark while one chapter is that has a score', () => {
    const content = bakeryCourse(graded, graded);
    expect(reported(content, {}).record.belowPass).toBe(false);
    expect(reported(content, night).record.belowPass).toBe(false);
    expect(reported(content, { ...night, ...wrong }).record.belowPass).toBe(true);
    expect(reported(content, { ...night, ...right }).record.belowPass).toBe(false);
  });

  test('follows from saved state alone', () => {
    const content = bakeryCourse({}, strict);
    for (const activities of [{}, night, wrong, { ...night, ...wrong }, { ...night, ...right }]) {
      const { state, text, record } = reported(content, activities);
      const again = decodeState(text, content);
      expect(again).toEqual(state);
      expect(recordOf(content, types, again as LearnerState, { ...visit, text })).toEqual(record);
    }
  });
});

test('merging two states of one attempt keeps the best of each chapter', () => {
  const content = bakeryCourse();
  const reported = {
    ...newState('t'),
    counter: 3,
    chapters: { 0: { score: 80, status: 'completed' as const }, 1: { status: 'incomplete' as const } },
  };
  const copy = {
    ...newState('t'),
    counter: 4,
    chapters: { 0: { score: 60, status: 'incomplete' as const }, 2: { score: 5, status: 'failed' as const } },
  };
  const both = { 0: { score: 80, status: 'completed' }, 1: { status: 'incomplete' }, 2: { score: 5, status: 'failed' } };
  expect(joined(content, reported, copy).chapters).toEqual(both);
  expect(joined(content, { ...reported, counter: 9 }, copy).chapters).toEqual(both);
  expect(joined(content, reported, newState('t')).chapters).toEqual(reported.chapters);
  expect(joined(content, newState('t'), reported).chapters).toEqual(reported.chapters);
});

describe('a module without chapters', () => {
  const content = bakery();

  test('has one result, and no columns', () => {
    const reach = vi.fn(() => ({ score: 40, status: 'completed' as const }));
    const after = settleParts(content, newState('t'), reach);
    expect(after).toEqual({ ...newState('t'), score: 40, status: 'completed' });
    expect(reach.mock.calls).toEqual([[content, newState('t')]]);
    expect([chaptersReached(content, newState('t')), chapterColumns(newState('t'))]).toEqual([[], []]);
  });

  test('is incomplete until something reaches more', () => {
    expect(inParts(content, [], () => undefined)).toEqual({ status: 'incomplete' });
    const reach = vi.fn(() => ({ score: 50, status: 'passed' as const }));
    expect([inParts(content, [], reach), reach.mock.calls.length]).toEqual([{ score: 50, status: 'passed' }, 1]);
  });

  test('reads no columns as no chapters, and refuses columns that lack something', () => {
    expect(chaptersIn([])).toEqual({});
    expect(() => chaptersIn([[0]])).toThrow(RangeError);
    expect(() => chaptersIn([[0], [99], [0]])).toThrow(RangeError);
    expect(() => chaptersIn([[0], [0], []])).toThrow(RangeError);
  });

  test('joins without chapters', () => {
    expect(joinChapters(newState('a'), newState('a'))).toEqual({});
  });
});

describe('the parts of a course', () => {
  test('are chapters with their own pages and activities, and all else of the course', () => {
    const content = bakeryCourse({}, { pages: 1 });
    const { chapters = [], ...whole } = content;
    const ids = (parts: readonly { id: string }[]) => parts.map(({ id }) => id);
    const parts = partsOf(content);
    expect(parts.map(({ pages, activities }) => [ids(pages), ids(activities)])).toEqual([
      [['fournil'], ['levain', 'gestes', 'recette', 'visite']],
      [['vente'], ['carnet', 'bilan', 'q-prix', 'q-pain', 'q-four']],
    ]);
    for (const [index, { pages, activities, ...part }] of parts.entries()) {
      const { pages: _, activities: __, ...common } = whole;
      const { pages: ___, ...own } = chapters[index] as Chapter;
      expect(part).toEqual({ ...common, ...own });
    }
  });

  test('have the result of their own, or that of the module', () => {
    const state: LearnerState = { ...newState('t'), score: 70, status: 'passed', chapters: { 1: { status: 'completed', score: 5 } } };
    const [first, second] = partsOf(bakeryCourse()) as [Part, Part];
    expect([reachedOf(first, state), reachedOf(second, state), reachedOf(bakery(), state)]).toEqual([
      { status: 'incomplete' },
      { status: 'completed', score: 5 },
      state,
    ]);
    expect(chaptersReached(bakeryCourse(), state)).toEqual([
      { id: 'nuit', title: 'Une nuit au fournil', status: 'incomplete' },
      { id: 'matin', title: 'Un matin au comptoir', status: 'completed', score: 5 },
    ]);
  });

  test('are stored with scores in hundredths', () => {
    const chapters = {
      2: { status: 'passed' as const, score: 1.13 },
      4: { status: 'incomplete' as const },
      5: { status: 'failed' as const, score: 0 },
    };
    const columns = chapterColumns({ ...newState('t'), chapters });
    expect([columns[0], columns[2], chaptersIn(columns)]).toEqual([[2, 4, 5], [114, 0, 1], { chapters }]);
  });

  test('get the contributions of their own activities', () => {
    const content = bakeryCourse();
    const contributions = content.activities.map((one) => ({ activity: one })) as unknown as Parameters<typeof inParts>[1];
    const seen: [number, number][] = [];
    inParts(content, contributions, (part, own) => {
      seen.push([part.activities.length, own.length]);
      return { status: 'completed' };
    });
    expect(seen[0]?.[1]).toBe(content.activities.length);
    expect(seen.slice(1)).toEqual(partsOf(content).map(({ activities }) => [activities.length, activities.length]));
    expect(seen.length).toBeGreaterThan(2);
  });

  test('that only one of two states knows are kept, and the better of those that both know', () => {
    const late: LearnerState = { ...newState('t'), chapters: { 0: { status: 'incomplete' }, 1: { status: 'passed', score: 80 } } };
    const early: LearnerState = { ...newState('t'), chapters: { 0: { status: 'completed', score: 100 } } };
    expect(joinChapters(late, early).chapters).toMatchObject({
      0: { status: 'completed', score: 100 },
      1: { status: 'passed', score: 80 },
    });
    expect(joinChapters(newState('t'), early).chapters).toEqual(early.chapters);
    expect(joinChapters(early, newState('t')).chapters).toEqual(early.chapters);
  });
});

test('a course of which no chapter is concerned is incomplete', () => {
  expect(inParts(bakeryCourse(), [], () => undefined)).toEqual({ status: 'incomplete' });
});
